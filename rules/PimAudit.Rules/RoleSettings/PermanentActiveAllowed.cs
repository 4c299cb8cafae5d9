using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>What the settings permit is what somebody in a hurry will do.</summary>
public sealed class PermanentActiveAllowed : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM215",
            Title: "Settings permit active assignments without end although nobody needs one",
            Severity: Severity.Medium,
            Practice: "DONT-1",
            Why: "Standing access is one click away, and nobody is asked for an end date. Where the settings ask for one, an assignment "
                + "made in a hurry ends by itself.",
            Needs: SettingsJudge.Needs
        )
        {
            LeansOn = SnapshotParts.EmergencyAccounts | SnapshotParts.RoleDefinitions,
            Parameters = [SettingsJudge.RolesBy("privileged")],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var needs = new PermanenceNeeds(context);
        return SettingsJudge.EachChosen(
            context,
            (held, settings) =>
                settings.PermanentActiveAllowed switch
                {
                    false => held.Meets(),
                    null => held.BlindWithout("whether active assignments must end"),
                    true => IsService(context, held) ? held.Meets() : Judge(held, settings, needs.Of(held.Owner)),
                }
        );
    }

    /// <summary>Directory synchronisation assigns these itself, outside PIM and without end.</summary>
    private static bool IsService(RuleContext context, HeldSetting held) =>
        held.Owner.IsRole && context.Roles.IsService(held.Owner.Id);

    private static Judgement Judge(HeldSetting held, RoleSettings settings, Known<bool> isNeeded)
    {
        if (isNeeded.Gap is { } gap)
            return held.Blind(gap);

        return isNeeded.Value ? held.Meets() : Finding(held, settings);
    }

    private static Judgement.Breaks Finding(HeldSetting held, RoleSettings settings) =>
        new(
            new FindingDraft
            {
                Subject = held.Subject,
                Identity = held.Identity,
                Title = $"{held.Label} permits active assignments without end",
                Observed = "allowed without end; no group of Approach 2 and no emergency access account needs it",
                Expected = "an end for every active assignment",
                Role = held.Owner.IsRole ? held.Subject : null,
                Evidence = [held.Evidence],
                Fix = SettingsFixes.Of(
                    held,
                    "On the Assignment tab, clear Allow permanent active assignment and choose after how long active assignments expire",
                    SettingsFixes.LimitAssigned(
                        held.Owner,
                        "Assignment",
                        settings.LongestActive ?? TimeSpan.FromDays(30)
                    )
                ),
            }
        );
}
