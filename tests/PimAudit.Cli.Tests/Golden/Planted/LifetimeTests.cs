using NUnit.Framework;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM505 and PIM506 by one end each.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class LifetimeTests
{
    private const string Exchange = "Exchange Administrator";

    [Test]
    public Task A_group_that_is_eligible_for_a_highly_privileged_role_without_end() =>
        Gives(
            tenant =>
                tenant
                    .RemoveEligible(RoleAdmins, "Privileged Role Administrator")
                    .MakeEligible(RoleAdmins, "Privileged Role Administrator"),
            "PIM221 Low: RAG - Privileged Role Admins | Privileged Role Administrator | /",
            "PIM505 Medium: RAG - Privileged Role Admins | Privileged Role Administrator | /"
        );

    /// <summary>The settings ask for an end, the practice does so for the highest roles.</summary>
    [Test]
    public Task A_group_that_is_eligible_for_another_role_without_end() =>
        Gives(
            tenant => tenant.RemoveEligible(ExchangeAdmins, Exchange).MakeEligible(ExchangeAdmins, Exchange),
            "PIM221 Low: RAG - Exchange Admins | Exchange Administrator | /"
        );

    [Test]
    public Task An_eligible_membership_without_end_that_leads_to_no_highly_privileged_role() =>
        Gives(
            tenant => tenant.GroupEligible("Luca Moretti", Helpdesk),
            "PIM221 Low: Luca Moretti | RAG - Helpdesk Admins"
        );

    [Test]
    public Task A_group_whose_eligibility_ends_in_thirty_days() =>
        Gives(
            tenant =>
                tenant
                    .RemoveEligible(ExchangeAdmins, Exchange)
                    .MakeEligible(ExchangeAdmins, Exchange, end: Now.AddDays(30)),
            "PIM506 Info: RAG - Exchange Admins | Exchange Administrator | /"
        );

    [Test]
    public Task A_group_whose_eligibility_ends_a_minute_later() =>
        StaysSilent(tenant =>
            tenant
                .RemoveEligible(ExchangeAdmins, Exchange)
                .MakeEligible(ExchangeAdmins, Exchange, end: Now.AddDays(30).AddMinutes(1))
        );

    [Test]
    public Task A_membership_that_ends_in_fourteen_days() =>
        Gives(
            tenant => tenant.GroupEligible("Luca Moretti", Helpdesk, end: Now.AddDays(14)),
            "PIM506 Info: Luca Moretti | RAG - Helpdesk Admins"
        );

    [Test]
    public Task A_membership_that_ends_a_minute_later() =>
        StaysSilent(tenant => tenant.GroupEligible("Luca Moretti", Helpdesk, end: Now.AddDays(14).AddMinutes(1)));
}
