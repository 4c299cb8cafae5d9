using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Eligibility that nobody asks about stays when its reason is gone.</summary>
public sealed class NoAccessReview : IRule
{
    private static readonly RuleParameter Roles = RuleParameter.Roles(
        "roles",
        "all",
        "which roles must be reviewed: held, privileged, all, or a list of role template ids"
    );

    private static readonly RuleParameter AcceptImported = RuleParameter.Flag(
        "acceptImportedReviews",
        true,
        "a decision taken back with review import covers its path"
    );

    /// <summary>Of such a decision.</summary>
    private static readonly RuleParameter MaxDays = ReviewTooRare.MaxDays with
    {
        Meaning = "most days since such a decision; that of PIM502 unless given",
        Follows = "PIM502",
    };

    public RuleInfo Info { get; } =
        new(
            Id: "PIM501",
            Title: "No recurring access review covers the role's eligible holders",
            Severity: Severity.High,
            Practice: "DO-6",
            Why: "People change their work and keep their eligibility. Without a review nobody is asked whether they still need it, and "
                + "the number of accounts that can become administrators only grows.",
            Needs: CoveringReviews.Needs
        )
        {
            Parameters = [Roles, AcceptImported, MaxDays],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var cover = ReviewCover.Of(context);
        var signed = context.Parameters.Flag(AcceptImported.Name)
            ? SignOffs.Of(context, context.Parameters.Number(MaxDays.Name))
            : null;
        var choice = context.Parameters.Roles(Roles.Name);
        return EligibleRole
            .Of(context)
            .Where(role => IsChosen(context, choice, role.RoleId))
            .Select(role => Judge(context, cover, signed, role))
            .OfType<Judgement>();
    }

    private static bool IsChosen(RuleContext context, RoleChoice choice, Guid roleId) =>
        choice.Width switch
        {
            RoleWidth.Privileged => context.Roles.IsPrivileged(roleId),
            RoleWidth.Listed => choice.Listed.Contains(roleId),
            _ => true,
        };

    /// <param name="signed">Null where decisions of imported reviews cover nothing.</param>
    private static Judgement? Judge(RuleContext context, ReviewCover cover, SignOffs? signed, EligibleRole role)
    {
        var open = role
            .Paths.Where(path => !cover.Of(path).Any(ReviewCover.IsTold) && signed?.Cover(path) is not true)
            .ToImmutableArray();
        var uncovered = open.Where(path => cover.Of(path).IsEmpty).ToImmutableArray();
        if (!uncovered.IsEmpty)
            return UnreviewedRole.Finding(context, role, uncovered, signed);

        var subject = context.RoleReference(role.RoleId);
        ImmutableArray<ObjectRef> identity = [context.ScopeReference(role.Scope)];
        if ((open.IsEmpty ? HiddenIn(cover, role) : StateNotTold) is { } gap)
            return new Judgement.Blind(subject, gap) { Identity = identity };

        return role.Paths.IsEmpty ? null : new Judgement.Meets(subject) { Identity = identity };
    }

    private static readonly Gap StateNotTold = new(
        SnapshotParts.AccessReviews,
        MissingReason.Malformed,
        "Graph did not tell the state of the only review, so it may be over."
    );

    /// <summary>Why somebody may stand behind a grant whom no review asks about; who is not known was signed off by nobody.</summary>
    private static Gap? HiddenIn(ReviewCover cover, EligibleRole role) =>
        role
            .Hidden.Where(grant => !cover.Of(grant.Targets).Any(ReviewCover.IsTold))
            .Select(grant => grant.Gap)
            .FirstOrDefault();
}
