using NUnit.Framework;

namespace PimAudit.Model.Tests;

public sealed class ValidityTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 1, 6, 0, 0, TimeSpan.Zero);

    [TestCase(null, null, true)]
    [TestCase(0, null, true)]
    [TestCase(1, null, false)]
    [TestCase(null, 1, true)]
    [TestCase(null, 0, false)]
    [TestCase(-5, -1, false)]
    public void A_row_holds_from_its_start_and_no_longer_at_its_end(int? startsIn, int? endsIn, bool expected) =>
        Assert.That(Validity.HoldsAt(Now, In(startsIn), In(endsIn)), Is.EqualTo(expected));

    private static DateTimeOffset? In(int? seconds) => seconds is { } some ? Now.AddSeconds(some) : null;
}
