using System.Globalization;
using System.IO.Compression;

namespace PimAudit.Reports.Excel.Returned;

/// <summary>Refuses a package that no spreadsheet program writes, before anything in it is read.</summary>
internal static class PackageGuard
{
    /// <summary>A workbook that we issued shrinks to a fortieth at most; a bomb shrinks to a thousandth.</summary>
    private const long MaxRatio = 250;
    private const long AlwaysAllowed = 1 << 20;
    private const long MaxBytes = 2L << 30;
    private const int MaxEntries = 2_000;

    /// <summary>Characters of one part: what a header claims is checked by the reader once more.</summary>
    public const long MaxCharacters = 1L << 30;

    /// <exception cref="InvalidDataException">Not a zip, or one that cannot be meant.</exception>
    public static void Check(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > MaxEntries)
            throw new InvalidDataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"It holds {zip.Entries.Count} parts; a workbook has at most {MaxEntries}."
                )
            );
        if (zip.Entries.Sum(entry => entry.Length) > MaxBytes)
            throw new InvalidDataException("Unpacked it would be larger than any workbook.");
        foreach (var entry in zip.Entries)
            Measure(entry);
        stream.Position = 0;
    }

    /// <summary>Unpacked to nowhere: what a header claims proves nothing.</summary>
    private static void Measure(ZipArchiveEntry entry)
    {
        var most = Math.Max(AlwaysAllowed, entry.CompressedLength * MaxRatio);
        if (entry.Length > most)
            throw Bomb(entry);

        using var content = entry.Open();
        var buffer = new byte[81_920];
        var bytes = 0L;
        for (int read; (read = content.Read(buffer)) > 0; )
            if ((bytes += read) > most)
                throw Bomb(entry);
    }

    private static InvalidDataException Bomb(ZipArchiveEntry entry) =>
        new($"'{entry.FullName}' unpacks to far more than a workbook would.");
}
