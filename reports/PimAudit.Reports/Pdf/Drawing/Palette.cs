namespace PimAudit.Reports.Pdf.Drawing;

/// <param name="Rgb">0xRRGGBB.</param>
internal readonly record struct Colour(uint Rgb);

/// <summary>The colours of every printed report. Text is never set in a severity colour.</summary>
internal static class Palette
{
    public static readonly Colour White = new(0xFFFFFF);
    public static readonly Colour Ink = new(0x17212B);
    public static readonly Colour Ink2 = new(0x44505C);
    public static readonly Colour Ink3 = new(0x5C6772);
    public static readonly Colour Line = new(0xC9D0D6);
    public static readonly Colour Wash = new(0xF4F6F7);
    public static readonly Colour Wash2 = new(0xE9EDEF);
    public static readonly Colour Accent = new(0x0B5563);
    public static readonly Colour Pass = new(0x1E6B52);
    public static readonly Colour PassFill = new(0xCFE5DB);
    public static readonly Colour Fail = new(0x8C1232);
    public static readonly Colour Unknown = new(0x55498C);
    public static readonly Colour Approach2 = new(0x34569A);
    public static readonly Colour Mixed = new(0xA93A12);
}
