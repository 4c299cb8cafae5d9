using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace PimAudit.Rules;

/// <summary>What a name looks like to somebody who reads it.</summary>
/// <remarks>
/// Two names of one shape look alike. Source: Unicode Technical Standard #39, confusables.txt, of which the Latin look-alikes
/// among Greek, Cyrillic and Armenian letters are kept here, and the full-width and mathematical forms that NFKC folds. The
/// runtime's own normalization does nothing in invariant mode. Case does not count, nor do characters that nobody sees.
/// </remarks>
internal static class NameShape
{
    /// <summary>Letter and Latin look-alike, in turns.</summary>
    private const string Letters =
        // Cyrillic capitals and small letters
        "\u0410A\u0412B\u0415E\u041AK\u041CM\u041DH\u041EO\u0420P\u0421C\u0422T\u0423Y\u0425X\u0405S\u0406I\u0408J\u04AEY\u04C0I\u050CG\u051AQ\u051CW"
        + "\u0430a\u0435e\u043Eo\u0440p\u0441c\u0443y\u0445x\u0455s\u0456i\u0458j\u0475v\u04AFy\u04BBh\u04CFl\u0501d\u051Bq\u051Dw"
        // Greek
        + "\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039AK\u039CM\u039DN\u039FO\u03A1P\u03A4T\u03A5Y\u03A7X"
        + "\u03B1a\u03B3y\u03B9i\u03BDv\u03BFo\u03C1p\u03C3o\u03C5u\u03F2c\u03F3j"
        // Armenian, Latin letters beyond ASCII, dashes
        + "\u0555O\u054DU\u0570h\u0578n\u057Du\u0581g\u0585o"
        + "\u0131i\u0251a\u0261g\u0269i\u2010-\u2011-\u2012-\u2013-\u2014-\u2212-";

    private static readonly FrozenDictionary<Rune, Rune> LookAlikes = Letters
        .EnumerateRunes()
        .Chunk(2)
        .ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    public static string Of(string name)
    {
        var shape = new StringBuilder(name.Length);
        foreach (var one in name.EnumerateRunes())
            if (Rune.IsWhiteSpace(one))
                shape.Append(shape.Length > 0 && shape[^1] is not ' ' ? " " : "");
            else if (!HiddenCharacters.IsHidden(one))
                shape.Append(Alike(one));
        return shape
            .ToString()
            .Trim()
            .Replace("rn", "m", StringComparison.Ordinal)
            .Replace("vv", "w", StringComparison.Ordinal);
    }

    /// <summary>The name with everything spelled out that is not what it seems: <c>Br&lt;U+0435&gt;ak Glass</c>.</summary>
    public static string Printed(string name)
    {
        var printed = new StringBuilder(name.Length);
        foreach (var one in name.EnumerateRunes())
            printed.Append(HiddenCharacters.IsHidden(one) || Plain(one) != one ? $"<{Code(one)}>" : one.ToString());
        return printed.ToString();
    }

    /// <summary>Such as <c>U+202E</c>.</summary>
    public static string Code(Rune one) => string.Create(CultureInfo.InvariantCulture, $"U+{one.Value:X4}");

    private static Rune Alike(Rune one) =>
        Rune.ToLowerInvariant(Plain(one)).Value switch
        {
            '0' => new('o'),
            '1' or '|' or 'i' => new('l'),
            var other => new(other),
        };

    private static Rune Plain(Rune one) => LookAlikes.GetValueOrDefault(Folded(one), Folded(one));

    /// <summary>Full-width forms, mathematical letters and mathematical digits stand in the order of ASCII.</summary>
    private static Rune Folded(Rune one) =>
        one.Value switch
        {
            >= 0xFF01 and <= 0xFF5E => new(one.Value - 0xFF01 + '!'),
            >= 0x1D400 and <= 0x1D6A3 => Letter((one.Value - 0x1D400) % 52),
            >= 0x1D7CE and <= 0x1D7FF => new('0' + (one.Value - 0x1D7CE) % 10),
            _ => one,
        };

    private static Rune Letter(int index) => index < 26 ? new('A' + index) : new('a' + index - 26);
}
