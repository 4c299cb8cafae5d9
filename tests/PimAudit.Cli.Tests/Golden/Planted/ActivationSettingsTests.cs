using NUnit.Framework;
using PimAudit.GraphEmulator;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM205, PIM207 and PIM212 by one fault each, and what is none.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ActivationSettingsTests
{
    private const string Role = "Exchange Administrator";

    [Test]
    public Task Fifty_nine_minutes_are_too_short() =>
        Gives(tenant => tenant.RoleSettings(Role, Lasting(59)), "PIM205 Info: Exchange Administrator");

    [Test]
    public Task Fifty_nine_minutes_are_too_short_for_a_group() =>
        Gives(
            tenant => tenant.GroupSettings(Helpdesk, GroupSide.Member, Lasting(59)),
            "PIM205 Info: RAG - Helpdesk Admins | member"
        );

    [Test]
    public Task An_hour_is_not() => StaysSilent(tenant => tenant.RoleSettings(Role, Lasting(60)));

    [Test]
    public Task A_highly_privileged_role_may_be_as_short_as_you_like() =>
        StaysSilent(tenant =>
            tenant.RoleSettings(
                "Global Administrator",
                Approved("Helena Costa", "David Mensah") with
                {
                    Activation = TimeSpan.FromMinutes(30),
                }
            )
        );

    [TestCase(ApproverShape.Documented)]
    [TestCase(ApproverShape.Observed)]
    public Task One_approver_is_too_few(ApproverShape shape) =>
        Gives(
            tenant => tenant.RoleSettings(Role, Approved("Helena Costa") with { ApproverShape = shape }),
            "PIM207 Medium: Exchange Administrator"
        );

    [TestCase(ApproverShape.Documented)]
    [TestCase(ApproverShape.Observed)]
    public Task Two_approvers_are_enough(ApproverShape shape) =>
        StaysSilent(tenant =>
            tenant.RoleSettings(Role, Approved("Helena Costa", "David Mensah") with { ApproverShape = shape })
        );

    [Test]
    public Task A_backup_approver_is_no_second_one() =>
        Gives(
            tenant =>
                tenant.RoleSettings(
                    Role,
                    Approved("Helena Costa") with
                    {
                        BackupApprovers = ["David Mensah", "Amara Okafor"],
                        ApproverShape = ApproverShape.Observed,
                    }
                ),
            "PIM207 Medium: Exchange Administrator"
        );

    [Test]
    public Task A_group_of_one_and_the_same_person_are_one_approver() =>
        Gives(
            tenant =>
                tenant
                    .Group("Consultants")
                    .AddMember("Helena Costa", "Consultants")
                    .RoleSettings(Role, Approved("Helena Costa", "Consultants")),
            "PIM207 Medium: Exchange Administrator"
        );

    [Test]
    public Task A_disabled_approver_does_not_count() =>
        Gives(
            tenant => tenant.RoleSettings(Role, Approved("Helena Costa", Leaver)),
            "PIM207 Medium: Exchange Administrator",
            "PIM208 High: Exchange Administrator | Walter Brandt"
        );

    [Test]
    public Task One_approver_in_a_list_that_nobody_asks_is_no_fault() =>
        StaysSilent(tenant => tenant.RoleSettings(Role, Good with { Approvers = ["Helena Costa"] }));

    [Test]
    public Task A_ticket_is_missed_where_the_configuration_asks_for_one() =>
        Gives(WithTickets, "PIM212 Low: Exchange Administrator");

    [Test]
    public Task A_ticket_that_is_asked_for_is_not_missed() =>
        Gives(WithTickets.With(tenant => tenant.RoleSettings(Role, Good with { Ticket = true })));

    private static Sample WithTickets =>
        Sample.Fabrikam with
        {
            Configuration =
                Sample.Fabrikam.Configuration
                + $"""

                    rules:
                      PIM212:
                        roles: [{Sample.Fabrikam.Tenant.IdOf(Role)}]
                    """,
        };

    private static PolicySettings Lasting(int minutes) => Good with { Activation = TimeSpan.FromMinutes(minutes) };
}
