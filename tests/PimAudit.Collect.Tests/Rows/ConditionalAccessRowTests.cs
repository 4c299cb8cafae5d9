using System.Text.Json;
using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class ConditionalAccessRowTests
{
    private const string Someone = "10a08e2e-3ea2-4ce0-80cb-d5fdd4b05ea6";

    [TestCase("enabled", PolicyState.Enabled)]
    [TestCase("disabled", PolicyState.Disabled)]
    [TestCase("enabledForReportingButNotEnforced", PolicyState.ReportOnly)]
    public void Reads_the_state(string state, PolicyState expected) =>
        Assert.That(Policy("{}", state: state).State, Is.EqualTo(expected));

    [Test]
    public void A_state_that_nobody_knows_is_malformed() =>
        Assert.That(() => Policy("{}", state: "maybe"), Throws.TypeOf<JsonException>());

    [Test]
    public void Reads_whom_a_policy_includes_and_excludes()
    {
        var policy = Policy(
            $$$"""
            {"users":{"includeUsers":["All"],"excludeUsers":["{{{Someone}}}","GuestsOrExternalUsers"],"includeGroups":[],
              "excludeGroups":["{{{Someone}}}"],"includeRoles":["{{{Someone}}}"],"excludeRoles":[],
              "includeGuestsOrExternalUsers":{"guestOrExternalUserTypes":"b2bCollaborationGuest"},"excludeGuestsOrExternalUsers":null},
             "applications":{"includeAuthenticationContextClassReferences":["c1","c2"]}}
            """
        );

        Assert.Multiple(() =>
        {
            Assert.That((policy.Includes.Everyone, policy.Includes.Guests), Is.EqualTo((true, true)));
            Assert.That(policy.Includes.Users, Is.Empty);
            Assert.That(policy.Includes.Roles, Is.EqualTo([new Guid(Someone)]));
            Assert.That((policy.Excludes.Everyone, policy.Excludes.Guests), Is.EqualTo((false, true)));
            Assert.That(policy.Excludes.Users, Is.EqualTo([new Guid(Someone)]));
            Assert.That(policy.Excludes.Groups, Is.EqualTo([new Guid(Someone)]));
            Assert.That(policy.Contexts, Is.EqualTo(["c1", "c2"]));
        });
    }

    /// <summary>Partners and direct connections have no account here; excluding them excludes no guest.</summary>
    [TestCase("\"serviceProvider\"", false)]
    [TestCase("\"none, b2bDirectConnectUser,ServiceProvider\"", false)]
    [TestCase("\"serviceProvider,internalGuest\"", true)]
    [TestCase("\"somethingNew\"", true)]
    [TestCase("null", true)]
    public void Names_guests_by_the_kinds_that_have_an_account_here(string kinds, bool guests) =>
        Assert.That(
            Policy(
                $$$"""{"users":{"excludeUsers":[],"excludeGroups":[],"excludeRoles":[],"excludeGuestsOrExternalUsers":{"guestOrExternalUserTypes":{{{kinds}}} } } }"""
            ).Excludes.Guests,
            Is.EqualTo(guests)
        );

    [TestCase(
        """{"clientAppTypes":["all"],"locations":null,"platforms":null,"devices":null,"signInRiskLevels":[]}""",
        ""
    )]
    [TestCase("""{"clientAppTypes":["browser"]}""", "clientAppTypes")]
    [TestCase("""{"clientAppTypes":["Browser","mobileAppsAndDesktopClients"]}""", "")]
    [TestCase("""{"locations":{"includeLocations":["All"],"excludeLocations":[]}}""", "")]
    [TestCase("""{"locations":{"includeLocations":["All"],"excludeLocations":["AllTrusted"]}}""", "locations")]
    [TestCase("""{"platforms":{"includePlatforms":["android"],"excludePlatforms":[]}}""", "platforms")]
    [TestCase("""{"devices":{"deviceFilter":{"mode":"exclude"}},"userRiskLevels":["high"]}""", "devices,risk")]
    [TestCase("""{"authenticationFlows":{"transferMethods":"deviceCodeFlow"}}""", "authenticationFlows")]
    [TestCase("""{"authenticationFlows":{"transferMethods":"none"}}""", "")]
    public void Names_the_conditions_that_let_people_escape(string conditions, string narrowed) =>
        Assert.That(string.Join(',', Policy(conditions).NarrowedBy), Is.EqualTo(narrowed));

    [TestCase("""{"clientAppTypes":["exchangeActiveSync","other"]}""", "legacyClients")]
    [TestCase("""{"clientAppTypes":["exchangeActiveSync","browser"]}""", "")]
    [TestCase("""{"clientAppTypes":["all"],"authenticationFlows":null}""", "")]
    [TestCase("""{"clientAppTypes":[]}""", "")]
    [TestCase(
        """{"authenticationFlows":{"transferMethods":"deviceCodeFlow,authenticationTransfer"}}""",
        "authenticationFlows"
    )]
    public void Names_the_ways_of_signing_in_that_nobody_has_to_use(string conditions, string onlyWhen) =>
        Assert.That(string.Join(',', Policy(conditions).OnlyWhen!.Value), Is.EqualTo(onlyWhen));

    [TestCase("""{"applications":{"includeApplications":["All"],"includeUserActions":[]}}""", "All")]
    [TestCase(
        """{"applications":{"includeApplications":[],"includeUserActions":["urn:user:registersecurityinfo"]}}""",
        "urn:user:registersecurityinfo"
    )]
    [TestCase("""{"applications":{"includeApplications":["Office365","None"]}}""", "None,Office365")]
    [TestCase("""{"applications":{"includeAuthenticationContextClassReferences":["c1"]}}""", null)]
    [TestCase("{}", null)]
    public void Reads_what_a_policy_guards_where_graph_says_so(string conditions, string? resources) =>
        Assert.That(Policy(conditions).Resources is { } told ? string.Join(',', told) : null, Is.EqualTo(resources));

    [TestCase("""{"clientApplications":{"includeServicePrincipals":["ServicePrincipalsInMyTenant"]}}""", true)]
    [TestCase(
        """{"clientApplications":{"includeServicePrincipals":["x"]},"users":{"includeUsers":["All"],"excludeUsers":[],"excludeGroups":[],"excludeRoles":[]}}""",
        false
    )]
    [TestCase(
        """{"clientApplications":null,"users":{"includeUsers":["None"],"excludeUsers":[],"excludeGroups":[],"excludeRoles":[]}}""",
        false
    )]
    public void Knows_policies_of_workloads_alone(string conditions, bool agentsOnly) =>
        Assert.That(Policy(conditions).TargetsAgentsOnly, Is.EqualTo(agentsOnly));

    [TestCase("""{"excludeUsers":null,"excludeGroups":[],"excludeRoles":[]}""")]
    [TestCase("""{"excludeUsers":[],"excludeGroups":null,"excludeRoles":[]}""")]
    [TestCase("""{"excludeUsers":[],"excludeGroups":[]}""")]
    public void A_policy_that_does_not_say_whom_it_excludes_is_malformed(string users) =>
        Assert.That(() => Policy($$"""{"users":{{users}}}"""), Throws.TypeOf<JsonException>());

    [Test]
    public void Reads_what_a_policy_demands()
    {
        var grant = Policy(
            "{}",
            """
            {"operator":"OR","builtInControls":["mfa"],"termsOfUse":["t"],"customAuthenticationFactors":[],
             "authenticationStrength":{"id":"s","allowedCombinations":["fido2"]}}
            """
        ).Grant!;

        Assert.Multiple(() =>
        {
            Assert.That((grant.IsOr, grant.AuthenticationStrength), Is.EqualTo((true, "s")));
            Assert.That(grant.Controls, Is.EqualTo(["mfa", "termsOfUse:t"]));
            Assert.That(grant.StrengthCombinations, Is.EqualTo(["fido2"]));
        });
    }

    [TestCase("null")]
    [TestCase("""{"operator":"OR","builtInControls":[],"termsOfUse":[],"authenticationStrength":null}""")]
    public void A_policy_without_controls_demands_nothing(string grant) =>
        Assert.That(Policy("{}", grant).Grant, Is.Null);

    private static ConditionalAccessPolicy Policy(string conditions, string grant = "null", string state = "enabled") =>
        JsonSerializer
            .Deserialize(
                $$$"""{"value":[{"id":"p","state":"{{{state}}}","conditions":{{{conditions}}},"grantControls":{{{grant}}}}]}""",
                GraphJson.Default.ConditionalAccessPolicies
            )!
            .Value!.Single()
            .ToModel();
}
