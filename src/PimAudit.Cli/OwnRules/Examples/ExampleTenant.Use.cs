using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Reviews and the audit log.</summary>
internal sealed partial class ExampleTenant
{
    private void Reviews()
    {
        foreach (var given in map.Maps("reviews"))
        {
            Review(given);
            given.RefuseOtherKeys();
        }
    }

    private void Review(YamlMap given)
    {
        var name = given.Text("of");
        if (name is null || OwnerOf(name) is not { } owner)
        {
            given.Issue("of", "must name a role, or a group of this example");
            return;
        }

        var id = ExampleNames.Id($"review {tenant.AccessReviews.Length}").ToString("D");
        var target = new ReviewTarget(
            owner.IsRole,
            owner.Id,
            Word(given, "assignments", ReviewedAssignments.EligibleAndActive),
            Word(given, "population", ReviewedPopulation.Everyone)
        );
        var self = given.Flag("selfReview") is true;
        tenant = tenant with
        {
            AccessReviews =
            [
                .. tenant.AccessReviews,
                new(
                    id,
                    $"Review of {name}",
                    given.Text("status") ?? "InProgress",
                    TakenAt.AddYears(-1),
                    [target],
                    given.Flag("reviewers") ?? true,
                    self,
                    new(
                        given.Text("every") is "once"
                            ? null
                            : (Time(given, "every") ?? TimeSpan.FromDays(90)).TotalDays,
                        given.Day("lastDay"),
                        new DateOnly(2025, 10, 1)
                    ),
                    given.Flag("appliesDecisions") ?? true,
                    given.Text("defaultDecision")
                ),
            ],
        };
        foreach (var round in given.Maps("rounds"))
            Round(id, round);
    }

    private void Round(string review, YamlMap given)
    {
        var id = NextId("round");
        tenant = tenant with
        {
            AccessReviewInstances =
            [
                .. tenant.AccessReviewInstances,
                new(
                    id,
                    review,
                    TakenAt - (Time(given, "started") ?? TimeSpan.FromDays(30)),
                    given.Text("ends") is not null
                        ? TakenAt + Time(given, "ends")
                        : TakenAt - (Time(given, "ended") ?? TimeSpan.FromDays(10)),
                    given.Text("status") ?? "Completed"
                ),
            ],
        };
        given.RefuseOtherKeys();
    }

    /// <summary>Activations that were completed, as the audit log tells them; other entries by their activity.</summary>
    private void Activations()
    {
        var events = map.Maps("activations")
            .Select(Event)
            .OrderBy(one => one.At)
            .ThenBy(one => one.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        tenant = tenant with { Events = events };
    }

    private PimEvent Event(YamlMap given)
    {
        var who = Who(given, "who");
        var whoName = given.Text("who") ?? "";
        var at = Moment(given);
        var hours = Time(given, "lasts") ?? TimeSpan.FromHours(8);
        var group = given.Text("group");
        var target = group is null
            ? new PimEventTarget(Role(given).ToString("D"), "Role", given.Text("role"), [])
            : new PimEventTarget(Who(given, "group").ToString("D"), "Group", group, []);
        var details = new List<PimEventDetail>
        {
            new("StartTime", at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
            new("ExpirationTime", (at + hours).UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        };
        if (given.Text("ticket") is { } ticket)
            details.Add(new("TicketNumber", ticket));
        var made = new PimEvent(
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
        given.RefuseOtherKeys();
        return made;
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

    private static T Word<T>(YamlMap given, string key, T standard)
        where T : struct, Enum =>
        given.OneOf(key, [.. Enum.GetNames<T>().Select(Camel)]) is { } word
            ? Enum.Parse<T>(word, ignoreCase: true)
            : standard;

    private static string Camel(string word) => char.ToLowerInvariant(word[0]) + word[1..];
}
