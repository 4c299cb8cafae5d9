using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Tables;

/// <summary>With what reason an assignment was made, where the audit log tells.</summary>
public sealed class AccessOriginTests
{
    private const string Added = "Add eligible member to role in PIM completed (permanent)";
    private const string Role = "Exchange Administrator";
    private const string Group = "RAG - Exchange Admins";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada").Eligible("Ada", Role).LogOf(30 * Day);

    [Test]
    public void The_last_entry_about_person_and_role_tells_reason_and_ticket() =>
        Assert.That(
            Origin(
                Tenant
                    .Entry(Added, 9 * Day, "Ada", To(Role), "First")
                    .Entry(
                        Added,
                        3 * Day,
                        "Ada",
                        To(Role),
                        "Migration",
                        "success",
                        new PimEventDetail("TicketNumber", "CHG-7")
                    )
            ),
            Is.EqualTo(new AccessOrigin(Tenant.TakenAt - (3 * Day), "Migration", "CHG-7", "entry 2"))
        );

    [Test]
    public void A_blank_reason_is_none() =>
        Assert.That(Origin(Tenant.Entry(Added, Day, "Ada", To(Role), " "))!.Because, Is.Null);

    [TestCase("Add eligible member to role in PIM requested (permanent)", "success")]
    [TestCase(UseOf.Completed, "success")]
    [TestCase("Remove eligible member from role in PIM completed (permanent)", "success")]
    [TestCase(Added, "failure")]
    public void What_made_no_assignment_tells_nothing(string activity, string result) =>
        Assert.That(Origin(Tenant.Entry(activity, Day, "Ada", To(Role), "Migration", result)), Is.Null);

    [Test]
    public void An_entry_about_somebody_else_or_another_role_tells_nothing() =>
        Assert.That(
            Origin(
                Tenant
                    .Users("Bo")
                    .Entry(Added, Day, "Bo", To(Role), "Migration")
                    .Entry(Added, Day, "Ada", To("Security Reader"), "Migration")
            ),
            Is.Null
        );

    [Test]
    public void Of_two_assignments_that_an_entry_could_mean_neither_is_told() =>
        Assert.That(
            Rows(
                    Tenant
                        .Eligible("Ada", Role, scope: $"/administrativeUnits/{A.Id("Unit"):D}")
                        .Entry(Added, Day, "Ada", To(Role), "Migration")
                )
                .Select(row => row.Origin),
            Is.EqualTo(new AccessOrigin?[] { null, null })
        );

    [Test]
    public void Behind_a_group_the_membership_is_what_was_assigned() =>
        Assert.That(
            Origin(
                A.Tenant.Users("Ada")
                    .Groups(Group)
                    .EligibleMember(Group, "Ada")
                    .Assigned(Group, Role)
                    .LogOf(30 * Day)
                    .Entry(
                        "Add eligible member to group in PIM completed (permanent)",
                        Day,
                        "Ada",
                        new($"{A.Id(Group):D}", "Group", Group, []),
                        "Joins the team"
                    )
            )!.Because,
            Is.EqualTo("Joins the team")
        );

    [Test]
    public void Without_the_log_nothing_is_told() =>
        Assert.That(
            Origin(A.Tenant.Users("Ada").Eligible("Ada", Role).Entry(Added, Day, "Ada", To(Role), "Migration")),
            Is.Null
        );

    private static PimEventTarget To(string role) => new($"{A.Role(role):D}", "Role", role, []);

    private static AccessOrigin? Origin(TenantSnapshot tenant) => Rows(tenant)[0].Origin;

    private static List<AccessRow> Rows(TenantSnapshot tenant) =>
        [.. Audit.Judge(tenant, AuditConfiguration.Empty).Access];
}
