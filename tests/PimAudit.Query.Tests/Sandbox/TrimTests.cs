using NUnit.Framework;
using PimAudit.TestKit;

namespace PimAudit.Query.Tests.Sandbox;

/// <summary>Trimming given letters does what SQLite's own functions do.</summary>
public sealed class TrimTests
{
    [TestCase("trim('xxAdaxx', 'x')", "Ada")]
    [TestCase("ltrim('xyAdayx', 'xy')", "Adayx")]
    [TestCase("rtrim('xyAdayx', 'xy')", "xyAda")]
    [TestCase("trim('xx', 'x')", "")]
    [TestCase("trim('', 'x')", "")]
    [TestCase("trim('Ada', '')", "Ada")]
    [TestCase("trim('🙂Ada🙂', '🙂')", "Ada")]
    [TestCase("trim('🙂Ada', '🙃')", "🙂Ada")]
    [TestCase("trim(100, '0')", "1")]
    [TestCase("trim('  Ada ')", "Ada")]
    [TestCase("trim(NULL, 'x')", null)]
    [TestCase("trim('x', NULL)", null)]
    public void Takes_away_what_stands_at_the_ends(string call, string? expected) =>
        Assert.That(Asked.Of(A.Tenant, $"SELECT {call}").Rows[0][0], Is.EqualTo(expected));
}
