using PimAudit.Model;

namespace PimAudit.Reports.Pictures;

/// <summary>The whole picture in sentences, for those who cannot see it.</summary>
internal static class PictureWords
{
    public static IEnumerable<string> Of(AccessPicture picture)
    {
        var question = picture.Question;
        yield return $"{question.Subject.Label}, {question.Aside}. {question.Tenant}, {question.Taken}. {picture.Lead}.";
        foreach (var line in question.Unread)
            yield return line;
        foreach (var line in picture.Bands.SelectMany(Of))
            yield return line;
        foreach (var line in question.Notes)
            yield return line;
    }

    /// <summary>What is said where a band is full.</summary>
    /// <param name="more">Paths that are left out.</param>
    public static string More(int more) =>
        $"and {Say.Count(more, "more path")} that the picture has no room for, none more open than those above";

    private static IEnumerable<string> Of(PictureBand band)
    {
        if (band.Name is { } name)
            yield return $"{name}: {band.Caption}.";
        if (band.Rows.IsEmpty)
            yield return band.Empty;
        foreach (var row in band.Rows)
            yield return RowWords.Sentence(row);
        if (band.More > 0)
            yield return $"{More(band.More)}.";
    }
}
