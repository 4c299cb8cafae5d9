namespace PimAudit.Reports.Pdf.Qr;

/// <summary>How hard a square is to read: the mask with the least penalty is used.</summary>
internal static class QrPenalty
{
    private static readonly bool[] FinderLike =
    [
        true,
        false,
        true,
        true,
        true,
        false,
        true,
        false,
        false,
        false,
        false,
    ];
    private static readonly bool[] FinderBack = [.. FinderLike.Reverse()];

    public static int Of(bool[,] dark)
    {
        var size = dark.GetLength(0);
        var lines = Enumerable
            .Range(0, size)
            .SelectMany(at => new[] { Row(dark, at, size), Column(dark, at, size) })
            .ToList();
        return lines.Sum(Runs) + (40 * lines.Sum(Finders)) + (3 * Blocks(dark, size)) + Balance(lines, size);
    }

    private static bool[] Row(bool[,] dark, int y, int size) => [.. Enumerable.Range(0, size).Select(x => dark[y, x])];

    private static bool[] Column(bool[,] dark, int x, int size) =>
        [.. Enumerable.Range(0, size).Select(y => dark[y, x])];

    private static int Runs(bool[] line)
    {
        var (penalty, length) = (0, 1);
        for (var at = 1; at <= line.Length; at++)
        {
            if (at < line.Length && line[at] == line[at - 1])
            {
                length++;
                continue;
            }

            penalty += length >= 5 ? length - 2 : 0;
            length = 1;
        }

        return penalty;
    }

    private static int Finders(bool[] line) =>
        Enumerable
            .Range(0, line.Length - FinderLike.Length + 1)
            .Count(at =>
                line.AsSpan(at, FinderLike.Length).SequenceEqual(FinderLike)
                || line.AsSpan(at, FinderBack.Length).SequenceEqual(FinderBack)
            );

    private static int Blocks(bool[,] dark, int size)
    {
        var blocks = 0;
        for (var y = 1; y < size; y++)
        for (var x = 1; x < size; x++)
            if (dark[y, x] == dark[y - 1, x] && dark[y, x] == dark[y, x - 1] && dark[y, x] == dark[y - 1, x - 1])
                blocks++;
        return blocks;
    }

    private static int Balance(List<bool[]> lines, int size)
    {
        var dark = lines.Sum(line => line.Count(isDark => isDark)) / 2;
        return Math.Abs((dark * 20) - (size * size * 10)) / (size * size) * 10;
    }
}
