using System.Text;
using NUnit.Framework;

namespace PimAudit.Model.Tests;

/// <summary>What may be shown of a name as it is.</summary>
public sealed class VisibleTests
{
    [TestCase('a')]
    [TestCase(' ')]
    [TestCase(0xA0, Description = "no-break space")]
    [TestCase('é')]
    [TestCase(0x0301, Description = "an accent")]
    [TestCase('Ж')]
    [TestCase(0x65E5)]
    [TestCase(0x1F600, Description = "a smile")]
    [TestCase(0x034E)]
    [TestCase(0x2801, Description = "the first Braille pattern with a dot")]
    [TestCase(0xFE10)]
    public void A_character_that_can_be_seen_is_shown(int value) => Assert.That(Visible.Is(new Rune(value)), Is.True);

    [TestCase('\n')]
    [TestCase(0x1B, Description = "escape")]
    [TestCase(0xAD, Description = "soft hyphen")]
    [TestCase(0x2003, Description = "em space")]
    [TestCase(0x200B, Description = "zero-width space")]
    [TestCase(0x202E, Description = "right to left")]
    [TestCase(0xE000, Description = "private use")]
    [TestCase(0x034F, Description = "combining grapheme joiner")]
    [TestCase(0x1160, Description = "Hangul filler")]
    [TestCase(0x3164, Description = "Hangul filler")]
    [TestCase(0xFFA0, Description = "Hangul filler")]
    [TestCase(0x17B4, Description = "Khmer vowel without a sign")]
    [TestCase(0x180B, Description = "Mongolian variation selector")]
    [TestCase(0x2800, Description = "Braille pattern without a dot")]
    [TestCase(0xFE00, Description = "variation selector")]
    [TestCase(0xFE0F, Description = "variation selector")]
    [TestCase(0xE0100, Description = "variation selector")]
    public void A_character_that_is_drawn_as_nothing_or_steers_is_not(int value) =>
        Assert.That(Visible.Is(new Rune(value)), Is.False);
}
