using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Where changes are planned in tickets, an activation without one was not planned.</summary>
public sealed class TicketNotRequired : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM212",
            Title: "Activation does not ask for a ticket where the profile wants one",
            Severity: Severity.Low,
            Practice: "ACT",
            Why: "For these roles every change has a ticket. Without its number in the request nobody can tell afterwards which change "
                + "an activation was for, and unplanned ones do not stand out.",
            Needs: SettingsJudge.Needs
        )
        {
            Parameters = [RuleParameter.Ids("roles", "template ids of roles whose activation must name a ticket")],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var roles = context.Parameters.Ids("roles");
        return context.HeldSettings(roles).Select(Judge).Concat(SettingsJudge.HiddenSides(context, roles));
    }

    private static Judgement Judge(HeldSetting held)
    {
        if (held.Settings.Gap is { } gap)
            return held.Blind(gap);

        return held.Settings.Value.Ticket switch
        {
            true => held.Meets(),
            false => Finding(held, held.Settings.Value),
            null => held.BlindWithout("whether activation asks for a ticket"),
        };
    }

    private static Judgement.Breaks Finding(HeldSetting held, RoleSettings settings) =>
        new(
            new FindingDraft
            {
                Subject = held.Subject,
                Identity = held.Identity,
                Title = $"{held.Label} can be activated without a ticket",
                Observed = "not required",
                Expected = "ticket information on activation",
                Role = held.Owner.IsRole ? held.Subject : null,
                Evidence = [held.Evidence],
                Fix = SettingsFixes.Of(
                    held,
                    "On the Activation tab, select Require ticket information on activation",
                    SettingsFixes.AlsoAskFor(held.Owner, settings, "Ticketing")
                ),
            }
        );
}
