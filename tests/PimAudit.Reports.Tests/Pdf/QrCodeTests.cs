using NUnit.Framework;
using PimAudit.Reports.Pdf.Qr;

namespace PimAudit.Reports.Tests.Pdf;

public sealed class QrCodeTests
{
    /// <summary>Drawn by another encoder (qrencode 4.1.1, 8-bit mode, level M).</summary>
    private const string Known = """
        #######.###.#.#######
        #.....#..##.#.#.....#
        #.###.#.##.##.#.###.#
        #.###.#....##.#.###.#
        #.###.#.....#.#.###.#
        #.....#.###...#.....#
        #######.#.#.#.#######
        ...........#.........
        #.#...##..###..#..#.#
        .####..###...#.##.#.#
        #.##..#.#.#..##.#.#.#
        .#.......##.#..#.#...
        ##...##.#....###.#.##
        ........#.##.##.####.
        #######.#.####..#.#.#
        #.....#..#.#.##..#...
        #.###.#....####.####.
        #.###.#.........#....
        #.###.#.#.....#.#.###
        #.....#...#.#..#.#...
        #######.#.#...#.#...#
        """;

    [Test]
    public void Draws_what_another_encoder_draws_under_the_same_mask()
    {
        var layout = QrLayout.For(8);
        var words = QrWords.Of("PimAudit"u8.ToArray(), layout);

        var drawn = Enumerable.Range(0, 8).Select(mask => Draw(QrMatrix.Draw(layout, words, mask)));

        Assert.That(drawn.Count(code => code == Known), Is.EqualTo(1));
    }

    [TestCase(14, 21)]
    [TestCase(15, 25)]
    [TestCase(62, 33)]
    [TestCase(63, 37)]
    [TestCase(106, 41)]
    public void Takes_the_smallest_version_that_holds_the_text(int letters, int size) =>
        Assert.That(QrCode.Of(new string('a', letters)).Size, Is.EqualTo(size));

    [Test]
    public void Refuses_more_than_version_six_holds() =>
        Assert.That(() => QrCode.Of(new string('a', 107)), Throws.ArgumentException);

    private static string Draw(bool[,] dark) =>
        string.Join(
            '\n',
            Enumerable
                .Range(0, dark.GetLength(0))
                .Select(y => string.Concat(Enumerable.Range(0, dark.GetLength(1)).Select(x => dark[y, x] ? '#' : '.')))
        );
}
