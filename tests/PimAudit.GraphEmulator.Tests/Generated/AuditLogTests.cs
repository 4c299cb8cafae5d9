using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator.Tests.Generated;

/// <summary>The log tells what the lists allow.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class AuditLogTests
{
    private static readonly EmulatedTenant Typical = GeneratedTenant.Make(TenantSize.Typical, 3).Tenant;
    private static readonly IReadOnlyList<JsonObject> Events = All(Typical.Audits.All);

    [Test]
    public void Events_ascend_over_the_last_thirty_days()
    {
        var times = Events.Select(body => body.Text("activityDateTime")!).Select(Moment).ToList();

        Assert.That(times, Is.Ordered.And.All.InRange(Typical.Now.AddDays(-30), Typical.Now));
        Assert.That(times[^1] - times[0], Is.GreaterThan(TimeSpan.FromDays(29)));
        Assert.That(
            times,
            Is.EqualTo(Enumerable.Range(0, times.Count).Select(index => Typical.Audits.All.TimeOf(index)))
        );
    }

    [Test]
    public void No_event_has_the_id_of_another() => Assert.That(Events.Select(body => body.Text("id")), Is.Unique);

    [Test]
    public void Every_course_is_told_to_its_end()
    {
        var courses = Events
            .GroupBy(body => body.Text("correlationId"))
            .Select(events => string.Join(" > ", events.Select(body => body.Text("activityDisplayName"))))
            .GroupBy(course => course)
            .OrderByDescending(course => course.Count())
            .Select(course => course.Key)
            .Take(4);

        Assert.That(
            courses,
            Is.EquivalentTo(
                new[]
                {
                    "Add member to role requested (PIM activation) > Add member to role completed (PIM activation) > Remove member from role (PIM activation expired)",
                    "Add member to role requested (PIM activation) > Add member to role approval requested (PIM activation) > Add member to role request approved (PIM activation) > Add member to role completed (PIM activation) > Remove member from role (PIM activation expired)",
                    "Add member to role requested (PIM activation) > Add member to role approval requested (PIM activation) > Add member to role request denied (PIM activation)",
                    "Update role setting in PIM",
                }
            )
        );
    }

    [Test]
    public void Whoever_asks_for_a_role_is_in_a_group_that_is_eligible_for_it()
    {
        var asked = Events
            .Where(body => body.Text("category") is "RoleManagement" && IsRequest(body))
            .Select(body => (Person: Target(body, "User"), Role: Target(body, "Role")))
            .ToHashSet();
        var allowed = Typical
            .Roles.EligibilityInstances.SelectMany(row =>
                Typical
                    .Directory.Members.TargetsOf(row.Id("principalId")!.Value)
                    .Select(person => (Person: $"{person}", Role: row.Text("roleDefinitionId")!))
            )
            .ToHashSet();

        Assert.That(asked, Has.Count.GreaterThan(100).And.SubsetOf(allowed));
    }

    [Test]
    public void Whoever_asks_for_a_membership_is_eligible_for_it()
    {
        var asked = Events
            .Where(body => body.Text("category") is "GroupManagement" && IsRequest(body))
            .Select(body => (Person: Target(body, "User"), Group: Target(body, "Group")))
            .ToHashSet();
        var allowed = Typical
            .GroupPim.AllEligible.Select(row => (row.Text("principalId")!, row.Text("groupId")!))
            .ToHashSet();

        Assert.That(asked, Has.Count.GreaterThan(50).And.SubsetOf(allowed));
    }

    /// <summary>What the log began and did not end is what the list shows as activated.</summary>
    [Test]
    public void Whoever_is_at_work_in_the_log_is_activated_in_the_lists()
    {
        var ended = Events
            .Where(body => body.Text("activityDisplayName")!.StartsWith("Remove", StringComparison.Ordinal))
            .Select(body => body.Text("correlationId"))
            .ToHashSet();
        var open = Events
            .Where(body =>
                body.Text("activityDisplayName")!.Contains("completed", StringComparison.Ordinal)
                && !ended.Contains(body.Text("correlationId"))
            )
            .Select(body => $"{Target(body, "User")} {Target(body, "Role") ?? Target(body, "Group")}");
        var roles = Typical
            .Roles.AssignmentInstances.Where(IsActivated)
            .Select(row => $"{row.Text("principalId")} {row.Text("roleDefinitionId")}");
        var memberships = Typical
            .GroupPim.AllActive.Where(IsActivated)
            .Select(row => $"{row.Text("principalId")} {row.Text("groupId")}");

        Assert.That(roles.Concat(memberships), Is.Not.Empty.And.EquivalentTo(open));
    }

    [Test]
    public void Reasons_are_told_and_seldom_the_same()
    {
        var reasons = Events.Where(IsRequest).Select(body => body.Text("resultReason")).ToList();

        Assert.That(reasons, Has.All.Length.GreaterThan(20));
        Assert.That(reasons.Distinct().Count(), Is.GreaterThan(reasons.Count / 2));
    }

    /// <summary>Nothing is looked for: an index in the midst of five million is worked out.</summary>
    [TestCase(300)]
    [TestCase(5_000_000)]
    public void Any_index_is_worked_out(int count)
    {
        var timetable = new AuditTimetable(count);
        var ticks = Enumerable.Range(count - 300, 300).Select(index => timetable[index].Ticks);

        Assert.That(ticks, Is.Ordered.And.All.InRange(0, AuditTimetable.Span.Ticks - 1));
    }

    private static bool IsRequest(JsonObject body) =>
        body.Text("activityDisplayName") is "Add member to role requested (PIM activation)";

    private static bool IsActivated(JsonObject row) => row.Text("assignmentType") is "Activated";

    private static string? Target(JsonObject body, string type) =>
        body["targetResources"]!
            .AsArray()
            .Select(target => target!.AsObject())
            .SingleOrDefault(target => target.Text("type") == type)
            ?.Text("id");

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static IReadOnlyList<JsonObject> All(IAuditLog log) =>
        [.. Enumerable.Range(0, (int)log.Count).Select(index => log.Body(index))];
}
