using System.Text.Json;
using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class ScheduleBodyTests
{
    private static readonly Guid GlobalAdministrator = new("62e90394-69f5-4237-9190-012177145e10");

    /// <summary>The second was made outside PIM: nothing made it, and its start is the time of the query.</summary>
    [Test]
    public void Reads_schedules_of_assignments_made_by_PIM_and_outside_it() =>
        Assert.That(
            Body.Rows("role-assignment-schedules", GraphJson.Default.RoleAssignmentSchedules)
                .Select(row => row.ToModel()),
            Is.EqualTo([
                new RoleAssignmentSchedule(
                    Body.Id(91).ToString(),
                    Body.Id(93),
                    Body.Id(92),
                    "/",
                    AssignmentType.Assigned,
                    Moment("2022-04-11T11:50:06.343Z"),
                    EndsAt: null,
                    new(Moment("2022-04-11T11:50:06.343Z"), Body.Id(91).ToString(), ModifiedAt: null, "Provisioned")
                ),
                new RoleAssignmentSchedule(
                    "AssignmentNumber_10-AAAAAAAAAAAAAAAAAAAA-1",
                    GlobalAdministrator,
                    Body.Id(94),
                    "/",
                    AssignmentType.Assigned,
                    Moment("2022-04-11T17:11:50.8825697Z"),
                    EndsAt: null,
                    new(CreatedAt: null, CreatedUsing: null, ModifiedAt: null, "Provisioned")
                ),
            ])
        );

    [Test]
    public void Reads_schedules_of_eligibilities_where_the_year_1_means_never_changed() =>
        Assert.That(
            Body.Rows("role-eligibility-schedules", GraphJson.Default.RoleEligibilitySchedules)
                .Select(row => row.ToModel()),
            Is.EqualTo([
                new RoleEligibilitySchedule(
                    Body.Id(95).ToString(),
                    Body.Id(96),
                    Body.Id(92),
                    "/",
                    Moment("2022-04-12T14:44:50.287Z"),
                    Moment("2024-04-10T00:00:00Z"),
                    new(Moment("2022-04-12T14:44:50.287Z"), Body.Id(95).ToString(), ModifiedAt: null, "Provisioned")
                ),
            ])
        );

    [Test]
    public void Reads_schedules_of_people_in_a_group() =>
        Assert.That(
            Body.Rows("pim-groups-assignment-schedules", GraphJson.Default.GroupAssignmentSchedules)
                .Select(row => row.ToModel()),
            Is.EqualTo([
                new GroupAssignmentSchedule(
                    $"{Body.Id(97)}_member_{Body.Id(98)}",
                    Body.Id(97),
                    Body.Id(99),
                    GroupAccess.Member,
                    AssignmentType.Assigned,
                    Moment("2022-04-11T11:50:06.343Z"),
                    EndsAt: null,
                    new(Moment("2023-01-11T11:50:06.343Z"), CreatedUsing: null, ModifiedAt: null, "Provisioned")
                ),
            ])
        );

    [Test]
    public void Reads_schedules_of_people_who_may_be_in_a_group() =>
        Assert.That(
            Body.Rows("pim-groups-eligibility-schedules", GraphJson.Default.GroupEligibilitySchedules)
                .Select(row => row.ToModel()),
            Is.EqualTo([
                new GroupEligibilitySchedule(
                    $"{Body.Id(97)}_member_{Body.Id(100)}",
                    Body.Id(97),
                    Body.Id(99),
                    GroupAccess.Member,
                    Moment("2022-04-12T14:44:50.287Z"),
                    Moment("2024-04-10T00:00:00Z"),
                    new(Moment("2022-04-12T14:44:50.287Z"), Body.Id(95).ToString(), ModifiedAt: null, "Provisioned")
                ),
            ])
        );

    [TestCase("""{"type":"noExpiration"}""", null)]
    [TestCase("""{"type":"NoExpiration","endDateTime":null,"duration":null}""", null)]
    [TestCase("""{"type":"afterDateTime","endDateTime":"2026-10-02T08:00:00+02:00"}""", "2026-10-02T06:00:00Z")]
    [TestCase("""{"type":"afterDateTime","endDateTime":"0001-01-01T08:00:00Z"}""", null)]
    [TestCase("""{"type":"afterDuration","duration":"PT8H"}""", "2026-10-01T14:00:00Z")]
    [TestCase("""{"type":"afterDuration","duration":"P180D"}""", "2027-03-30T06:00:00Z")]
    [TestCase("""{"type":"notSpecified","duration":"P1D"}""", "2026-10-02T06:00:00Z")]
    public void Tells_when_a_schedule_ends(string expiration, string? end) =>
        Assert.That(
            Read(expiration, start: "\"2026-10-01T06:00:00Z\"").EndsAt,
            Is.EqualTo(end is null ? null : Moment(end))
        );

    /// <summary>Never taken for permanent, nor for ended.</summary>
    [TestCase("null", "\"2026-10-01T06:00:00Z\"")]
    [TestCase("{}", "\"2026-10-01T06:00:00Z\"")]
    [TestCase("""{"type":"notSpecified"}""", "\"2026-10-01T06:00:00Z\"")]
    [TestCase("""{"type":"afterDateTime","endDateTime":null}""", "\"2026-10-01T06:00:00Z\"")]
    [TestCase("""{"type":"afterDateTime","endDateTime":"soon"}""", "\"2026-10-01T06:00:00Z\"")]
    [TestCase("""{"type":"afterDuration","duration":""}""", "\"2026-10-01T06:00:00Z\"")]
    [TestCase("""{"type":"afterDuration","duration":"8 hours"}""", "\"2026-10-01T06:00:00Z\"")]
    [TestCase("""{"type":"afterDuration","duration":"P9000Y"}""", "\"2026-10-01T06:00:00Z\"")]
    [TestCase("""{"type":"afterDuration","duration":"PT8H"}""", "null")]
    [TestCase("""{"type":"afterDuration","duration":"PT8H"}""", "\"0001-01-01T08:00:00Z\"")]
    public void A_schedule_that_does_not_say_when_it_ends_is_malformed(string expiration, string start) =>
        Assert.That(() => Read(expiration, start), Throws.InstanceOf<JsonException>());

    private static RoleEligibilitySchedule Read(string expiration, string start) =>
        JsonSerializer
            .Deserialize(
                $$$"""
                {"value":[{"id":"s","principalId":"{{{Body.Id(92)}}}","roleDefinitionId":"{{{Body.Id(
                    93
                )}}}","directoryScopeId":"/",
                  "scheduleInfo":{"startDateTime":{{{start}}},"recurrence":null,"expiration":{{{expiration}}}}}]}
                """,
                GraphJson.Default.RoleEligibilitySchedules
            )!
            .Value![0]
            .ToModel();

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
