using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An account that nobody uses any more is an account that nobody misses when somebody else does.</summary>
public sealed class DeadHolder : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM603",
            Title: "A disabled or deleted account still holds or may activate a role",
            Severity: Severity.Medium,
            Practice: RuleInfo.BeyondThePractice,
            Why: "Whoever enables or restores the account has the role back at once, without an assignment that anybody would notice. "
                + "The owner is gone and will not wonder about it.",
            Needs: SnapshotParts.RoleAssignments
                | SnapshotParts.ActiveAssignments
                | SnapshotParts.EligibleAssignments
                | SnapshotParts.GroupMembers
                | SnapshotParts.GroupEligibilities
                | SnapshotParts.Principals
        )
        {
            JudgesWithoutPim = true,
            Source =
                "NIST SP 800-53 Rev. 5, PS-4 (Personnel Termination) and AC-2 (Account Management): remove access when it is no longer needed",
            Parameters =
            [
                RuleParameter.Number(
                    "phantomHours",
                    24,
                    "hours for which a deleted account may still stand in assignments"
                ),
            ],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var limit = TimeSpan.FromHours(context.Parameters.Number("phantomHours"));
        return HeldRows
            .Of(context)
            .Select(held => Judge(context, held, limit))
            .OfType<Judgement>()
            .Concat(context.HiddenHolders());
    }

    private static Judgement? Judge(RuleContext context, HeldRows held, TimeSpan limit)
    {
        var directory = context.Access.Directory;
        if (directory.User(held.Id) is { } user)
            return OfEnabled(held, user.IsEnabled);
        if (directory.ServicePrincipal(held.Id) is { } workload)
            return OfEnabled(held, workload.IsEnabled);
        if (directory.Deleted(held.Id) is not { } deleted)
            return directory.GapOf(held.Id) is { } gap ? new Judgement.Blind(held.Reference, gap) : null;

        return context.TakenAt - deleted.DeletedAt > limit
            ? Finding(held, $"deleted on {Say.Day(deleted.DeletedAt)}", "is deleted")
            : new Judgement.Meets(held.Reference);
    }

    private static Judgement OfEnabled(HeldRows held, bool? isEnabled) =>
        isEnabled switch
        {
            true => new Judgement.Meets(held.Reference),
            false => Finding(held, "disabled", "is disabled"),
            null => new Judgement.Blind(
                held.Reference,
                new(
                    SnapshotParts.Principals,
                    MissingReason.Malformed,
                    $"It was not read whether {held.Reference.Label} is enabled."
                )
            ),
        };

    private static Judgement.Breaks Finding(HeldRows held, string observed, string fault) =>
        new(
            new FindingDraft
            {
                Subject = held.Reference,
                Title = $"{held.Reference.Label} {fault} but still reaches {held.InWords}",
                Observed = $"{observed}; reaches {held.InWords}",
                Expected = "no assignment and no eligibility",
                Related = [.. held.Roles.Select(role => new RelatedObject(role, "role reached"))],
                Evidence = held.Evidence,
                Fix = new(
                    [
                        "In Privileged Identity Management, Microsoft Entra roles, Assignments, remove what the account holds or is eligible for.",
                        "In Privileged Identity Management, Groups, and in Groups, remove it from the groups that carry roles.",
                        "Delete the account when nobody needs it any more.",
                    ],
                    held.Command
                ),
            }
        );
}
