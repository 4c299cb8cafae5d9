using NUnit.Framework;
using PimAudit.Access.ConditionalAccess;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Questions;

/// <summary>What an authentication context really asks of the one who activates.</summary>
public sealed class ContextOnTheWayTests
{
    private const string Role = WaysInWords.Role;

    private static readonly TenantSnapshot InContext = Asking("c1");

    [Test]
    public void A_policy_that_reaches_the_person_enforces_it() =>
        Assert.That(Of(InContext.Policy("c1")), Is.EqualTo((ContextHold.Enforced, true)));

    [Test]
    public void Without_any_policy_PIM_asks_for_MFA_instead() =>
        Assert.That(Of(InContext), Is.EqualTo((ContextHold.MfaInstead, true)));

    [TestCase(PolicyState.ReportOnly)]
    [TestCase(PolicyState.Disabled)]
    public void A_policy_that_is_not_on_asks_nothing(PolicyState state) =>
        Assert.That(
            Of(InContext.Policy("c1", policy => policy with { State = state })),
            Is.EqualTo((ContextHold.NotReached, false))
        );

    [Test]
    public void An_excluded_person_is_asked_nothing() =>
        Assert.That(
            Of(
                InContext.Policy(
                    "c1",
                    policy => policy with { Excludes = PoliciesOf.Nobody with { Users = [A.Id("Ada")] } }
                )
            ),
            Is.EqualTo((ContextHold.NotReached, false))
        );

    [Test]
    public void A_policy_for_holders_of_a_role_does_not_reach_who_is_only_eligible() =>
        Assert.That(
            Of(
                InContext.Policy(
                    "c1",
                    policy => policy with { Includes = PoliciesOf.Nobody with { Roles = [A.Role(Role)] } }
                )
            ),
            Is.EqualTo((ContextHold.ByRoleAlone, false))
        );

    [Test]
    public void A_policy_with_a_way_around_it_does_not_count() =>
        Assert.That(
            Of(InContext.Policy("c1", policy => policy with { NarrowedBy = ["locations"] })),
            Is.EqualTo((ContextHold.Narrowed, false))
        );

    [Test]
    public void Policies_that_were_not_read_leave_it_open_and_are_named()
    {
        var answer = InContext.Refuse(SnapshotParts.ConditionalAccessPolicies).WhoCan();

        Assert.That(
            answer.Ways.Select(way => (way.Gates[0].Hold, way.Gates[0].Mfa)),
            Is.EqualTo(new (ContextHold?, bool?)[] { (ContextHold.Unknown, null) })
        );
        Assert.That(WaysInWords.Of(answer.Unread), Is.EqualTo(["ConditionalAccessPolicies Ada"]));
    }

    [Test]
    public void A_context_that_the_settings_do_not_name_is_unknown()
    {
        var answer = Asking(context: null).WhoCan();

        Assert.That(answer.Ways[0].Gates[0].Mfa, Is.Null);
        Assert.That(WaysInWords.Of(answer.Unread), Is.EqualTo(["RoleSettings Ada"]));
    }

    [Test]
    public void A_context_that_asks_nothing_makes_the_gate_the_weakest()
    {
        var way = InContext
            .Policy("c1", policy => policy with { State = PolicyState.Disabled })
            .Groups("Desk")
            .EligibleMember("Desk", "Approver")
            .Eligible("Desk", Role)
            .GroupSettings("Desk", change: one => one with { Mfa = true, ApprovalRequired = true, Approvers = [] })
            .InGroups("Approver")
            .WhoCan()
            .Ways.Single(way => way.Path.Hops.Length == 2);

        Assert.That(way.Weakest?.Owner.Label, Is.EqualTo(Role));
        Assert.That(way.Asks(gate => gate.Mfa), Is.True);
    }

    private static TenantSnapshot Asking(string? context) =>
        A
            .Tenant.Users("Ada", "Approver")
            .Settings(Role, one => one with { Mfa = false, ContextRequired = true, AuthenticationContext = context })
            .Eligible("Ada", Role)
            .InGroups("Ada");

    private static (ContextHold?, bool?) Of(TenantSnapshot tenant)
    {
        var gate = tenant.WhoCan().Ways.Single().Gates.Single();
        return (gate.Hold, gate.Mfa);
    }
}
