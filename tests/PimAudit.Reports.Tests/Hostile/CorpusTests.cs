using NUnit.Framework;
using PimAudit.TestKit;

namespace PimAudit.Reports.Tests;

/// <summary>The corpus is what it says.</summary>
public sealed class CorpusTests
{
    [Test]
    public void Holds_more_than_two_hundred_different_strings() =>
        Assert.That(
            Corpus.Strings.Distinct(StringComparer.Ordinal).Count(),
            Is.GreaterThan(350).And.EqualTo(Corpus.Strings.Length)
        );

    [Test]
    public void Says_what_a_line_cannot_hold() =>
        Assert.That(
            new[] { "", "\t=1+1", "\ud800", "a\0b", @"\\evil.example\share\x", new string('x', 40_000) }.Except(
                Corpus.Strings,
                StringComparer.Ordinal
            ),
            Is.Empty
        );
}
