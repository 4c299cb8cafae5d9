using System.Collections.Frozen;
using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An activation that nobody hears of is noticed, if at all, by its consequences.</summary>
public sealed class ActivationUnannounced : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM702",
            Title: "Nobody is told when a role is activated",
            Severity: Severity.High,
            Practice: RuleInfo.BeyondThePractice,
            Why: "The mail about an activation is what tells the holder of an account, and those around him, that somebody else is at "
                + "work with it. For Global Administrator there may be no second chance to notice.",
            Needs: SettingsJudge.Needs
        )
        {
            LeansOn = SnapshotParts.RoleDefinitions,
            Source = "CISA SCuBA, Microsoft Entra ID, MS.AAD.7.8 and MS.AAD.7.9",
            Parameters = [Announcements.Roles, Announcements.RequireAdded],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var requireAdded = context.Parameters.Flag(Announcements.RequireAdded.Name);
        var ofGlobal = SidesBeforeGlobalAdministrator(context);
        return SettingsJudge.EachChosen(
            context,
            (held, settings) =>
                Announcements.Judge(
                    held,
                    [Announcements.Of(settings, Announcements.Activated, requireAdded)],
                    silent => Draft(held, silent, requireAdded, ofGlobal.Contains(held.Owner))
                )
        );
    }

    /// <summary>The role itself, and the sides of groups whose activation leads to it.</summary>
    private static FrozenSet<SettingsOwner> SidesBeforeGlobalAdministrator(RuleContext context)
    {
        var role = context.RoleReference(WellKnownRoles.GlobalAdministrator);
        return context
            .Access.PathsTo(role)
            .Concat(
                context.Access.TakeoverPaths.Where(path =>
                    string.Equals(path.Role.Id, role.Id, StringComparison.Ordinal)
                )
            )
            .SelectMany(path => path.Hops)
            .Where(hop => hop is { State: HopState.Eligible, Relation: not HopRelation.Role })
            .Select(hop =>
                SettingsOwner.Group(
                    Guid.Parse(hop.To.Id),
                    hop.Relation is HopRelation.Member ? GroupAccess.Member : GroupAccess.Owner
                )
            )
            .Append(SettingsOwner.Role(WellKnownRoles.GlobalAdministrator))
            .ToFrozenSet();
    }

    private static FindingDraft Draft(
        HeldSetting held,
        ImmutableArray<Announcement> silent,
        bool requireAdded,
        bool isGlobal
    ) =>
        new()
        {
            Subject = held.Subject,
            Identity = held.Identity,
            Severity = isGlobal ? Severity.High : Severity.Medium,
            Title = $"Activations of {held.Label} are not announced",
            Observed = Announcements.InWords(silent),
            Expected = Announcements.Expected(requireAdded),
            Role = held.Owner.IsRole ? held.Subject : null,
            Evidence = [held.Evidence],
            Fix = Announcements.Fix(held, silent, requireAdded),
        };
}
