using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Tables;

public sealed class AccessTableTests
{
    private const string Crew = "RAG - Exchange Admins";
    private const string Role = "Exchange Administrator";

    [Test]
    public void A_principal_is_named_by_its_user_principal_name_or_its_application_id() =>
        Assert.That(
            Rows(
                    A.Tenant.Users("Ada")
                        .User("Ben", user => user with { IsEnabled = false })
                        .Workloads("Robot")
                        .Workload("Idle", one => one with { IsEnabled = false })
                        .Assigned("Ada", Role)
                        .Assigned("Ben", Role)
                        .Assigned("Robot", Role)
                        .Assigned("Idle", Role)
                        .Assigned("Nobody", Role)
                )
                .Select(row => (row.Principal.Label, row.PrincipalName, row.PrincipalEnabled)),
            Is.EquivalentTo([
                ("Ada", "ada@contoso.example", (bool?)true),
                ("Ben", "ben@contoso.example", false),
                ("Robot", A.Id("app Robot").ToString("D"), true),
                ("Idle", A.Id("app Idle").ToString("D"), false),
                (A.Id("Nobody").ToString("D"), (string?)null, null),
            ])
        );

    [Test]
    public void One_step_of_unknown_type_makes_the_end_of_a_path_unknown_unless_another_step_ends()
    {
        var unlisted = A.Tenant.Users("Ada").Groups(Crew).AssignedUnlisted(Crew, Role);

        Assert.That(
            new[] { unlisted.Member(Crew, "Ada"), unlisted.Member(Crew, "Ada", ends: TimeSpan.FromDays(9)) }.Select(
                tenant => Rows(tenant).Single().IsPermanent
            ),
            Is.EqualTo(new bool?[] { null, false })
        );
    }

    private static IEnumerable<AccessRow> Rows(TenantSnapshot tenant) =>
        Audit.Judge(tenant, AuditConfiguration.Empty).Access;
}
