using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Query;

internal sealed record ReviewRow(
    AccessReview Review,
    ReviewTarget Target,
    ObjectRef Subject,
    ImmutableArray<AccessReviewInstance> Instances,
    Gap? InstancesGap
)
{
    public AccessReviewInstance? Last => Instances.IsEmpty ? null : Instances[^1];

    public object? Rounds(object? value) => InstancesGap is null ? value : new Doubt(null, InstancesGap);
}

/// <summary><c>reviews</c></summary>
internal static class ReviewsView
{
    private const string NotTold = "not told";

    public static View Make() =>
        new View<ReviewRow>(
            "reviews",
            "One role or group that one access review looks at.",
            SnapshotParts.AccessReviews,
            Rows,
            row => row.Review.Reference,
            [.. Definition, .. Targets, .. Frequency, .. Rounds]
        );

    private static ImmutableArray<Field<ReviewRow>> Definition =>
        [
            new("id", ColumnType.Text, "Id of the review definition.", row => row.Review.Id),
            new("display_name", ColumnType.Text, "Name of the review.", row => row.Review.DisplayName, NotTold),
            new(
                "status",
                ColumnType.Text,
                "Graph's word: NotStarted, InProgress, Completed, Applying, ...",
                row => row.Review.Status,
                NotTold
            ),
            new("created_at", ColumnType.Time, "UTC.", row => Cells.Time(row.Review.CreatedAt), NotTold),
            new("has_reviewers", ColumnType.Boolean, "Somebody is asked.", row => Cells.Flag(row.Review.HasReviewers)),
            new(
                "is_self_review",
                ColumnType.Boolean,
                "People review themselves.",
                row => Cells.Flag(row.Review.SelfReview)
            ),
            new(
                "applies_decisions",
                ColumnType.Boolean,
                "Decisions are applied by themselves.",
                row => Cells.Flag(row.Review.AppliesDecisions, Untold("applies its decisions")),
                NotTold
            ),
            new(
                "default_decision",
                ColumnType.Text,
                "What silence means, in Graph's word.",
                row => row.Review.DefaultDecision,
                "no default is applied"
            ),
        ];

    private static ImmutableArray<Field<ReviewRow>> Targets =>
        [
            new("target_kind", ColumnType.Text, "role or group.", row => row.Target.IsRole ? "role" : "group"),
            new("target_id", ColumnType.Text, "Role definition id, or object id of the group.", row => row.Subject.Id),
            new(
                "target_name",
                ColumnType.Text,
                "Its name.",
                row => row.Subject.DisplayName,
                Cells.NotReadWords,
                SnapshotParts.RoleDefinitions | SnapshotParts.Principals
            ),
            new(
                "reviewed_assignments",
                ColumnType.Text,
                "eligible_and_active, eligible_only, active_only.",
                row => Cells.Word(row.Target.Assignments)
            ),
            new(
                "reviewed_population",
                ColumnType.Text,
                "everyone, guests_only, service_principals_only; unclear: a filter that this version cannot read.",
                row =>
                    row.Target.Population is ReviewedPopulation.Unclear
                        ? new Doubt("unclear", Untold("looks at whom"))
                        : Cells.Word(row.Target.Population)
            ),
        ];

    private static ImmutableArray<Field<ReviewRow>> Frequency =>
        [
            new(
                "every_days",
                ColumnType.Real,
                "Days from one round to the next, a month counted as 30.5.",
                row => row.Review.Recurrence.EveryDays,
                "happens once"
            ),
            new(
                "starts_on",
                ColumnType.Text,
                "First day, such as 2026-10-01.",
                row => Cells.Day(row.Review.Recurrence.StartsOn),
                NotTold
            ),
            new(
                "ends_on",
                ColumnType.Text,
                "Last day on which a round may begin.",
                row => Cells.Day(row.Review.Recurrence.EndsOn),
                "without end"
            ),
        ];

    private static ImmutableArray<Field<ReviewRow>> Rounds =>
        [
            Round("rounds", ColumnType.Integer, "Rounds so far.", row => (long)row.Instances.Length),
            Round(
                "last_round_started_at",
                ColumnType.Time,
                "Start of the last round, UTC.",
                row => Cells.Time(row.Last?.StartsAt)
            ),
            Round(
                "last_round_ended_at",
                ColumnType.Time,
                "End of the last round, UTC.",
                row => Cells.Time(row.Last?.EndsAt)
            ),
            Round("last_round_status", ColumnType.Text, "Graph's word for the last round.", row => row.Last?.Status),
        ];

    private static Field<ReviewRow> Round(
        string name,
        ColumnType type,
        string meaning,
        Func<ReviewRow, object?> value
    ) =>
        new(
            name,
            type,
            meaning,
            row => row.Rounds(value(row)),
            type is ColumnType.Integer ? Cells.NotReadWords : "no round yet, not told, or not read",
            SnapshotParts.AccessReviewInstances
        );

    private static Gap Untold(string what) =>
        new(SnapshotParts.AccessReviews, MissingReason.Malformed, $"Whether or how a review {what} was not told.");

    private static IEnumerable<ReviewRow> Rows(AccessMap map)
    {
        var instances = map.Snapshot.AccessReviewInstances.ToLookup(row => row.ReviewId, StringComparer.Ordinal);
        return from review in map.Snapshot.AccessReviews.OrderBy(row => row.Id, StringComparer.Ordinal)
            from target in review.Targets
            select new ReviewRow(
                review,
                target,
                target.IsRole ? map.Directory.RoleReference(target.Id) : map.Directory.Reference(target.Id),
                [
                    .. instances[review.Id]
                        .OrderBy(row => row.StartsAt ?? DateTimeOffset.MinValue)
                        .ThenBy(row => row.Id, StringComparer.Ordinal),
                ],
                map.Snapshot.Collection.GapOf(SnapshotParts.AccessReviewInstances, review.Id)
            );
    }
}
