using NUnit.Framework;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class CoverageGapTests
{
    [Test]
    public void Silent_when_every_part_was_read()
    {
        var run = Audit.With<CoverageGap>(A.Tenant);

        Assert.That((run.Outcome, run.Result.Counts.Judged), Is.EqualTo((RuleOutcome.Pass, 37)));
    }

    [Test]
    public void Names_the_part_the_reason_the_blind_rules_and_the_cure()
    {
        var finding = Findings(A.Tenant.HighestRolesSettled().Refuse(SnapshotParts.ConditionalAccessPolicies)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Medium));
            Assert.That(finding.Title, Is.EqualTo("The part Conditional Access could not be read"));
            Assert.That(finding.Observed, Is.EqualTo("Refused: Graph answered 403. Blind: PIM210."));
            Assert.That(
                finding.Fix.Steps,
                Has.Some.EqualTo("Grant the application ConditionalAccessPolicies.Read, then run the collection again.")
            );
            Assert.That(
                finding.Identity.Select(part => part.Key),
                Is.EqualTo(new[] { "part:ConditionalAccessPolicies" })
            );
        }
    }

    [Test]
    public void One_finding_for_each_object_of_a_part_that_was_read_in_part()
    {
        var findings = Findings(
            A.Tenant.Groups("One", "Two").Gap(SnapshotParts.GroupOwners, "One").Gap(SnapshotParts.GroupOwners, "Two")
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                findings.Select(finding => finding.Title),
                Is.EquivalentTo(
                    new[]
                    {
                        "The part group owners could not be read for One",
                        "The part group owners could not be read for Two",
                    }
                )
            );
            Assert.That(
                findings.SelectMany(finding => finding.Identity).Select(part => part.Key),
                Is.EquivalentTo(
                    new[] { "part:GroupOwners", "part:GroupOwners", $"group:{A.Id("One"):D}", $"group:{A.Id("Two"):D}" }
                )
            );
        }
    }

    [TestCase(SnapshotParts.ServicePrincipalOwners, "Backup", "servicePrincipal", "Backup")]
    [TestCase(SnapshotParts.ApplicationOwners, "Backup app", "other", "Backup")]
    [TestCase(SnapshotParts.SignInActivity, "Ben", "user", "Ben")]
    [TestCase(SnapshotParts.ActiveAssignments, "Ben", "unresolved", "Ben")]
    [TestCase(SnapshotParts.GroupEligibilitySchedules, "One", "group", "One")]
    public void Names_the_object_as_its_part_knows_it(SnapshotParts part, string gap, string kind, string name)
    {
        var tenant = A.Tenant.Users("Ben").Groups("One").Workloads("Backup") with
        {
            Applications = [new(A.Id("Backup app"), A.Id("client"), "Backup", Credentials: null)],
        };

        var finding = Findings(tenant.Gap(part, gap)).Single();

        Assert.That(
            (finding.Related[0].Object.Key, finding.Related[0].Object.DisplayName),
            Is.EqualTo(($"{kind}:{A.Id(gap):D}", name))
        );
    }

    [TestCase(SnapshotParts.SignInActivity, "Microsoft Entra ID P1 or P2 for the tenant, or grant Directory.Read.All")]
    [TestCase(SnapshotParts.PimAlerts, "Microsoft Entra ID P2 or ID Governance for the tenant, then")]
    public void Tells_the_licence_that_the_part_wants(SnapshotParts part, string licence) =>
        Assert.That(
            Cure.Of(A.Tenant.Collection[part] with { Status = PartStatus.Unlicensed, Reason = MissingReason.Licence }),
            Does.StartWith("Get " + licence)
        );

    [Test]
    public void Tells_which_licence_cures_a_part_without_one() =>
        Assert.That(
            Findings(A.Tenant.Unlicensed()).Select(finding => finding.Fix.Steps[0]).Distinct(),
            Is.EqualTo(
                new[] { "Get Microsoft Entra ID P2 or ID Governance for the tenant, then run the collection again." }
            )
        );

    [Test]
    public void A_part_that_was_not_asked_for_is_a_gap_only_where_a_rule_misses_it()
    {
        var tenant = A.Tenant with
        {
            Collection = A.Tenant.Collection with
            {
                Parts =
                [
                    .. A.Tenant.Collection.Parts.Where(record =>
                        record.Part
                            is not (SnapshotParts.ConditionalAccessPolicies or SnapshotParts.AdministrativeUnits)
                    ),
                ],
            },
        };

        Assert.That(
            Findings(tenant).Select(finding => finding.Subject.Id),
            Is.EqualTo(new[] { "ConditionalAccessPolicies" })
        );
    }

    private static IEnumerable<Finding> Findings(TenantSnapshot tenant) =>
        Audit
            .Judge(tenant, AuditConfiguration.Empty, new AuthenticationContextNotEnforced(), new CoverageGap())
            .Findings.Where(finding => finding.RuleId == "PIM901");
}
