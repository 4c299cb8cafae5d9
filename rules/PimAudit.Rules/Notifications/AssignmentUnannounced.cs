using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A role that is given away in silence is found by nobody before the next review.</summary>
public sealed class AssignmentUnannounced : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM701",
            Title: "Nobody is told when a role is assigned",
            Severity: Severity.Medium,
            Practice: RuleInfo.BeyondThePractice,
            Why: "An intruder who makes himself eligible or active for a privileged role is seen at once where every assignment sends a "
                + "mail, and months later where none does.",
            Needs: SettingsJudge.Needs
        )
        {
            LeansOn = SnapshotParts.RoleDefinitions,
            Source = "CISA SCuBA, Microsoft Entra ID, MS.AAD.7.7",
            Parameters = [Announcements.Roles, Announcements.RequireAdded],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var requireAdded = context.Parameters.Flag(Announcements.RequireAdded.Name);
        return SettingsJudge.EachChosen(
            context,
            (held, settings) =>
                Announcements.Judge(
                    held,
                    [
                        Announcements.Of(settings, Announcements.MadeEligible, requireAdded),
                        Announcements.Of(settings, Announcements.MadeActive, requireAdded),
                    ],
                    silent => Draft(held, silent, requireAdded)
                )
        );
    }

    private static FindingDraft Draft(HeldSetting held, ImmutableArray<Announcement> silent, bool requireAdded) =>
        new()
        {
            Subject = held.Subject,
            Identity = held.Identity,
            Title = $"Assignments of {held.Label} are not announced",
            Observed = Announcements.InWords(silent),
            Expected = Announcements.Expected(requireAdded),
            Role = held.Owner.IsRole ? held.Subject : null,
            Evidence = [held.Evidence],
            Fix = Announcements.Fix(held, silent, requireAdded),
        };
}
