using NUnit.Framework;
using PimAudit.GraphEmulator;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM210 and PIM211 by one change of the policy behind the context, which two roles ask for.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class AuthenticationContextTests
{
    private const string Name = "PIM activation: phishing-resistant MFA";

    private static readonly ConditionalAccessSettings Sound = new()
    {
        Contexts = ["c1"],
        IncludeUsers = ["All"],
        ExcludeUsers = [EmergencyOne, EmergencyTwo],
        Controls = [],
        PhishingResistant = true,
    };

    [TestCase("disabled")]
    [TestCase("enabledForReportingButNotEnforced")]
    public Task A_policy_that_does_not_run_enforces_nothing(string state) =>
        OfBoth("PIM210 High", Sound with { State = state });

    [Test]
    public Task A_context_without_any_policy_falls_back_to_mfa() =>
        Gives(
            tenant => tenant.Documents(conditionalAccess: policies => policies.Clear()),
            "PIM210 Low: Global Administrator | Privileged activation",
            "PIM210 Low: Security Administrator | Privileged activation"
        );

    /// <summary>What is left for this context is a trial that only reports.</summary>
    [Test]
    public Task A_policy_for_another_context_does_not_help() => OfBoth("PIM210 High", Sound with { Contexts = ["c2"] });

    [Test]
    public Task A_device_instead_of_mfa_does_not_ask_enough() =>
        OfBoth("PIM210 High", Sound with { PhishingResistant = false, Controls = ["mfa", "compliantDevice"] });

    [Test]
    public Task A_device_beside_mfa_does() =>
        Silent(Sound with { PhishingResistant = false, Controls = ["mfa", "compliantDevice"], Operator = "AND" });

    [Test]
    public Task Trusted_locations_are_a_way_around() =>
        OfBoth("PIM210 Medium", Sound with { ExcludesTrustedLocations = true });

    [Test]
    public Task Other_platforms_are_a_way_around() => OfBoth("PIM210 Medium", Sound with { Platforms = ["windows"] });

    [Test]
    public Task An_excluded_person_is_not_reached() =>
        Gives(
            With(Sound with { ExcludeUsers = [EmergencyOne, EmergencyTwo, "Mei Tanaka"] }),
            "PIM210 High: Global Administrator | Privileged activation"
        );

    [Test]
    public Task An_excluded_group_is_not_reached() =>
        Gives(
            With(Sound with { ExcludeGroups = [SecurityAdmins] }),
            "PIM210 High: Security Administrator | Privileged activation"
        );

    /// <summary>Everybody in a group that lies in the excluded one is excluded.</summary>
    [Test]
    public Task An_excluded_group_reaches_through_nesting() =>
        Gives(
            tenant =>
                tenant
                    .Group("Excluded")
                    .Group("Excluded Inner")
                    .AddMember("Excluded Inner", "Excluded")
                    .AddMember("Helena Costa", "Excluded Inner")
                    .ConditionalAccess(Name, Sound with { ExcludeGroups = ["Excluded"] }),
            "PIM210 High: Security Administrator | Privileged activation"
        );

    [Test]
    public Task Groups_may_name_the_people_as_well() =>
        Silent(Sound with { IncludeUsers = [], IncludeGroups = [GlobalAdmins, SecurityAdmins] });

    [Test]
    public Task A_group_that_is_not_named_is_not_reached() =>
        Gives(
            With(Sound with { IncludeUsers = [], IncludeGroups = [SecurityAdmins] }),
            "PIM210 High: Global Administrator | Privileged activation"
        );

    [Test]
    public Task A_role_that_is_still_to_be_activated_includes_nobody() =>
        OfBoth(
            "PIM211 High",
            Sound with
            {
                IncludeUsers = [],
                IncludeRoles = ["Global Administrator", "Security Administrator"],
            }
        );

    [Test]
    public Task A_second_policy_that_includes_everybody_heals_it() =>
        StaysSilent(tenant =>
            tenant
                .ConditionalAccess(
                    Name,
                    Sound with
                    {
                        IncludeUsers = [],
                        IncludeRoles = ["Global Administrator", "Security Administrator"],
                    }
                )
                .ConditionalAccess("A second one", Sound)
        );

    /// <summary>Some are included by a role that they do not hold yet, and one of them is excluded besides.</summary>
    [Test]
    public Task People_may_escape_in_two_ways() =>
        Gives(
            With(
                Sound with
                {
                    IncludeUsers = [],
                    IncludeGroups = [SecurityAdmins],
                    IncludeRoles = ["Global Administrator"],
                    ExcludeUsers = ["Mei Tanaka"],
                }
            ),
            "PIM210 High: Global Administrator | Privileged activation",
            "PIM211 High: Global Administrator | Privileged activation"
        );

    [Test]
    public Task A_just_in_time_group_may_ask_for_a_context_that_nothing_enforces() =>
        Gives(
            tenant => tenant.GroupSettings(Helpdesk, GroupSide.Member, Good with { Mfa = false, Context = "c9" }),
            "PIM210 Low: RAG - Helpdesk Admins | member | c9"
        );

    /// <summary>The account is excluded, as it should be, and counts as no eligible person.</summary>
    [Test]
    public Task An_eligible_emergency_account_is_not_missed() =>
        Gives(
            tenant => tenant.AddMember(EmergencyOne, SecurityAdmins),
            "PIM403 High: Emergency Access One | Security Administrator"
        );

    private static Task OfBoth(string fault, ConditionalAccessSettings policy) =>
        Gives(
            With(policy),
            $"{fault}: Global Administrator | Privileged activation",
            $"{fault}: Security Administrator | Privileged activation"
        );

    private static Task Silent(ConditionalAccessSettings policy) => StaysSilent(With(policy));

    private static Func<TenantBuilder, TenantBuilder> With(ConditionalAccessSettings policy) =>
        tenant => tenant.ConditionalAccess(Name, policy);
}
