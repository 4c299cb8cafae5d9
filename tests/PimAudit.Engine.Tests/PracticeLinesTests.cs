using NUnit.Framework;

namespace PimAudit.Engine.Tests;

public sealed class PracticeLinesTests
{
    [Test]
    public void A_practice_may_name_several_lines() =>
        Assert.That(PracticeLines.Of("DO-4, DONT-5").Select(line => line.Line), Is.EqualTo(new[] { 109, 117 }));

    [Test]
    public void Beyond_the_practice_there_is_no_line() => Assert.That(PracticeLines.Of("ext"), Is.Empty);

    [Test]
    public void A_line_that_the_document_lacks_is_refused() =>
        Assert.That(() => PracticeLines.Of("DO-7").ToList(), Throws.ArgumentException);

    [Test]
    public void Every_line_has_an_id_of_its_own() => Assert.That(PracticeLines.All.Select(line => line.Id), Is.Unique);
}
