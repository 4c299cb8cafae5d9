using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Access that nobody uses is missed by nobody but an attacker.</summary>
public sealed class EligibilityNeverUsed : IRule
{
    /// <summary>A shorter look back says nothing about a habit.</summary>
    private const int FewestDays = 30;

    private static readonly RuleParameter Days = RuleParameter.Number(
        "days",
        90,
        "days without an activation, as far as the audit log goes back"
    );

    public RuleInfo Info { get; } =
        new(
            Id: "PIM801",
            Title: "Somebody has not activated what he is eligible for",
            Severity: Severity.Low,
            Practice: "DO-6",
            Why: "An eligibility that nobody uses only serves whoever takes over the account. The quarterly review should remove it, and "
                + "this is the list to begin with.",
            Needs: SnapshotParts.AuditEvents
                | SnapshotParts.RoleAssignments
                | SnapshotParts.ActiveAssignments
                | SnapshotParts.EligibleAssignments
                | SnapshotParts.GroupMembers
                | SnapshotParts.GroupEligibilities
                | SnapshotParts.Principals
        )
        {
            LeansOn = SnapshotParts.GroupAssignments,
            Parameters = [Days],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var days = context.Parameters.Number(Days.Name);
        var wanted = TimeSpan.FromDays(days);
        var window = context.Access.Activations.Covered is { } covered && covered < wanted ? covered : wanted;
        if (context.Access.Activations.Covered is null || window < TimeSpan.FromDays(FewestDays))
            return [new Judgement.Blind(context.Snapshot.Tenant.Reference, TooShort(context))];

        var severity = window < wanted ? Severity.Info : Severity.Low;
        return UsableRight
            .Of(context)
            .Select(right => Judge(context, right, window, severity))
            .Concat(Unread(context))
            .Concat(context.HiddenHolders());
    }

    /// <summary>Somebody who is known to be a user of this tenant, and of whom it was not read whether he is living.</summary>
    private static IEnumerable<Judgement> Unread(RuleContext context) =>
        RoleHolder
            .Of(context)
            .Where(holder =>
                holder.Reference.Kind is ObjectKind.User && holder.Paths.Any(path => path.State is HopState.Eligible)
            )
            .Select(holder => (holder.Reference, Gap: context.Access.Directory.GapOf(holder.Id)))
            .Where(one => one.Gap is not null)
            .Select(one => new Judgement.Blind(one.Reference, one.Gap!));

    private static Gap SinceUntold(RuleContext context, UsableRight right) =>
        right.Path.Hops.Any(hop => hop.State is HopState.Unknown)
            ? UntoldState.Of(context, right.Path)
            : new(SnapshotParts.EligibleAssignments, MissingReason.Malformed, "It was not told since when it is so.");

    private static Judgement Judge(RuleContext context, UsableRight right, TimeSpan window, Severity severity)
    {
        var person = right.Path.Principal;
        var identity = IdentityOf(context, right);
        if (right.Since >= context.TakenAt - window)
            return new Judgement.Meets(person) { Identity = identity };

        return (right.Since, context.Access.Activations.Shows(right.Key)) switch
        {
            (_, true) => new Judgement.Meets(person) { Identity = identity },
            (null, _) => new Judgement.Blind(person, SinceUntold(context, right)) { Identity = identity },
            (_, null) => Blind(
                person,
                identity,
                SnapshotParts.AuditEvents,
                "An entry of the audit log does not say who activated what."
            ),
            _ when Accounts.IsEnabledUser(context.Access, right.Key.PersonId) is null => new Judgement.Blind(
                person,
                Accounts.NotTold(context.Access, right.Key.PersonId)
            )
            {
                Identity = identity,
            },
            _ => Finding(context, right, identity, window, severity),
        };
    }

    private static Judgement.Blind Blind(
        ObjectRef person,
        ImmutableArray<ObjectRef> identity,
        SnapshotParts part,
        string detail
    ) => new(person, new(part, MissingReason.Malformed, detail)) { Identity = identity };

    private static ImmutableArray<ObjectRef> IdentityOf(RuleContext context, UsableRight right) =>
        right.Scope is { } scope ? [right.Hop.To, context.ScopeReference(scope)] : [right.Hop.To];

    private static Judgement.Breaks Finding(
        RuleContext context,
        UsableRight right,
        ImmutableArray<ObjectRef> identity,
        TimeSpan window,
        Severity severity
    )
    {
        var (person, target) = (right.Path.Principal, right.Hop.To);
        return new(
            new FindingDraft
            {
                Subject = person,
                Identity = identity,
                Severity = severity,
                Title = $"{person.Label} has not activated {target.Label} for {Say.Duration(window)}",
                Observed =
                    $"eligible since {Say.Day(right.Since!.Value)}; no activation in {Say.Duration(window)} of the audit log",
                Expected = "used, or given up at the next review",
                Role = right.Path.Role,
                Scope = right.Path.Scope,
                Path = right.Path.Hops,
                Evidence = right.Hop.Evidence,
                Fix = new(
                    [
                        "Ask the person, or the next access review, whether the access is still needed.",
                        right.HopAt == 0
                            ? "In Privileged Identity Management, open the role's (or the group's) eligible assignments and remove this one."
                            : "Remove the person from the group through which he is eligible.",
                    ],
                    CommandOf(right)
                ),
            }
        );
    }

    private static string? CommandOf(UsableRight right)
    {
        var first = right.Path.Hops[0];
        var person = right.Key.PersonId;
        return (first.Relation, first.State) switch
        {
            (HopRelation.Role, _) => AssignmentCommands.RemoveEligible(person, right.Key.TargetId, right.Path.Scope),
            (_, HopState.Eligible) => AssignmentCommands.RemoveEligibleLink(
                Guid.Parse(first.To.Id),
                person,
                GroupAccess.Member
            ),
            _ => AssignmentCommands.RemovePlainLink(Guid.Parse(first.To.Id), person, GroupAccess.Member),
        };
    }

    private static Gap TooShort(RuleContext context)
    {
        var covered = context.Access.Activations.Covered is { } time
            ? $"The audit log of this snapshot covers {Say.Duration(time)}"
            : "It is not known how far back the audit log of this snapshot goes";
        return new(
            SnapshotParts.AuditEvents,
            MissingReason.NotCollected,
            $"{covered}, and {Days.Name} is {context.Parameters.Number(Days.Name)}; a judgement takes at least {FewestDays} days of both."
        );
    }
}
