using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>The roles that can give every other role should never be one person's decision.</summary>
public sealed class ApprovalNotRequired : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM203",
            Title: "A highly privileged role can be activated without approval",
            Severity: Severity.High,
            Practice: "DO-3",
            Why: "These roles can give themselves and others every other role. A second person who has to agree stops a stolen "
                + "account, and one person's mistake, before it reaches the whole tenant.",
            Needs: SettingsJudge.Needs
        );

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        context
            .Roles.HighlyPrivileged.OrderBy(id => id.ToString("D"), StringComparer.Ordinal)
            .Select(id => HeldOf(context, SettingsOwner.Role(id)))
            .Select(Judge)
            .Concat(ActivatedGroups.CarryingHighlyPrivileged(context).Select(group => Judge(context, group)))
            .Concat(SettingsJudge.HiddenOwners(context));

    private static Judgement Judge(HeldSetting held) => Judge(held, ["its own settings"], related: []);

    private static Judgement Judge(RuleContext context, ActivatedGroup group)
    {
        var held = HeldOf(context, group.Owner);
        if (group.Gap is { } gap)
            return held.Blind(gap);

        var roles = group.Roles.Select(context.RoleReference).ToImmutableArray();
        return Judge(
            held,
            roles.Select(role => role.Label),
            [.. roles.Select(role => new RelatedObject(role, "carried role"))]
        );
    }

    private static Judgement Judge(HeldSetting held, IEnumerable<string> gates, ImmutableArray<RelatedObject> related)
    {
        if (held.Settings.Gap is { } gap)
            return held.Blind(gap);

        return held.Settings.Value.ApprovalRequired switch
        {
            true => held.Meets(),
            false => Finding(held, string.Join(", ", gates), related),
            null => held.BlindWithout("whether activation asks for approval"),
        };
    }

    private static Judgement.Breaks Finding(HeldSetting held, string gates, ImmutableArray<RelatedObject> related) =>
        new(
            new FindingDraft
            {
                Subject = held.Subject,
                Identity = held.Identity,
                Title = held.Owner.IsRole
                    ? $"{held.Label} can be activated without approval"
                    : $"{held.Label} gives {gates} without approval",
                Observed = "no approval required",
                Expected = "approval on activation",
                Role = held.Owner.IsRole ? held.Subject : null,
                Related = related,
                Evidence = [held.Evidence],
                Fix = SettingsFixes.Of(
                    held,
                    "On the Activation tab, select Require approval to activate and name at least two approvers"
                ),
            }
        );

    private static HeldSetting HeldOf(RuleContext context, SettingsOwner owner) =>
        new(owner, context.Access.Reference(owner), context.Access.SettingsOf(owner), RoleTier.HighlyPrivileged);
}
