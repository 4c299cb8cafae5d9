using System.Globalization;
using PimAudit.Collect;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>How far a collection is, in words.</summary>
/// <param name="now">The last that was heard of it.</param>
/// <param name="left">What the step still needs; null where that cannot be told.</param>
internal sealed class ProgressText(CollectionProgress now, TimeSpan? left)
{
    private const int Cells = 22;
    private const int LeastWithBar = 60;

    /// <summary>One line for a terminal: a narrow one gets fewer words, never half a word of them.</summary>
    /// <param name="width">Columns; the last one stays free, so that the line does not wrap.</param>
    public string Line(int width, bool unicode)
    {
        var line = width < LeastWithBar ? $"  {Number}  {now.Step}" : $"  {Bar(unicode)} {Number}  {now.Step}";
        foreach (var word in Words)
            if (line.Length + word.Length + 2 < width)
                line += ", " + word;
        return line[..Math.Min(line.Length, Math.Max(0, width - 1))];
    }

    /// <summary>The same for a log.</summary>
    public string Sentence() => string.Join(", ", Words.Prepend($"{Number}: {now.Step}"));

    private string Number => $"{Figure(now.Number)} of {Figure(now.Steps)}";

    /// <summary>The most useful first.</summary>
    private IEnumerable<string> Words =>
        new[]
        {
            now.Total > 1 ? $"{Figure(now.Done)} of {Figure(now.Total)} {now.Unit}" : null,
            left is { } time ? $"about {Short(time)} left" : null,
            now.Throttled > TimeSpan.Zero ? $"waited {Short(now.Throttled)} for Graph" : null,
            now.Rows > 0 ? Say.Count(now.Rows, "row") : null,
            Say.Count(now.HttpCalls, "request"),
        }.OfType<string>();

    /// <summary>Whole steps, and of the present one what is done.</summary>
    private string Bar(bool unicode)
    {
        var share = now.Total > 0 ? Math.Clamp((double)now.Done / now.Total, 0, 1) : 0;
        var done = now.Steps > 0 ? Math.Clamp((int)((now.Number - 1 + share) * Cells / now.Steps), 0, Cells) : 0;
        return new string(unicode ? '━' : '#', done) + new string(unicode ? '─' : '-', Cells - done);
    }

    private static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Short(TimeSpan time) =>
        time < TimeSpan.FromMinutes(2)
            ? $"{Figure((int)Math.Ceiling(time.TotalSeconds))} s"
            : Say.Duration(TimeSpan.FromMinutes(Math.Round(time.TotalMinutes)));
}
