using NUnit.Framework;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

/// <summary>What one rule about emergency accounts accepts no other rule may call a fault, whatever its family.</summary>
public sealed class EmergencyNeighboursTests
{
    private const string Global = "Global Administrator";
    private const string Group = "RAG - Emergency Access";

    private static readonly Guid One = A.Id("Glass 1");
    private static readonly Guid Two = A.Id("Glass 2");

    /// <summary>As Microsoft wants them: no licence, a security key, excluded from every policy, tested half a year ago at most.</summary>
    private static readonly TenantSnapshot Tenant = A
        .Tenant.HighestRolesSettled()
        .User("Glass 1", Bare)
        .User("Glass 2", Bare)
        .Emergency("Glass 1")
        .Emergency("Glass 2")
        .InGroups("Glass 1")
        .InGroups("Glass 2")
        .WithMethods("Glass 1", "fido2SecurityKey")
        .WithMethods("Glass 2", "fido2SecurityKey")
        .WithSignIns("Glass 1", TimeSpan.FromDays(100), TimeSpan.FromDays(100))
        .WithSignIns("Glass 2", TimeSpan.FromDays(100), TimeSpan.FromDays(100))
        .Policy(
            "",
            policy =>
                policy with
                {
                    Contexts = [],
                    Resources = ["All"],
                    Grant = PoliciesOf.Asks("block"),
                    Excludes = PoliciesOf.Nobody with { Users = [One, Two] },
                }
        );

    [Test]
    public void Nothing_is_said_of_accounts_that_are_assigned_through_pim() =>
        Assert.That(About(Tenant.Assigned("Glass 1", Global).Assigned("Glass 2", Global)), Is.Empty);

    /// <summary>The document wants them outside PIM, so this is a note and no fault.</summary>
    [Test]
    public void Accounts_that_are_assigned_outside_pim_are_worth_a_note() =>
        Assert.That(
            About(Tenant.AssignedOutsidePim("Glass 1", Global).AssignedOutsidePim("Glass 2", Global)),
            Is.EquivalentTo(new[] { "PIM106 Info: Glass 1", "PIM106 Info: Glass 2" })
        );

    /// <summary>They work, so PIM401 accepts them; that it is through a group is one Medium each, and the group is exempt.</summary>
    [Test]
    public void Accounts_in_a_group_of_their_own_are_one_finding_each()
    {
        var tenant = Tenant.Groups(Group).Member(Group, "Glass 1").Member(Group, "Glass 2").Assigned(Group, Global);

        Assert.That(
            (About(tenant), About(tenant, A.Id(Group))),
            Is.EqualTo((new[] { "PIM404 Medium: Glass 1", "PIM404 Medium: Glass 2" }, Array.Empty<string>()))
        );
    }

    [Test]
    public void The_tenant_is_content_with_exactly_two() =>
        Assert.That(
            Judge(Tenant.Assigned("Glass 1", Global).Assigned("Glass 2", Global))
                .Rules.Where(rule => rule.Id is "PIM401" or "PIM402" or "PIM405")
                .Select(rule => rule.Outcome),
            Is.EqualTo(new[] { RuleOutcome.Pass, RuleOutcome.Pass, RuleOutcome.Pass })
        );

    /// <summary>PIM401 misses it and PIM405 names it; no other rule of the family has anybody to speak of.</summary>
    [Test]
    public void A_configured_account_that_does_not_exist_is_reported_by_the_rules_that_look_for_it()
    {
        var tenant = Tenant.Assigned("Glass 1", Global) with
        {
            Users = [.. Tenant.Users.Where(user => user.Id == One)],
            EmergencyAccounts = [new(One.ToString("D"), One), new("glass.2@contoso.example", null)],
        };
        var result = Judge(tenant);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                result
                    .Findings.Where(finding => finding.RuleId.StartsWith("PIM4", StringComparison.Ordinal))
                    .Select(finding => $"{finding.RuleId}: {finding.Subject.Label}"),
                Is.EqualTo(new[] { "PIM401: Contoso", "PIM405: glass.2@contoso.example" })
            );
            Assert.That(
                result.Rules.Where(rule =>
                    rule.Id.StartsWith("PIM4", StringComparison.Ordinal) && rule.Counts.Blind > 0
                ),
                Is.Empty
            );
        }
    }

    /// <summary>An entry that names nobody exempts nobody: what the account still holds is ordinary standing access.</summary>
    [Test]
    public void An_entry_that_is_gone_exempts_nobody() =>
        Assert.That(
            About(
                Tenant.Assigned("Glass 1", Global).Assigned("Glass 2", Global) with
                {
                    EmergencyAccounts = [new(One.ToString("D"), One), new("glass.9@contoso.example", null)],
                },
                Two
            ),
            Is.SupersetOf(new[] { "PIM101 Critical: Glass 2", "PIM105 Medium: Glass 2" })
        );

    private static IEnumerable<string> About(TenantSnapshot tenant) => About(tenant, One, Two);

    private static IEnumerable<string> About(TenantSnapshot tenant, params Guid[] ids) =>
        Judge(tenant)
            .Findings.Where(finding => ids.Any(id => finding.Subject.Id == id.ToString("D")))
            .Select(finding => $"{finding.RuleId} {finding.Severity}: {finding.Subject.Label}")
            .Order(StringComparer.Ordinal);

    private static AuditResult Judge(TenantSnapshot tenant) =>
        Audit.Judge(tenant, AuditConfiguration.Empty, [.. Catalogue.All]);

    private static User Bare(User user) => user with { Plans = [] };
}
