using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A workload's role is open to whoever reads its secret, and to whoever may give it a new one.</summary>
public sealed class WorkloadIdentityTakeover : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM609",
            Title: "A workload with a privileged role can be taken over through a secret or an owner",
            Severity: Severity.Critical,
            Practice: RuleInfo.BeyondThePractice,
            Why: "A client secret lies in files and pipelines and works from anywhere. An owner can add one and sign in as the workload: "
                + "the role without MFA, approval or trace of a person.",
            Needs: HolderJudge.Needs | SnapshotParts.Organization
        )
        {
            JudgesWithoutPim = true,
            LeansOn =
                SnapshotParts.Applications | SnapshotParts.ApplicationOwners | SnapshotParts.ServicePrincipalOwners,
            Source =
                "Microsoft Learn, Overview of enterprise application ownership; Microsoft Learn, Best practices for Microsoft Entra application registration security; Maester MT.1027",
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var control = new WorkloadControl(context);
        return RoleHolder
            .OfPrivileged(context)
            .Where(holder => holder.Reference.Kind is ObjectKind.ServicePrincipal)
            .Select(holder => Judge(context, control, holder))
            .OfType<Judgement>()
            .Concat(RoleHolder.HiddenBehindPrivileged(context));
    }

    /// <summary>A disabled one signs in nowhere; it is the matter of another rule.</summary>
    private static Judgement? Judge(RuleContext context, WorkloadControl control, RoleHolder holder)
    {
        if (context.Access.Directory.ServicePrincipal(holder.Id) is not { } workload)
            return context.Access.Directory.GapOf(holder.Id) is { } gap
                ? new Judgement.Blind(holder.Reference, gap)
                : null;
        if (workload.IsEnabled is false)
            return null;

        var ways = control.Of(workload, holder.Paths);
        return !ways.Known.IsEmpty ? Finding(context, holder, ways.Known)
            : ways.Gap is { } unknown ? new Judgement.Blind(holder.Reference, unknown)
            : new Judgement.Meets(holder.Reference);
    }

    private static Judgement.Breaks Finding(RuleContext context, RoleHolder holder, ImmutableArray<WorkloadWay> ways) =>
        new(
            new FindingDraft
            {
                Subject = holder.Reference,
                Severity = holder.Roles.Any(role => context.Roles.IsHighlyPrivileged(Guid.Parse(role.Id)))
                    ? Severity.Critical
                    : Severity.High,
                Title = $"{holder.Reference.Label}, which reaches {holder.InWords}, can be taken over",
                Observed = $"{string.Join("; ", ways.Select(way => way.Text))}; reaches {holder.InWords}",
                Expected = "no client secret, and no owner who does not hold an equal role",
                Related =
                [
                    .. holder.Related,
                    .. ways.Select(way => way.Owner)
                        .OfType<ObjectRef>()
                        .DistinctBy(owner => owner.Id, StringComparer.Ordinal)
                        .Select(owner => new RelatedObject(owner, "owner without an equal role")),
                ],
                Evidence =
                [
                    new(SnapshotParts.Principals, holder.Reference.Id),
                    .. ways.Select(way => way.Evidence).Distinct(),
                    .. holder.OwnRows,
                ],
                Fix = new(
                    [
                        "Let the workload sign in with a managed identity, workload identity federation or a certificate.",
                        "In the Entra admin centre, App registrations, Certificates & secrets, delete the client secrets.",
                        "Under Owners, of the app registration and of the enterprise application, remove who holds no equal role.",
                    ],
                    AssignmentCommands.Lines(ways.Select(way => way.Command))
                ),
            }
        );
}
