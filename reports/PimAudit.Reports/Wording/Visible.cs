using System.Globalization;
using System.Text;

namespace PimAudit.Reports.Wording;

/// <summary>Which characters of a name may be shown as they are; every place that shows names asks here.</summary>
public static class Visible
{
    /// <summary>
    /// False for what is invisible, steers a terminal, turns the reading direction or has no agreed shape: it is shown as its
    /// code point.
    /// </summary>
    public static bool Is(Rune rune) =>
        rune.Value is ' ' or 0xA0
        || Rune.GetUnicodeCategory(rune)
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
}
