using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Which access reviews look at which eligible path.</summary>
/// <remarks>
/// A review of a role does not list a group's eligible members, so an activated membership is covered by a review of its
/// group alone. A review of guests, of service principals or of active assignments only covers nobody.
/// </remarks>
internal sealed class ReviewCover(RuleContext context)
{
    private readonly ImmutableArray<AccessReview> running =
    [
        .. context
            .Snapshot.AccessReviews.Where(review => review.RunsAt(context.TakenAt))
            .OrderBy(review => review.Id, StringComparer.Ordinal),
    ];

    /// <summary>Reviews that cover a path, whether or not it is known that they run.</summary>
    public IEnumerable<AccessReview> Of(AccessPath path)
    {
        var targets = TargetsOf(path).ToHashSet();
        return running.Where(review => Covers(review, targets));
    }

    /// <summary>Reviews that cover everybody who may stand behind a grant, known or not.</summary>
    public IEnumerable<AccessReview> Of(IReadOnlySet<(bool IsRole, Guid Id)> targets) =>
        running.Where(review => Covers(review, targets));

    /// <summary>Graph told its state: a review without one may be over.</summary>
    public static bool IsTold(AccessReview review) => review.Status is not null;

    /// <summary>What may be reviewed so that everybody on this path is asked about.</summary>
    private static IEnumerable<(bool IsRole, Guid Id)> TargetsOf(AccessPath path)
    {
        var activated = path.Hops.Where(hop => hop.Relation is not HopRelation.Role && IsByActivation(hop)).ToList();
        if (activated.Count > 0)
            return activated.Select(hop => (false, Guid.Parse(hop.To.Id)));

        return path
            .Hops.Where(hop => hop.Relation is not HopRelation.Role)
            .Select(hop => (false, Guid.Parse(hop.To.Id)))
            .Append((true, Guid.Parse(path.Role.Id)));
    }

    private static bool IsByActivation(Hop hop) => hop.State is HopState.Eligible;

    private static bool Covers(AccessReview review, IReadOnlySet<(bool IsRole, Guid Id)> targets) =>
        review.Targets.Any(target => target.CoversEligible && targets.Contains((target.IsRole, target.Id)));
}
