using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Which access reviews look at which eligible path.</summary>
/// <remarks>
/// A review of a role does not list a group's eligible members, so an activated membership is covered by a review of its
/// group alone. A review of guests, of service principals or of active assignments only covers nobody.
/// </remarks>
internal sealed class ReviewCover
{
    private readonly ILookup<(bool IsRole, Guid Id), AccessReview> running;
    private readonly Dictionary<string, ImmutableArray<AccessReview>> known = new(StringComparer.Ordinal);

    public ReviewCover(RuleContext context) =>
        running = context
            .Snapshot.AccessReviews.Where(review => review.RunsAt(context.TakenAt))
            .SelectMany(review =>
                review
                    .Targets.Where(target => target.CoversEligible)
                    .Select(target => (Target: (target.IsRole, target.Id), Review: review))
            )
            .ToLookup(pair => pair.Target, pair => pair.Review);

    /// <summary>Reviews that cover a path, whether or not it is known that they run; ordinal by id.</summary>
    /// <remarks>Paths through the same groups to the same role are looked up once.</remarks>
    public ImmutableArray<AccessReview> Of(AccessPath path)
    {
        var key = KeyOf(path);
        if (!known.TryGetValue(key, out var reviews))
            known[key] = reviews = Of(TargetsOf(path));
        return reviews;
    }

    /// <summary>Reviews that cover everybody who may stand behind a grant, known or not; ordinal by id.</summary>
    public ImmutableArray<AccessReview> Of(IEnumerable<(bool IsRole, Guid Id)> targets) =>
        [
            .. targets
                .SelectMany(target => running[target])
                .DistinctBy(review => review.Id, StringComparer.Ordinal)
                .OrderBy(review => review.Id, StringComparer.Ordinal),
        ];

    /// <summary>Graph told its state: a review without one may be over.</summary>
    public static bool IsTold(AccessReview review) => review.Status is not null;

    /// <summary>What may be reviewed so that everybody on this path is asked about.</summary>
    private static IEnumerable<(bool IsRole, Guid Id)> TargetsOf(AccessPath path)
    {
        var activated = path.Hops.Where(IsActivatedLink).ToList();
        if (activated.Count > 0)
            return activated.Select(hop => (false, Guid.Parse(hop.To.Id)));

        return path
            .Hops.Where(hop => hop.Relation is not HopRelation.Role)
            .Select(hop => (false, Guid.Parse(hop.To.Id)))
            .Append((true, Guid.Parse(path.Role.Id)));
    }

    /// <summary>The groups and the role on the way, a group that is activated marked.</summary>
    private static string KeyOf(AccessPath path) =>
        path.Hops.Length == 1
            ? path.Role.Id
            : string.Join(' ', path.Hops.Select(hop => IsActivatedLink(hop) ? $"+{hop.To.Id}" : hop.To.Id));

    private static bool IsActivatedLink(Hop hop) =>
        hop.Relation is not HopRelation.Role && hop.State is HopState.Eligible;
}
