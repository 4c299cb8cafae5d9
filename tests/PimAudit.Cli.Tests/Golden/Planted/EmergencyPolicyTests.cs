using NUnit.Framework;
using PimAudit.GraphEmulator;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM408 by one policy each.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class EmergencyPolicyTests
{
    private const string Policy = "The new policy";
    private const string Group = "Emergency accounts";

    private static readonly string[] Both =
    [
        $"PIM408 Critical: {EmergencyOne} | {Policy}",
        $"PIM408 Critical: {EmergencyTwo} | {Policy}",
    ];

    private static readonly ConditionalAccessSettings Blocks = new() { IncludeUsers = ["All"], Controls = ["block"] };

    [Test]
    public Task A_policy_that_blocks_everybody_stops_all_accounts() => Gives(With(Blocks), Both);

    [Test]
    public Task A_policy_that_leaves_one_out_stops_the_other() =>
        Gives(With(Blocks with { ExcludeUsers = [EmergencyOne] }), $"PIM408 High: {EmergencyTwo} | {Policy}");

    [Test]
    public Task A_policy_for_administrators_reaches_them_by_their_role() =>
        Gives(With(Blocks with { IncludeUsers = ["None"], IncludeRoles = ["Global Administrator"] }), Both);

    [Test]
    public Task A_device_is_not_at_hand_in_an_emergency() =>
        Gives(With(Blocks with { Controls = ["compliantDevice", "domainJoinedDevice"] }), Both);

    [Test]
    public Task A_condition_does_not_make_it_harmless() =>
        Gives(With(Blocks with { ExcludesTrustedLocations = true }), Both);

    [Test]
    public Task The_admin_portals_are_what_an_emergency_needs() =>
        Gives(With(Blocks with { Applications = ["MicrosoftAdminPortals"] }), Both);

    [Test]
    public Task Multifactor_authentication_stops_an_account_without_a_method() =>
        Gives(
            tenant => With(Blocks with { Controls = ["mfa"] })(tenant).Registers(EmergencyTwo, "email"),
            $"PIM407 High: {EmergencyTwo}",
            $"PIM408 High: {EmergencyTwo} | {Policy}"
        );

    [Test]
    public Task A_strength_stops_an_account_with_weaker_methods() =>
        Gives(
            tenant =>
                With(Blocks with { Controls = [], PhishingResistant = true })(tenant)
                    .Registers(EmergencyTwo, "microsoftAuthenticatorPush"),
            $"PIM407 High: {EmergencyTwo}",
            $"PIM408 High: {EmergencyTwo} | {Policy}"
        );

    [TestCase("disabled")]
    [TestCase("enabledForReportingButNotEnforced")]
    public Task A_policy_that_is_not_in_force_stops_nobody(string state) =>
        StaysSilent(With(Blocks with { State = state }));

    [Test]
    public Task Excluded_accounts_pass() =>
        StaysSilent(With(Blocks with { ExcludeUsers = [EmergencyOne, EmergencyTwo] }));

    [Test]
    public Task Accounts_in_an_excluded_group_pass() =>
        StaysSilent(tenant =>
            With(Blocks with { ExcludeGroups = [Group] })(
                tenant.Group(Group).AddMembers(Group, EmergencyOne, EmergencyTwo)
            )
        );

    [Test]
    public Task A_security_key_passes_a_policy_that_asks_for_it() =>
        StaysSilent(With(Blocks with { Controls = [], PhishingResistant = true }));

    [Test]
    public Task One_of_several_controls_is_enough() =>
        StaysSilent(With(Blocks with { Controls = ["compliantDevice", "mfa"], Operator = "OR" }));

    [Test]
    public Task All_of_several_controls_are_too_much() =>
        Gives(With(Blocks with { Controls = ["compliantDevice", "mfa"], Operator = "AND" }), Both);

    [Test]
    public Task Legacy_clients_are_not_needed() =>
        StaysSilent(With(Blocks with { ClientAppTypes = ["exchangeActiveSync", "other"] }));

    [Test]
    public Task Another_application_is_not_needed() => StaysSilent(With(Blocks with { Applications = ["Office365"] }));

    [Test]
    public Task Policies_for_agents_reach_no_person() =>
        StaysSilent(tenant =>
            With(Blocks with { IncludeUsers = ["None"] })(tenant)
                .Documents(conditionalAccess: rows =>
                    rows[^1]["conditions"]!["clientApplications"] = new System.Text.Json.Nodes.JsonObject
                    {
                        ["includeServicePrincipals"] = new System.Text.Json.Nodes.JsonArray(
                            "ServicePrincipalsInMyTenant"
                        ),
                    }
                )
        );

    private static Func<TenantBuilder, TenantBuilder> With(ConditionalAccessSettings settings) =>
        tenant => tenant.ConditionalAccess(Policy, settings);
}
