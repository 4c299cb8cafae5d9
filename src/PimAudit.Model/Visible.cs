using System.Globalization;
using System.Text;

namespace PimAudit.Model;

/// <summary>Which characters of a name may be shown as they are; every place that shows names asks here.</summary>
public static class Visible
{
    /// <summary>
    /// False for what is invisible, steers a terminal, turns the reading direction or has no agreed shape: it is shown as its
    /// code point.
    /// </summary>
    public static bool Is(Rune rune) =>
        rune.Value is ' ' or 0xA0
        || !IsBlank(rune.Value)
            && Rune.GetUnicodeCategory(rune)
                is not (
                    UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.SpaceSeparator
                    or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned
                    or UnicodeCategory.Surrogate
                );

    /// <summary>
    /// Letters, marks and signs that are drawn as nothing: those that Unicode calls default ignorable outside the category of
    /// format characters (DerivedCoreProperties.txt), and the blank Braille pattern.
    /// </summary>
    private static bool IsBlank(int value) =>
        value
            is 0x034F
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or (>= 0x180B and <= 0x180F)
                or 0x2800
                or 0x3164
                or (>= 0xFE00 and <= 0xFE0F)
                or 0xFFA0
                or (>= 0xE0100 and <= 0xE01EF);
}
