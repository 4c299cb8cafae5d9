using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using HarfBuzzSharp;
using SkiaSharp;

namespace PimAudit.Reports.Pdf.Drawing;

/// <summary>A line of glyphs, in units of the font size.</summary>
/// <param name="Places">Where each glyph stands, right and down from the start of the base line.</param>
/// <param name="Advance">Length of the line.</param>
/// <param name="Zeros">Left edges of the zeros.</param>
internal sealed record ShapedText(
    ReadOnlyMemory<ushort> Glyphs,
    ReadOnlyMemory<(float X, float Y)> Places,
    float Advance,
    IReadOnlyList<float> Zeros
);

/// <summary>
/// One of the two embedded fonts, shaped with its kerning. Ligatures and other substitutes are off, so that every glyph stands
/// in the character map and text can be copied out of the file; digits are of one width as the font comes.
/// </summary>
internal sealed class Typeface
{
    private const int MostCached = 20_000;
    private static readonly Feature[] Features =
    [
        new(new Tag('l', 'i', 'g', 'a'), 0),
        new(new Tag('c', 'l', 'i', 'g'), 0),
        new(new Tag('c', 'a', 'l', 't'), 0),
    ];

    private static readonly Typeface Regular = new("Inter-Regular.ttf");
    private static readonly Typeface SemiBold = new("Inter-SemiBold.ttf");

    private readonly ConcurrentDictionary<string, ShapedText> cache = new(StringComparer.Ordinal);

    // A shaper looks into face, blob and bytes as long as it lives, which is as long as the process.
    private readonly GCHandle data;
    private readonly Blob blob;
    private readonly Face face;
    private readonly HarfBuzzSharp.Font shaper;
    private readonly float unitsPerEm;

    private Typeface(string file)
    {
        var bytes = Read(file);
        Skia = SKTypeface.FromData(SKData.CreateCopy(bytes));
        data = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        blob = new Blob(data.AddrOfPinnedObject(), bytes.Length, MemoryMode.ReadOnly);
        face = new Face(blob, 0);
        unitsPerEm = face.UnitsPerEm;
        shaper = new HarfBuzzSharp.Font(face);
        shaper.SetScale(face.UnitsPerEm, face.UnitsPerEm);
        shaper.SetFunctionsOpenType();
    }

    public SKTypeface Skia { get; }

    public static Typeface Of(Weight weight) => weight is Weight.SemiBold ? SemiBold : Regular;

    /// <summary>Both weights have a glyph.</summary>
    public static bool Has(Rune rune) => Regular.Knows(rune) && SemiBold.Knows(rune);

    public static float Width(string text, TextStyle style) =>
        (Of(style.Weight).Shape(text).Advance * style.Size)
        + (style.Tracking * text.Length)
        + (style.Borrows ? Borrowed(text) * style.Size : 0);

    public ShapedText Shape(string text)
    {
        if (cache.TryGetValue(text, out var known))
            return known;
        if (cache.Count > MostCached)
            cache.Clear();
        return cache.GetOrAdd(text, ShapeAnew);
    }

    /// <summary>A borrowed glyph is at most as wide as it is high, which is more than the empty box that was measured.</summary>
    private static float Borrowed(string text) =>
        text.EnumerateRunes().Count(rune => !rune.IsAscii && !Has(rune)) * (1 - Regular.Shape("\uFFFF").Advance);

    private bool Knows(Rune rune) => shaper.TryGetNominalGlyph((uint)rune.Value, out var glyph) && glyph != 0;

    private ShapedText ShapeAnew(string text)
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(text);
        buffer.Direction = Direction.LeftToRight;
        buffer.Script = Script.Latin;
        buffer.Language = new Language(CultureInfo.InvariantCulture);
        shaper.Shape(buffer, Features);
        var infos = buffer.GlyphInfos;
        var positions = buffer.GlyphPositions;
        var glyphs = new ushort[infos.Length];
        var places = new (float, float)[infos.Length];
        var zeros = new List<float>();
        var x = 0f;
        for (var at = 0; at < infos.Length; at++)
        {
            if (text[(int)infos[at].Cluster] == '0')
                zeros.Add(x);

            glyphs[at] = (ushort)infos[at].Codepoint;
            places[at] = (x + (positions[at].XOffset / unitsPerEm), -positions[at].YOffset / unitsPerEm);
            x += positions[at].XAdvance / unitsPerEm;
        }

        return new(glyphs, places, x, zeros);
    }

    private static byte[] Read(string file)
    {
        using var stream =
            typeof(Typeface).Assembly.GetManifestResourceStream($"PimAudit.Reports.Fonts.{file}")
            ?? throw new InvalidOperationException($"The font {file} is not in the assembly.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
