using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PimAudit.Rules;

/// <summary>Characters of a name that nobody sees, or that change the order in which the others are shown.</summary>
/// <remarks>
/// Source: Unicode Character Database, properties Bidi_Control (PropList.txt) and Default_Ignorable_Code_Point
/// (DerivedCoreProperties.txt); also control characters, line and paragraph separators, and the blank Braille pattern.
/// </remarks>
internal static class HiddenCharacters
{
    private static readonly ImmutableArray<(int From, int To)> Bidirectional =
    [
        (0x061C, 0x061C),
        (0x200E, 0x200F),
        (0x202A, 0x202E),
        (0x2066, 0x2069),
    ];

    private static readonly ImmutableArray<(int From, int To)> Invisible =
    [
        (0x00AD, 0x00AD),
        (0x034F, 0x034F),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180B, 0x180F),
        (0x200B, 0x200D),
        (0x2028, 0x2029),
        (0x2060, 0x2065),
        (0x206A, 0x206F),
        (0x2800, 0x2800),
        (0x3164, 0x3164),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0),
        (0xFFF0, 0xFFFB),
        (0x1BCA0, 0x1BCA3),
        (0x1D173, 0x1D17A),
        (0xE0000, 0xE0FFF),
    ];

    /// <summary>The first script beyond Latin, Greek, Cyrillic and Armenian, where joiners begin to have a meaning.</summary>
    private const int FirstJoiningScript = 0x0590;

    public static bool IsBidirectional(Rune one) => IsIn(Bidirectional, one);

    public static bool IsHidden(Rune one) =>
        IsBidirectional(one) || IsIn(Invisible, one) || Rune.GetUnicodeCategory(one) is UnicodeCategory.Control;

    /// <summary>Those out of place, each once, in the order of the name.</summary>
    public static ImmutableArray<Rune> In(string name)
    {
        var found = ImmutableArray.CreateBuilder<Rune>();
        Rune? before = null;
        foreach (var one in name.EnumerateRunes())
        {
            if (IsHidden(one) && !IsInPlace(one, before) && !found.Contains(one))
                found.Add(one);
            before = one;
        }

        return found.ToImmutable();
    }

    /// <summary>A joiner or variation selector belongs after a letter of such a script, and after an emoji.</summary>
    private static bool IsInPlace(Rune one, Rune? before) =>
        one.Value is 0x200C or 0x200D or 0xFE0E or 0xFE0F
        && before is { } letter
        && letter.Value >= FirstJoiningScript
        && Rune.GetUnicodeCategory(letter)
            is UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.OtherSymbol
                or UnicodeCategory.ModifierSymbol;

    private static bool IsIn(ImmutableArray<(int From, int To)> ranges, Rune one) =>
        ranges.Any(range => range.From <= one.Value && one.Value <= range.To);
}
