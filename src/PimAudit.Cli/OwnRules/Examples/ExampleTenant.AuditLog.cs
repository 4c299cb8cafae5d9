using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>What PIM wrote into the audit log, and how far back the log goes.</summary>
internal sealed partial class ExampleTenant
{
    private const string GivenBack = "Remove member from role completed (PIM deactivate)";
    private const int MostTimes = 1000;

    private void AuditLog()
    {
        var events = map.Maps("activations")
            .SelectMany(Events)
            .OrderBy(one => one.At)
            .ThenBy(one => one.Id, StringComparer.Ordinal);
        tenant = tenant with
        {
            Events = [.. events],
            EventsSince = TakenAt - (Time(map, "auditLogCovers") ?? TimeSpan.FromDays(30)),
        };
    }

    /// <summary>Activations that were completed, and their ends where somebody gave them back; other entries by their activity.</summary>
    private List<PimEvent> Events(YamlMap given)
    {
        var events = new List<PimEvent>();
        var (times, apart) = (Times(given), Time(given, "apart") ?? TimeSpan.FromDays(1));
        var used = Time(given, "givenBackAfter");
        for (var at = 0; at < times; at++)
        {
            var taken = Event(given, apart * at);
            events.Add(taken);
            if (used is { } time)
                events.Add(
                    taken with
                    {
                        Id = NextId("event"),
                        At = taken.At + time,
                        Activity = GivenBack,
                        Reason = null,
                        Details = [],
                    }
                );
        }

        given.RefuseOtherKeys();
        return events;
    }

    private static int Times(YamlMap given)
    {
        if ((given.Number("times") ?? 1) is >= 1 and <= MostTimes and var times)
            return times;
        given.Issue("times", $"must be a number from 1 to {MostTimes}");
        return 1;
    }

    /// <param name="later">Than the first of the row.</param>
    private PimEvent Event(YamlMap given, TimeSpan later)
    {
        var who = Who(given, "who");
        var whoName = given.Text("who") ?? "";
        var at = Moment(given) + later;
        var lasts = Time(given, "lasts") ?? TimeSpan.FromHours(8);
        var group = given.Text("group");
        var target = group is null
            ? new PimEventTarget(Role(given).ToString("D"), "Role", given.Text("role"), [])
            : new PimEventTarget(Who(given, "group").ToString("D"), "Group", group, []);
        var details = new List<PimEventDetail>
        {
            new("StartTime", at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
            new("ExpirationTime", (at + lasts).UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        };
        if (given.Text("ticket") is { } ticket)
            details.Add(new("TicketNumber", ticket));
        return new PimEvent(
            NextId("event"),
            at,
            given.Text("activity") ?? "Add member to role completed (PIM activation)",
            group is null ? "RoleManagement" : "GroupManagement",
            given.Text("result") ?? "success",
            given.Text("reason"),
            who,
            whoName,
            [target, new(who.ToString("D"), "User", whoName, [])],
            [.. details]
        );
    }

    private static DateTimeOffset Moment(YamlMap given)
    {
        if (given.Text("at") is not { } text)
            return TakenAt - (Time(given, "ago") ?? TimeSpan.FromHours(1));
        if (
            DateTimeOffset.TryParseExact(
                text,
                "yyyy-MM-dd'T'HH:mm:ss'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var moment
            )
        )
            return moment;
        given.Issue("at", $"is '{text}' but must be a moment such as 2026-09-30T22:15:00Z");
        return TakenAt;
    }
}
