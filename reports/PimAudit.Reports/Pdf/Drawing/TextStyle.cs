namespace PimAudit.Reports.Pdf.Drawing;

internal enum Weight
{
    Regular,
    SemiBold,
}

/// <summary>How text is set.</summary>
/// <param name="Size">pt.</param>
/// <param name="Line">Distance of base lines, pt.</param>
/// <param name="Tracking">Added after every glyph, pt.</param>
/// <param name="SlashedZero">For ids, hashes and times.</param>
/// <param name="Borrows">The reader's machine has glyphs that the measured font lacks; paper has none.</param>
internal readonly record struct TextStyle(
    float Size,
    float Line,
    Weight Weight,
    Colour Colour,
    float Tracking = 0,
    bool SlashedZero = false,
    bool Borrows = false
)
{
    public TextStyle Bold => this with { Weight = Weight.SemiBold };
    public TextStyle Aside => this with { Colour = Palette.Ink3 };
    public TextStyle Label => this with { Colour = Palette.Ink2 };
    public TextStyle Id => this with { SlashedZero = true };
}

/// <summary>The few styles of a report; nothing is set below 7 pt.</summary>
internal static class Styles
{
    public static readonly TextStyle Cover = new(32, 37, Weight.SemiBold, Palette.Ink, -0.8f);
    public static readonly TextStyle CoverSecond = new(32, 37, Weight.Regular, Palette.Ink2, -0.8f);
    public static readonly TextStyle CoverLead = new(11.5f, 16, Weight.Regular, Palette.Ink2);
    public static readonly TextStyle PageTitle = new(20, 26, Weight.SemiBold, Palette.Ink, -0.3f);
    public static readonly TextStyle Figure = new(21, 25, Weight.SemiBold, Palette.Ink, -0.6f);
    public static readonly TextStyle CardTitle = new(12.5f, 17, Weight.SemiBold, Palette.Ink, -0.15f);
    public static readonly TextStyle Verdict = new(14, 18, Weight.SemiBold, Palette.Ink, -0.15f);
    public static readonly TextStyle Heading = new(11.5f, 16, Weight.SemiBold, Palette.Ink);
    public static readonly TextStyle Body = new(9.5f, 14, Weight.Regular, Palette.Ink);
    public static readonly TextStyle Dense = new(8.5f, 12, Weight.Regular, Palette.Ink);
    public static readonly TextStyle Table = new(8, 11.4f, Weight.Regular, Palette.Ink);
    public static readonly TextStyle Small = new(7.5f, 10.5f, Weight.Regular, Palette.Ink);
    public static readonly TextStyle Smallest = new(7, 10, Weight.Regular, Palette.Ink);
    public static readonly TextStyle TableHead = new(7, 10, Weight.SemiBold, Palette.Ink2);
}
