using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests;

public sealed class GateTests
{
    private const string Role = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Ada", "Olga")
        .Groups("Mail")
        .Settings(Role, settings => settings with { LongestActivation = TimeSpan.FromHours(1) })
        .GroupSettings("Mail", GroupAccess.Member, Lasting(2))
        .GroupSettings("Mail", GroupAccess.Owner, Lasting(3));

    [Test]
    public void An_eligible_role_asks_what_the_role_asks() =>
        Assert.That(
            Asked(AccessMap.Resolve(Tenant.Eligible("Ada", Role)).Paths),
            Is.EqualTo([(Role, (GroupAccess?)null, 1.0)])
        );

    [Test]
    public void An_eligible_membership_asks_what_the_member_side_asks_and_nothing_of_the_role() =>
        Assert.That(
            Asked(AccessMap.Resolve(Tenant.EligibleMember("Mail", "Ada").Assigned("Mail", Role)).Paths),
            Is.EqualTo([("Mail", (GroupAccess?)GroupAccess.Member, 2.0)])
        );

    [Test]
    public void Two_eligible_hops_ask_twice() =>
        Assert.That(
            Asked(AccessMap.Resolve(Tenant.EligibleMember("Mail", "Ada").Eligible("Mail", Role)).Paths),
            Is.EqualTo([("Mail", (GroupAccess?)GroupAccess.Member, 2.0), (Role, null, 1.0)])
        );

    [Test]
    public void An_eligible_ownership_asks_what_the_owner_side_asks() =>
        Assert.That(
            Asked(AccessMap.Resolve(Tenant.EligibleOwner("Mail", "Olga").Assigned("Mail", Role)).TakeoverPaths),
            Is.EqualTo([("Mail", (GroupAccess?)GroupAccess.Owner, 3.0)])
        );

    [Test]
    public void Hops_that_are_open_ask_nothing() =>
        Assert.That(
            Asked(
                AccessMap
                    .Resolve(
                        Tenant
                            .ActivatedMember("Mail", "Ada")
                            .Assigned("Mail", Role)
                            .Assigned("Ada", Role)
                            .AssignedUnlisted("Olga", Role)
                    )
                    .Paths
            ),
            Is.Empty
        );

    [Test]
    public void Settings_that_could_not_be_read_are_unknown_not_absent()
    {
        var tenant = A.Tenant.Users("Ada").Eligible("Ada", Role).Gap(SnapshotParts.RoleSettings, A.Role(Role));
        var gates = AccessMap.Resolve(tenant).Paths.Single().Hops.Single().Gates!;

        Assert.That(
            (gates.Gap?.Reason, gates.Mfa, gates.ContextRequired, gates.Justification, gates.Approval, gates.Longest),
            Is.EqualTo(
                (
                    (MissingReason?)MissingReason.Throttled,
                    (bool?)null,
                    (bool?)null,
                    (bool?)null,
                    (bool?)null,
                    (TimeSpan?)null
                )
            )
        );
    }

    [Test]
    public void Settings_that_nobody_listed_are_unknown_with_a_reason() =>
        Assert.That(
            AccessMap
                .Resolve(A.Tenant.Users("Ada").Eligible("Ada", Role))
                .Paths.Single()
                .Hops.Single()
                .Gates!.Gap!.Detail,
            Is.EqualTo("No role settings were listed for Exchange Administrator.")
        );

    [Test]
    public void One_side_of_a_group_says_nothing_about_the_other()
    {
        var map = AccessMap.Resolve(A.Tenant.Groups("Mail").GroupSettings("Mail"));

        Assert.That(
            new[] { GroupAccess.Member, GroupAccess.Owner }.Select(access =>
                map.SettingsOf(SettingsOwner.Group(A.Id("Mail"), access)).IsKnown
            ),
            Is.EqualTo([true, false])
        );
    }

    [Test]
    public void Approvers_and_contexts_that_are_listed_but_not_asked_for_are_no_gates()
    {
        var tenant = A.Tenant.Settings(
            Role,
            settings =>
                settings with
                {
                    ApprovalRequired = false,
                    ContextRequired = false,
                    AuthenticationContext = "c1",
                }
        );
        var gates = AccessMap.Resolve(tenant).GatesOf(SettingsOwner.Role(A.Role(Role)));

        Assert.That(
            (gates.Approval, gates.Approvers.Length, gates.ContextRequired, gates.Context),
            Is.EqualTo(((bool?)false, 0, (bool?)false, (string?)null))
        );
    }

    [Test]
    public void Approvers_and_contexts_that_are_asked_for_are_gates()
    {
        var tenant = A.Tenant.Settings(
            Role,
            settings => settings with { ContextRequired = true, AuthenticationContext = "c1" }
        );
        var gates = AccessMap.Resolve(tenant).GatesOf(SettingsOwner.Role(A.Role(Role)));

        Assert.That(
            (gates.Approval, gates.Approvers.Single().Description, gates.ContextRequired, gates.Context),
            Is.EqualTo(((bool?)true, "Approver", (bool?)true, "c1"))
        );
    }

    private static Func<RoleSettings, RoleSettings> Lasting(int hours) =>
        settings => settings with { LongestActivation = TimeSpan.FromHours(hours) };

    private static IEnumerable<(string Owner, GroupAccess? Access, double? Hours)> Asked(
        IEnumerable<AccessPath> paths
    ) =>
        paths
            .SelectMany(path => path.Hops)
            .Select(hop => hop.Gates)
            .OfType<Gates>()
            .Select(gates => (gates.Owner.Label, gates.Access, gates.Longest?.TotalHours));
}
