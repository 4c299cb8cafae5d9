using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Nobody activates what he holds anyway, so the eligibility hides a standing assignment.</summary>
public sealed class EligibleAndActive : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM107",
            Title: "Principal is eligible for a role that it holds without activation",
            Severity: Severity.Low,
            Practice: RuleInfo.BeyondThePractice,
            Why: "Nobody activates a role that he holds anyway. The eligibility looks like just-in-time access in every list, while no "
                + "activation asks for MFA, a reason or an approval.",
            Needs: StandingGrants.Needs | SnapshotParts.EligibleAssignments
        )
        {
            LeansOn = SnapshotParts.GroupMembers | SnapshotParts.GroupEligibilities | SnapshotParts.GroupAssignments,
            Source =
                "Microsoft Learn, Plan a Privileged Identity Management deployment: administrators are eligible, only emergency access accounts are permanently active",
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        HolderPaths
            .Of(context)
            .Select(holder => Judge(context, holder))
            .OfType<Judgement>()
            .Concat(context.HiddenHolders());

    /// <summary>Null for somebody at work who is neither.</summary>
    private static Judgement? Judge(RuleContext context, HolderPaths holder)
    {
        var isEligible = holder.Paths.Any(path => path.State is HopState.Eligible);
        var stands = holder.Paths.Any(path => path.State is HopState.Standing);
        if (isEligible && stands)
            return new Judgement.Breaks(Draft(context, holder));
        if (isEligible && holder.Paths.FirstOrDefault(path => path.State is HopState.Unknown) is { } unknown)
            return new Judgement.Blind(holder.Principal, UntoldState.Of(context, unknown))
            {
                Identity = holder.Identity,
            };

        return isEligible || stands ? new Judgement.Meets(holder.Principal) { Identity = holder.Identity } : null;
    }

    private static FindingDraft Draft(RuleContext context, HolderPaths holder)
    {
        var standing = holder.Paths.Where(path => path.State is HopState.Standing).ToImmutableArray();
        var eligible = holder.Paths.Where(path => path.State is HopState.Eligible).ToImmutableArray();
        var isDirect = standing.Any(path => path.Hops.Length == 1);
        return new()
        {
            Subject = holder.Principal,
            Identity = holder.Identity,
            Title =
                $"{holder.Principal.Label} is eligible for {RoleWords.RoleAt(context, holder.RoleId, holder.Scope)} and holds it without activation",
            Observed = $"active {HolderPaths.InWords(standing)}, eligible {HolderPaths.InWords(eligible)}",
            Expected = "eligible alone",
            Role = holder.Identity[0],
            Scope = holder.Scope,
            Path = standing[0].Hops,
            Related =
            [
                .. HolderPaths.GroupsOn(standing).Select(group => new RelatedObject(group, "group that stands")),
                .. HolderPaths
                    .GroupsOn(eligible)
                    .Select(group => new RelatedObject(group, "group on the eligible path")),
            ],
            Evidence = HolderPaths.EvidenceOf([.. standing, .. eligible]),
            Fix = new(
                [
                    "Make sure that the eligible path works: the principal can activate the role.",
                    isDirect
                        ? "In Privileged Identity Management, Microsoft Entra roles, Assignments, Active assignments, select this assignment and then Remove."
                        : "Take the principal out of the group through which it holds the role, or make the membership eligible.",
                ],
                isDirect
                    ? AssignmentCommands.RemoveActive(context.Snapshot, holder.PrincipalId, holder.RoleId, holder.Scope)
                    : null
            ),
        };
    }
}
