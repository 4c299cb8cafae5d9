using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Cli.Tests.Fleet;

public sealed class FleetOutcomeTests
{
    [TestCase("0 0", 0)]
    [TestCase("0 1 3 4 5", 1)]
    [TestCase("0 3", 3)]
    [TestCase("0 2", 3)]
    [TestCase("0 5", 3)]
    [TestCase("4 0", 3)]
    [TestCase("4 3", 3)]
    [TestCase("4 4", 4)]
    public void Findings_outrank_what_is_missing_and_one_tenant_that_was_not_scanned_is_missing(
        string codes,
        int code
    ) =>
        Assert.That(
            (int)
                FleetOutcome
                    .Of(
                        new(
                            FleetRollUp.CurrentSchemaVersion,
                            default,
                            "",
                            [],
                            [
                                .. codes
                                    .Split(' ')
                                    .Select(one => new TenantSummary("a", Guid.Empty, one[0] - (int)'0', null, null)),
                            ]
                        )
                    )
                    .Code,
            Is.EqualTo(code)
        );
}
