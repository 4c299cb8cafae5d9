using NUnit.Framework;
using PimAudit.Access.ConditionalAccess;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.ConditionalAccess;

/// <summary>What the policies of an authentication context together ask of one person.</summary>
public sealed class ContextPoliciesTests
{
    private const string Role = "Exchange Administrator";
    private const string PhishingResistant = "00000000-0000-0000-0000-000000000004";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada").InGroups("Ada");
    private static readonly ObjectRef Ada = A.User("Ada").Reference;

    private static readonly PolicyGrant Untold = PoliciesOf.Asks() with { AuthenticationStrength = "a strength" };

    [TestCase("c1", ContextHold.Enforced)]
    [TestCase("C1", ContextHold.Enforced)]
    [TestCase("c2", ContextHold.MfaInstead)]
    public void Policies_are_those_of_the_context_whatever_its_case(string claim, ContextHold hold) =>
        Assert.That(Hold(Tenant.Policy("c1"), claim), Is.EqualTo(hold));

    [Test]
    public void A_policy_for_agents_asks_nobody_and_leaves_no_fallback() =>
        Assert.That(
            Hold(Tenant.Policy("c1", policy => policy with { TargetsAgentsOnly = true })),
            Is.EqualTo(ContextHold.NotReached)
        );

    [Test]
    public void A_policy_that_asks_for_something_else_enforces_nothing() =>
        Assert.That(Hold(Asking(PoliciesOf.Asks("compliantDevice"))), Is.EqualTo(ContextHold.NotReached));

    [Test]
    public void One_policy_without_a_way_around_is_enough() =>
        Assert.That(
            Hold(Tenant.Policy("c1", policy => policy with { NarrowedBy = ["locations"] }).Policy("c1")),
            Is.EqualTo(ContextHold.Enforced)
        );

    [Test]
    public void One_that_may_hold_without_a_way_around_leaves_the_answer_open_and_one_that_surely_does_closes_it()
    {
        var unknown = Asking(Untold);

        Assert.That(
            new[]
            {
                Hold(unknown, phishingResistant: true),
                Hold(unknown.Policy("c1", policy => policy with { NarrowedBy = ["risk"] }), phishingResistant: true),
                Hold(
                    unknown.Policy(
                        "c1",
                        policy => policy with { NarrowedBy = ["risk"], Grant = PoliciesOf.Asks("block") }
                    ),
                    phishingResistant: true
                ),
                Hold(
                    unknown.Policy("c1", policy => policy with { Grant = PoliciesOf.Asks("block") }),
                    phishingResistant: true
                ),
                Hold(unknown),
            },
            Is.EqualTo([
                ContextHold.Unknown,
                ContextHold.Unknown,
                ContextHold.Unknown,
                ContextHold.Enforced,
                ContextHold.Unknown,
            ])
        );
    }

    [Test]
    public void One_that_surely_holds_with_a_way_around_goes_before_one_that_may() =>
        Assert.That(
            Hold(
                Tenant
                    .Policy("c1", policy => policy with { NarrowedBy = ["risk"], Grant = Untold })
                    .Policy("c1", policy => policy with { NarrowedBy = ["risk"], Grant = PoliciesOf.Asks("block") }),
                phishingResistant: true
            ),
            Is.EqualTo(ContextHold.Narrowed)
        );

    [Test]
    public void One_that_may_hold_with_a_way_around_leaves_the_answer_open() =>
        Assert.That(
            Hold(
                Tenant.Policy("c1", policy => policy with { NarrowedBy = ["risk"], Grant = Untold }),
                phishingResistant: true
            ),
            Is.EqualTo(ContextHold.Unknown)
        );

    [Test]
    public void A_role_condition_alone_is_told_where_the_policy_asks_for_enough_and_reaches_nobody_else()
    {
        var byRole = PoliciesOf.Nobody with { Roles = [A.Role(Role)] };

        Assert.That(
            new[]
            {
                Hold(For(byRole)),
                Hold(For(byRole, PoliciesOf.Asks("compliantDevice"))),
                Hold(For(PoliciesOf.Nobody)),
                Hold(For(byRole).Policy("c1", policy => policy with { Grant = PoliciesOf.Asks("compliantDevice") })),
                Hold(Excluding(byRole, PoliciesOf.Nobody with { Users = [A.Id("Ada")] })),
                Hold(For(byRole).AssignedUnlisted("Ada", Role)),
                Hold(For(byRole).Assigned("Ada", Role)),
            },
            Is.EqualTo([
                ContextHold.ByRoleAlone,
                ContextHold.NotReached,
                ContextHold.NotReached,
                ContextHold.NotReached,
                ContextHold.NotReached,
                ContextHold.Unknown,
                ContextHold.Enforced,
            ])
        );
    }

    [Test]
    public void Policies_that_were_not_read_leave_everything_open()
    {
        var held = Of(Tenant.Policy("c1").Refuse(SnapshotParts.ConditionalAccessPolicies)).Of(Ada);

        Assert.That(
            (held.Person, held.Hold, held.Gap?.Part),
            Is.EqualTo((Ada, ContextHold.Unknown, (SnapshotParts?)SnapshotParts.ConditionalAccessPolicies))
        );
    }

    [Test]
    public void What_was_not_read_of_the_person_is_told_before_what_was_not_told_of_the_policy()
    {
        var staff = PoliciesOf.Nobody with { Groups = [A.Id("Staff")] };

        Assert.That(
            new[] { Of(For(staff, tenant: A.Tenant.Users("Ada"))).Of(Ada).Gap?.Part, Of(For(staff)).Of(Ada).Gap?.Part },
            Is.EqualTo(new SnapshotParts?[] { SnapshotParts.GroupsOfUsers, null })
        );
    }

    [Test]
    public void The_policies_of_a_context_stand_by_id_each_once_in_every_state()
    {
        var tenant = Tenant
            .Policy("c1", policy => policy with { Id = "b", State = PolicyState.Disabled })
            .Policy("c1", policy => policy with { Id = "a" })
            .Policy("c1", policy => policy with { Id = "a" })
            .Policy("c2", policy => policy with { Id = "c" });

        Assert.That(Of(tenant).All.Select(policy => policy.Id), Is.EqualTo(["a", "b"]));
    }

    [Test]
    public void The_ways_around_are_those_of_the_policies_that_are_on()
    {
        var tenant = Tenant
            .Policy("c1", policy => policy with { NarrowedBy = ["risk", "locations"] })
            .Policy("c1", policy => policy with { NarrowedBy = ["locations", "devices"] })
            .Policy("c1", policy => policy with { NarrowedBy = ["platforms"], State = PolicyState.ReportOnly });

        Assert.That(Of(tenant).Conditions, Is.EqualTo(["devices", "locations", "risk"]));
    }

    [Test]
    public void Some_policy_asks_for_enough_or_none_or_nobody_knows() =>
        Assert.That(
            new[]
            {
                Of(Tenant).AnyAsks,
                Of(Asking(PoliciesOf.Asks("compliantDevice"))).AnyAsks,
                Of(Asking(Untold), phishingResistant: true).AnyAsks,
                Of(
                    Asking(Untold).Policy("c1", policy => policy with { Grant = PoliciesOf.Asks("block") }),
                    phishingResistant: true
                ).AnyAsks,
                Of(Tenant.Policy("c1", policy => policy with { State = PolicyState.Disabled })).AnyAsks,
            },
            Is.EqualTo(new bool?[] { false, false, null, true, false })
        );

    [TestCase("", false, false, false)]
    [TestCase("mfa", false, true, false)]
    [TestCase("MFA", true, true, false)]
    [TestCase("block", false, true, true)]
    [TestCase("compliantDevice", false, false, false)]
    [TestCase("compliantDevice mfa", false, true, false)]
    [TestCase("compliantDevice mfa", true, false, false)]
    [TestCase("mfa block", true, true, false)]
    public void With_OR_every_control_must_ask_for_enough_and_with_AND_one_of_them(
        string controls,
        bool isOr,
        bool mfa,
        bool phishingResistant
    )
    {
        var grant = PoliciesOf.Asks(controls.Split(' ', StringSplitOptions.RemoveEmptyEntries)) with { IsOr = isOr };

        Assert.That(Asks(grant), Is.EqualTo(((bool?)mfa, (bool?)phishingResistant)));
    }

    [Test]
    public void A_policy_without_a_grant_asks_for_nothing() =>
        Assert.That(Asks(grant: null), Is.EqualTo(((bool?)false, (bool?)false)));

    [TestCase(PhishingResistant, "", true, true)]
    [TestCase("00000000-0000-0000-0000-000000000002", "", true, null)]
    [TestCase("00000000-0000-0000-0000-000000000003", "", true, null)]
    [TestCase("another", "", null, null)]
    [TestCase("another", "fido2|windowsHelloForBusiness", true, true)]
    [TestCase("another", "X509CertificateMultiFactor", true, true)]
    [TestCase("another", "fido2|password,sms", true, false)]
    [TestCase("another", "password,sms", true, false)]
    [TestCase("another", "password,sms|Sms", false, false)]
    [TestCase("another", "fido2|x509CertificateSingleFactor", false, false)]
    [TestCase("another", "password", false, false)]
    public void A_strength_asks_for_mfa_unless_it_allows_a_single_factor_and_is_phishing_resistant_where_all_its_methods_are(
        string strength,
        string methods,
        bool? mfa,
        bool? phishingResistant
    )
    {
        var grant = PoliciesOf.Asks() with
        {
            AuthenticationStrength = strength,
            StrengthCombinations = [.. methods.Split('|', StringSplitOptions.RemoveEmptyEntries)],
        };

        Assert.That(Asks(grant), Is.EqualTo((mfa, phishingResistant)));
    }

    private static (bool? Mfa, bool? PhishingResistant) Asks(PolicyGrant? grant) =>
        (Of(Asking(grant)).AnyAsks, Of(Asking(grant), phishingResistant: true).AnyAsks);

    private static TenantSnapshot Asking(PolicyGrant? grant) =>
        Tenant.Policy("c1", policy => policy with { Grant = grant });

    private static TenantSnapshot For(
        PolicyAudience includes,
        PolicyGrant? grant = null,
        TenantSnapshot? tenant = null
    ) => (tenant ?? Tenant).Policy("c1", policy => policy with { Includes = includes, Grant = grant ?? policy.Grant });

    private static TenantSnapshot Excluding(PolicyAudience includes, PolicyAudience excludes) =>
        Tenant.Policy("c1", policy => policy with { Includes = includes, Excludes = excludes });

    private static ContextHold Hold(TenantSnapshot tenant, string claim = "c1", bool phishingResistant = false) =>
        AccessMap.Resolve(tenant).Contexts.Of(claim, phishingResistant).Of(Ada).Hold;

    private static ContextPolicies Of(TenantSnapshot tenant, bool phishingResistant = false) =>
        AccessMap.Resolve(tenant).Contexts.Of("c1", phishingResistant);
}
