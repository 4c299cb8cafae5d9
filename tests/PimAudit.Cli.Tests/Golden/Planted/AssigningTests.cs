using NUnit.Framework;
using PimAudit.GraphEmulator;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM213 to PIM216 and PIM221 by one fault each, and what is none.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class AssigningTests
{
    private const string Role = "Exchange Administrator";

    [Test]
    public Task Settings_that_nobody_touched() =>
        Gives(tenant => tenant.RoleSettings(Role, Untouched), "PIM213 Info: Exchange Administrator");

    [Test]
    public Task Settings_of_a_privileged_role_that_nobody_touched_and_nobody_activates() =>
        StaysSilent(tenant => tenant.RoleSettings("Intune Administrator", Untouched));

    [Test]
    public Task Untouched_settings_with_an_approval_were_touched() =>
        StaysSilent(tenant =>
            tenant.RoleSettings(Role, Approved("Helena Costa", "David Mensah") with { ChangedAt = null })
        );

    [TestCase(Role)]
    [TestCase("Intune Administrator")]
    public Task Assigning_that_asks_for_nothing(string role) =>
        Gives(
            tenant => tenant.RoleSettings(role, Good with { AssigningMfa = false, AssigningJustification = false }),
            $"PIM214 Low: {role}"
        );

    [TestCase(true, false)]
    [TestCase(false, true)]
    public Task Assigning_that_asks_for_one_of_the_two(bool mfa, bool justification) =>
        StaysSilent(tenant =>
            tenant.RoleSettings(Role, Good with { AssigningMfa = mfa, AssigningJustification = justification })
        );

    [TestCase(Role)]
    [TestCase("Intune Administrator")]
    public Task Active_without_end_is_permitted(string role) =>
        Gives(tenant => tenant.RoleSettings(role, Good with { PermanentActive = true }), $"PIM215 Medium: {role}");

    [Test]
    public Task Active_without_end_is_permitted_in_a_group() =>
        Gives(
            tenant => tenant.GroupSettings(Helpdesk, GroupSide.Member, Good with { PermanentActive = true }),
            "PIM215 Medium: RAG - Helpdesk Admins | member"
        );

    [TestCase("Helpdesk Administrator")]
    [TestCase("Global Reader")]
    public Task Active_without_end_is_what_a_bundle_needs(string role) =>
        StaysSilent(tenant => tenant.RoleSettings(role, Good with { PermanentActive = true }));

    [Test]
    public Task Eligible_without_end_is_permitted() =>
        Gives(
            tenant => tenant.RoleSettings(Role, Good with { PermanentEligible = true }),
            "PIM216 Info: Exchange Administrator"
        );

    [Test]
    public Task Eligible_for_more_than_a_year_is_permitted() =>
        Gives(
            tenant => tenant.RoleSettings(Role, Good with { LongestEligible = TimeSpan.FromDays(366) }),
            "PIM216 Info: Exchange Administrator"
        );

    [Test]
    public Task Eligible_for_less_than_a_year_is_permitted() =>
        StaysSilent(tenant => tenant.RoleSettings(Role, Good with { LongestEligible = TimeSpan.FromDays(200) }));

    [Test]
    public Task An_eligibility_that_the_settings_of_today_forbid() =>
        Gives(
            tenant => tenant.RoleSettings(Role, Good with { LongestEligible = TimeSpan.FromDays(179) }),
            "PIM221 Low: RAG - Exchange Admins | Exchange Administrator | /"
        );

    [Test]
    public Task An_eligible_membership_that_the_settings_of_today_forbid() =>
        Gives(
            tenant => tenant.GroupEligible("Luca Moretti", Helpdesk, end: Now.AddDays(366)),
            "PIM221 Low: Luca Moretti | RAG - Helpdesk Admins"
        );

    [Test]
    public Task An_eligibility_that_ends_when_one_made_now_would() =>
        StaysSilent(tenant => tenant.RoleSettings(Role, Good with { LongestEligible = TimeSpan.FromDays(180) }));

    private static PolicySettings Untouched => Good with { ChangedAt = null };
}
