using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Access reviews, what they do, and their rounds.</summary>
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
        var of = given.Text("of");
        if (of is null || OwnerOf(of) is not { } owner)
        {
            given.Issue("of", "must name a role, or a group of this example");
            return;
        }

        var id = ExampleNames.Id($"review {tenant.AccessReviews.Length}").ToString("D");
        var name = given.Text("name") ?? $"Review of {of}";
        if (!called.TryAdd(name, id))
            given.Issue("name", $"must tell this review from the other that is called '{name}'");
        tenant = tenant with { AccessReviews = [.. tenant.AccessReviews, Review(given, id, name, owner)] };
        foreach (var round in given.Maps("rounds"))
            Round(id, round);
    }

    private static AccessReview Review(YamlMap given, string id, string name, SettingsOwner owner)
    {
        var target = new ReviewTarget(
            owner.IsRole,
            owner.Id,
            Word(given, "assignments", ReviewedAssignments.EligibleAndActive),
            Word(given, "population", ReviewedPopulation.Everyone)
        );
        var silence = given.Text("defaultDecision");
        return new(
            id,
            name,
            given.Text("status") ?? "InProgress",
            given.Text("created") is "unknown" ? null : TakenAt - Time(given, "created") ?? TakenAt.AddYears(-1),
            [target],
            given.Flag("reviewers") ?? true,
            given.Flag("selfReview") is true,
            new(
                given.Text("every") is "once" ? null : (Time(given, "every") ?? TimeSpan.FromDays(90)).TotalDays,
                given.Day("lastDay"),
                given.Day("firstDay") ?? new DateOnly(2025, 10, 1)
            ),
            Flag(given, "appliesDecisions", standard: true),
            silence
        )
        {
            AppliesDefault = Flag(given, "appliesDefault", standard: silence is not null),
        };
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
}
