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
    private readonly Dictionary<AccessPath, ImmutableArray<AccessReview>> known = new(new SameGroupsAndRole());

    public static ReviewCover Of(RuleContext context) => context.Fact(one => new ReviewCover(one));

    private ReviewCover(RuleContext context) =>
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
        if (!known.TryGetValue(path, out var reviews))
            known[path] = reviews = Of(TargetsOf(path));
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

    private static bool IsActivatedLink(Hop hop) =>
        hop.Relation is not HopRelation.Role && hop.State is HopState.Eligible;

    /// <summary>The same groups and the same role on the way, the same of them activated.</summary>
    private sealed class SameGroupsAndRole : IEqualityComparer<AccessPath>
    {
        public bool Equals(AccessPath? one, AccessPath? other)
        {
            if (one is null || other is null || one.Hops.Length != other.Hops.Length)
                return ReferenceEquals(one, other);

            for (var at = 0; at < one.Hops.Length; at++)
                if (
                    IsActivatedLink(one.Hops[at]) != IsActivatedLink(other.Hops[at])
                    || !string.Equals(one.Hops[at].To.Id, other.Hops[at].To.Id, StringComparison.Ordinal)
                )
                    return false;
            return true;
        }

        public int GetHashCode(AccessPath path)
        {
            var hash = new HashCode();
            foreach (var hop in path.Hops)
                hash.Add(hop.To.Id, StringComparer.Ordinal);
            return hash.ToHashCode();
        }
    }
}
