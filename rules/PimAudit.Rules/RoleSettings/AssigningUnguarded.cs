using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Standing access is the strongest thing an administrator can give; nothing should be easier.</summary>
public sealed class AssigningUnguarded : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM214",
            Title: "Making somebody active asks for neither a justification nor multifactor authentication",
            Severity: Severity.Low,
            Practice: RuleInfo.BeyondThePractice,
            Why: "An active assignment goes past every gate of an activation. Where it asks for nothing, an administrator's stolen session "
                + "is enough to give standing access, and the audit log does not say why.",
            Needs: SettingsJudge.Needs
        )
        {
            LeansOn = SnapshotParts.RoleDefinitions,
            Source =
                "Microsoft Learn, Configure Microsoft Entra role settings in Privileged Identity Management: require justification, and multifactor authentication, on active assignment",
            Parameters = [SettingsJudge.RolesBy("privileged")],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        SettingsJudge.EachChosen(
            context,
            (held, settings) =>
                Maybe.Any(settings.AssigningMfa, settings.AssigningJustification) switch
                {
                    true => held.Meets(),
                    false => Finding(held),
                    null => held.BlindWithout("what making somebody active asks for"),
                }
        );

    private static Judgement.Breaks Finding(HeldSetting held) =>
        new(
            new FindingDraft
            {
                Subject = held.Subject,
                Identity = held.Identity,
                Title =
                    $"Somebody can be made active in {held.Label} without a reason and without multifactor authentication",
                Observed = "neither is required on active assignment",
                Expected = "a justification or multifactor authentication on active assignment",
                Role = held.Owner.IsRole ? held.Subject : null,
                Evidence = [held.Evidence],
                Fix = SettingsFixes.Of(
                    held,
                    "On the Assignment tab, select Require justification on active assignment and Require Azure Multi-Factor Authentication on active assignment",
                    SettingsFixes.GuardAssigning(held.Owner)
                ),
            }
        );
}
