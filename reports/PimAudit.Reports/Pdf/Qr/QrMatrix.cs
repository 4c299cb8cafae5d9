namespace PimAudit.Reports.Pdf.Qr;

/// <summary>Places patterns, format and data in the square.</summary>
internal sealed class QrMatrix
{
    private const int FormatGenerator = 0x537;
    private const int FormatMask = 0x5412;

    private readonly int size;
    private readonly bool[,] dark;
    private readonly bool[,] taken;

    private QrMatrix(int size)
    {
        this.size = size;
        dark = new bool[size, size];
        taken = new bool[size, size];
    }

    public static bool[,] Draw(QrLayout layout, byte[] words, int mask)
    {
        var matrix = new QrMatrix(layout.Size);
        matrix.Patterns(layout.Version);
        matrix.Format(mask);
        matrix.Data(words, mask);
        return matrix.dark;
    }

    private void Patterns(int version)
    {
        for (var at = 0; at < size; at++)
        {
            Put(6, at, at % 2 == 0);
            Put(at, 6, at % 2 == 0);
        }

        Finder(3, 3);
        Finder(size - 4, 3);
        Finder(3, size - 4);
        if (version > 1)
            Square(size - 7, size - 7, reach: 2, distance => distance != 1);
    }

    private void Finder(int x, int y) => Square(x, y, reach: 4, distance => distance is not (2 or 4));

    private void Square(int x, int y, int reach, Func<int, bool> isDark)
    {
        for (var down = -reach; down <= reach; down++)
        for (var right = -reach; right <= reach; right++)
            if (x + right >= 0 && x + right < size && y + down >= 0 && y + down < size)
                Put(x + right, y + down, isDark(Math.Max(Math.Abs(right), Math.Abs(down))));
    }

    /// <summary>Level M is 00; ten check bits follow (BCH).</summary>
    private void Format(int mask)
    {
        var rest = mask;
        for (var at = 0; at < 10; at++)
            rest = (rest << 1) ^ ((rest >> 9) * FormatGenerator);
        var bits = ((mask << 10) | rest) ^ FormatMask;

        for (var at = 0; at < 15; at++)
        {
            var bit = ((bits >> at) & 1) == 1;
            var near = at < 6 ? at : at + 1;
            if (at < 8)
                Put(8, near, bit);
            else
                Put(at == 8 ? 7 : 14 - at, 8, bit);
            if (at < 8)
                Put(size - 1 - at, 8, bit);
            else
                Put(8, size - 15 + at, bit);
        }

        Put(8, size - 8, isDark: true);
    }

    private void Data(byte[] words, int mask)
    {
        var at = 0;
        foreach (var (x, y) in Zigzag().Where(place => !taken[place.Y, place.X]))
        {
            var bit = at < words.Length * 8 && ((words[at / 8] >> (7 - (at % 8))) & 1) == 1;
            dark[y, x] = bit ^ Masks(mask, x, y);
            at++;
        }
    }

    /// <summary>Two columns at a time from the right, up and down in turn, around the timing column.</summary>
    private IEnumerable<(int X, int Y)> Zigzag()
    {
        var up = true;
        for (var right = size - 1; right > 0; right -= 2)
        {
            if (right == 6)
                right--;
            for (var step = 0; step < size; step++)
            {
                var y = up ? size - 1 - step : step;
                yield return (right, y);
                yield return (right - 1, y);
            }

            up = !up;
        }
    }

    private static bool Masks(int mask, int x, int y) =>
        mask switch
        {
            0 => (x + y) % 2 == 0,
            1 => y % 2 == 0,
            2 => x % 3 == 0,
            3 => (x + y) % 3 == 0,
            4 => ((x / 3) + (y / 2)) % 2 == 0,
            5 => (x * y % 2) + (x * y % 3) == 0,
            6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
            _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
        };

    private void Put(int x, int y, bool isDark)
    {
        dark[y, x] = isDark;
        taken[y, x] = true;
    }
}
