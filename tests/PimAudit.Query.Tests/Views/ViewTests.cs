using NUnit.Framework;
using PimAudit.TestKit;

namespace PimAudit.Query.Tests;

public sealed class ViewTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [Test]
    public void People_are_users_and_workloads_and_the_dead() =>
        Assert.That(
            Asked.Rows(
                A.Tenant.Users("Ada")
                    .User("Guest", user => user with { UserType = "Guest", IsEnabled = false })
                    .Workloads("App")
                    .Groups("Team")
                    .Deleted("Gone", Week)
                    .Unresolved("Nobody")
                    .EmergencyAccounts("Break Glass"),
                """
                SELECT display_name, kind, directory_state, is_enabled, is_guest, is_emergency_account, deleted_at
                FROM people ORDER BY display_name
                """
            ),
            Is.EqualTo([
                "|unresolved|not_found|||0|",
                "Ada|user|present|1|0|0|",
                "App|service_principal|present|1|0|0|",
                "Break Glass|user|present|1|0|1|",
                "Gone|user|deleted|||0|2026-09-24T06:00:00Z",
                "Guest|user|present|0|1|0|",
            ])
        );

    [Test]
    public void Groups_count_who_is_in_them() =>
        Assert.That(
            Asked.Rows(
                A.Tenant.Users("Ada", "Bo", "Cy", "Di")
                    .Groups("Inner", "Outer")
                    .Member("Outer", "Ada")
                    .EligibleMember("Outer", "Bo")
                    .ActivatedMember("Outer", "Bo")
                    .Member("Outer", "Inner")
                    .Member("Inner", "Cy")
                    .Owner("Outer", "Di"),
                """
                SELECT display_name, standing_members, eligible_members, activated_members, standing_owners, people_count,
                       is_just_in_time FROM groups ORDER BY 1
                """
            ),
            Is.EqualTo(["Inner|1|0|0|0|1|0", "Outer|2|1|1|1|3|1"])
        );

    [Test]
    public void Active_assignments_tell_how_they_came_about() =>
        Assert.That(
            Asked.Rows(
                A.Tenant.Users("Ada", "Bo", "Cy", "Di")
                    .Assigned("Ada", "Global Administrator", ends: Week)
                    .AssignedOutsidePim("Bo", "Global Administrator")
                    .Activated("Cy", "Global Administrator")
                    .AssignedUnlisted("Di", "Global Administrator"),
                """
                SELECT principal_name, state, ends_at, is_permanent, is_made_outside_pim, activated_through_name
                FROM active_assignments ORDER BY 1
                """
            ),
            Is.EqualTo([
                "Ada|standing|2026-10-08T06:00:00Z|0|0|",
                "Bo|standing||1|1|",
                "Cy|activated|2026-10-01T13:00:00Z|0|0|Cy",
                "Di|unknown||||",
            ])
        );

    [Test]
    public void Paths_ask_what_any_activation_on_the_way_asks() =>
        Assert.That(
            Asked.Rows(
                A.Tenant.Users("Ada", "Bo", "Cy")
                    .Groups("RAG - Exchange")
                    .EligibleMember("RAG - Exchange", "Ada", ends: Week)
                    .Owner("RAG - Exchange", "Cy")
                    .Eligible("RAG - Exchange", "Exchange Administrator")
                    .Assigned("Bo", "Exchange Administrator")
                    .Settings("Exchange Administrator", settings => settings with { ApprovalRequired = false })
                    .GroupSettings(
                        "RAG - Exchange",
                        change: settings =>
                            settings with
                            {
                                Ticket = true,
                                Mfa = false,
                                LongestActivation = TimeSpan.FromHours(2),
                            }
                    ),
                """
                SELECT principal_name, band, state, activations, approach, through, asks_mfa, asks_ticket, asks_approval,
                       longest_activation_minutes, ends_at FROM access_paths ORDER BY 1
                """
            ),
            Is.EqualTo([
                "Ada|certain|eligible|2|mixed|RAG - Exchange|1|1|1|120|2026-10-08T06:00:00Z",
                "Bo|certain|standing|0|direct||0|0|0||",
                "Cy|takeover|eligible|1|mixed|RAG - Exchange|1|0|0|480|",
            ])
        );

    [Test]
    public void Reviews_tell_their_last_round() =>
        Assert.That(
            Asked.Rows(
                A.Tenant.RoleReview("Global Administrator") with
                {
                    AccessReviewInstances =
                    [
                        new(
                            "2",
                            A.Id("Review of Global Administrator").ToString("D"),
                            A.TakenAt.AddDays(-1),
                            A.TakenAt,
                            "InProgress"
                        ),
                        new(
                            "1",
                            A.Id("Review of Global Administrator").ToString("D"),
                            A.TakenAt.AddDays(-90),
                            null,
                            "Completed"
                        ),
                    ],
                },
                "SELECT target_name, every_days, starts_on, rounds, last_round_started_at, last_round_status FROM reviews"
            ),
            Is.EqualTo(["Global Administrator|91.5|2025-10-01|2|2026-09-30T06:00:00Z|InProgress"])
        );

    [Test]
    public void Ids_of_the_audit_log_join_with_the_other_views() =>
        Assert.That(
            Asked.Rows(
                A.Tenant.Users("Ada").Assigned("Ada", "Global Administrator") with
                {
                    Events = [Events.Activated("1", "Ada")],
                },
                """
                SELECT p.display_name, a.role_name, e.reason, e.details ->> '$[0].key' FROM activations e
                JOIN people p ON p.id = e.principal_id JOIN active_assignments a ON a.role_id = e.role_id
                """
            ),
            Is.EqualTo(["Ada|Global Administrator|Ticket 7|StartTime"])
        );

    [Test]
    public void A_hostile_name_comes_back_as_it_is()
    {
        const string Name = "'); DROP TABLE people; --\0\u202e\"";

        Assert.That(
            Asked.Rows(
                A.Tenant.User("Ada", user => user with { DisplayName = Name }),
                "SELECT display_name FROM people"
            ),
            Is.EqualTo([Name])
        );
    }

    [Test]
    public void The_order_of_the_snapshot_does_not_matter()
    {
        var tenant = A
            .Tenant.Users("Ada", "Bo")
            .Assigned("Ada", "Global Administrator")
            .Eligible("Bo", "Global Administrator");
        var turned = tenant with { Users = [.. tenant.Users.Reverse()], Roles = [.. tenant.Roles.Reverse()] };

        Assert.That(
            ViewCatalogue.All.SelectMany(view => Asked.Rows(turned, $"SELECT * FROM {view.Name}")),
            Is.EqualTo(ViewCatalogue.All.SelectMany(view => Asked.Rows(tenant, $"SELECT * FROM {view.Name}")))
        );
    }

    [Test]
    public void Every_column_is_described_and_unique() =>
        Assert.That(
            ViewCatalogue
                .All.SelectMany(view => view.Columns.GroupBy(column => column.Name, StringComparer.Ordinal))
                .Where(same => same.Count() > 1 || !same.First().Meaning.EndsWith('.'))
                .Select(same => same.Key),
            Is.Empty
        );

    [Test]
    public void A_column_that_is_never_null_is_never_null()
    {
        var tenant = A
            .Tenant.Users("Ada")
            .Workloads("App")
            .Groups("Team", "Other")
            .Member("Team", "Ada")
            .EligibleMember("Team", "Ada")
            .Member("Team", "Other")
            .Eligible("Team", "Exchange Administrator")
            .Deleted("Gone", Week)
            .Unresolved("Nobody")
            .Assigned("Gone", "Global Administrator")
            .AssignedUnlisted("Nobody", "Global Administrator")
            .Settings("Exchange Administrator")
            .RoleReview("Global Administrator") with
        {
            Events =
            [
                Events.Activated("1", "Ada") with
                {
                    Targets = [],
                    Details = [],
                    InitiatorId = null,
                    Reason = null,
                    Result = null,
                },
            ],
        };

        Assert.That(
            from view in ViewCatalogue.All
            from column in view.Columns
            where column.Null is null
            from row in Asked.Rows(tenant, $"SELECT count(*) FROM {view.Name} WHERE {column.Name} IS NULL")
            where row != "0"
            select $"{view.Name}.{column.Name}",
            Is.Empty
        );
    }
}
