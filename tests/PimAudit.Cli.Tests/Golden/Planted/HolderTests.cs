using NUnit.Framework;
using PimAudit.GraphEmulator;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM107 to PIM112 by one fault each.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class HolderTests
{
    private const string Global = "Global Administrator";
    private const string Security = "Security Administrator";

    private static readonly string[] Colleagues =
    [
        "Tomasz Kowalski",
        "Diego Fernandez",
        "Sara Lindholm",
        "Grace Holloway",
        "Luca Moretti",
        "Ines Duarte",
        "Kofi Asante",
        "Noor Rahman",
    ];

    [Test]
    public Task A_member_of_an_eligible_group_who_holds_the_role_as_well() =>
        Gives(
            tenant => tenant.Assign("Helena Costa", Security, start: Now.AddDays(-1), end: Now.AddDays(20)),
            "PIM105 Medium: Helena Costa | Security Administrator | /",
            "PIM107 Low: Helena Costa | Security Administrator | /"
        );

    [Test]
    public Task A_member_of_an_eligible_group_who_is_at_work() =>
        StaysSilent(tenant => tenant.Activate("Helena Costa", Security, end: Now.AddHours(2), @using: SecurityAdmins));

    [Test]
    public Task Two_groups_that_are_eligible_for_one_role() =>
        Gives(
            tenant =>
                tenant
                    .Group("RAG - Security Operations", roleAssignable: true)
                    .AddMembers("RAG - Security Operations", "Helena Costa", "Luca Moretti")
                    .MakeEligible("RAG - Security Operations", Security, end: Now.AddDays(90)),
            "PIM108 Low: Helena Costa | Security Administrator | /"
        );

    [Test]
    public Task Two_groups_with_different_people() =>
        StaysSilent(tenant =>
            tenant
                .Group("RAG - Security Operations", roleAssignable: true)
                .AddMember("Luca Moretti", "RAG - Security Operations")
                .MakeEligible("RAG - Security Operations", Security, end: Now.AddDays(90))
        );

    /// <summary>Five there are: three eligible people and two emergency accounts.</summary>
    [Test]
    public Task Nine_global_administrators() =>
        Gives(tenant => Grow(tenant, people: 4), "PIM109 High: Global Administrator | /");

    [Test]
    public Task Eight_global_administrators() => StaysSilent(tenant => Grow(tenant, people: 3));

    [Test]
    public Task A_ninth_global_administrator_who_is_disabled() =>
        Gives(
            tenant => Grow(tenant, people: 3).AddMember(Leaver, GlobalAdmins),
            "PIM603 Medium: Walter Brandt",
            "PIM606 Low: Walter Brandt"
        );

    [Test]
    public Task Emergency_accounts_that_do_not_count() =>
        Gives(Configured("PIM109: { countEmergency: false, min: 4 }"), "PIM109 High: Global Administrator | /");

    /// <summary>Three of sixteen privileged people.</summary>
    [TestCase(18, true)]
    [TestCase(19, false)]
    public Task Global_administrators_among_the_privileged_people(int percent, bool tooMany) =>
        Gives(
            Configured($"PIM110: {{ maxPercent: {percent} }}"),
            tooMany ? ["PIM110 Medium: Global Administrator | /"] : []
        );

    [Test]
    public Task Eleven_people_in_one_role() =>
        Gives(
            tenant => tenant.AddMembers(SecurityAdmins, [.. Colleagues, "Mei Tanaka"]),
            "PIM111 Low: Security Administrator | /"
        );

    [Test]
    public Task Ten_people_in_one_role() => StaysSilent(tenant => tenant.AddMembers(SecurityAdmins, Colleagues));

    /// <summary>Amara Okafor is in both groups; Priya Nair and Mei Tanaka in one each.</summary>
    [Test]
    public Task Two_roles_that_one_person_reaches() =>
        Gives(
            Configured($"PIM112: {{ pairs: [{Pair(Global, "Privileged Role Administrator")}] }}"),
            "PIM112 Medium: Amara Okafor | Global Administrator | Privileged Role Administrator"
        );

    [Test]
    public Task Two_roles_that_nobody_reaches_both() =>
        Gives(Configured($"PIM112: {{ pairs: [{Pair(Global, Security)}] }}"));

    private static TenantBuilder Grow(TenantBuilder tenant, int people) =>
        tenant.AddMembers(GlobalAdmins, Colleagues[..people]);

    private static string Pair(string one, string other) =>
        $"{Sample.Fabrikam.Tenant.IdOf(one)}+{Sample.Fabrikam.Tenant.IdOf(other)}";

    private static Sample Configured(string rule) =>
        Sample.Fabrikam with
        {
            Configuration = $"{Sample.Fabrikam.Configuration}\nrules:\n  {rule}\n",
        };
}
