using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An owner can make himself a member, so the owner settings are a second door to the same roles.</summary>
public sealed class OwnerSettingsWeaker : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM217",
            Title: "Becoming owner of a group asks for less than becoming member",
            Severity: Severity.High,
            Practice: "APP-2",
            Why: "Whoever activates the ownership adds himself as a member and has the group's roles, past everything that the member "
                + "settings ask for. Member and owner settings are two policies, and the second is easily forgotten.",
            Needs: SettingsJudge.Needs
        );

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var highly = ActivatedGroups.CarryingHighlyPrivileged(context).ToDictionary(side => side.Owner);
        return context
            .HeldSettings()
            .Where(held => held.Owner.Access is GroupAccess.Owner)
            .Select(held => Judge(context, held, highly.GetValueOrDefault(held.Owner)))
            .Concat(HiddenOwners(context));
    }

    /// <param name="highly">Not null where a missing approval is PIM203's, or may be.</param>
    private static Judgement Judge(RuleContext context, HeldSetting held, ActivatedGroup? highly)
    {
        var compared = OwnerSide.Compare(context, held);
        if (compared.Gap is { } gap)
            return new Judgement.Blind(held.Subject, gap);

        var comparison = compared.Value;
        var weaker = comparison.Weaker.Where(gate => IsOurs(gate, highly)).ToImmutableArray();
        if (!weaker.IsEmpty)
            return Finding(context, held, comparison, weaker);
        if (comparison.Unknown.Any(gate => IsOurs(gate, highly)))
            return new Judgement.Blind(held.Subject, held.BlindWithout("as much as the member settings").Gap);

        return highly?.Gap is { } untold && comparison.IsWeakerIn(Gate.Approval) is not false
            ? new Judgement.Blind(held.Subject, untold)
            : new Judgement.Meets(held.Subject);
    }

    private static bool IsOurs(Gate gate, ActivatedGroup? highly) => gate is not Gate.Approval || highly is null;

    /// <summary>Groups of which it was not read who is eligible as owner.</summary>
    private static IEnumerable<Judgement> HiddenOwners(RuleContext context) =>
        context
            .Access.GroupsOnPaths.Select(id => (Id: id, Gap: context.Access.People(id).EligibilitiesGap))
            .Where(one => one.Gap is not null)
            .Select(one => new Judgement.Blind(context.Reference(one.Id), one.Gap!))
            .Concat(SettingsJudge.HiddenOwners(context));

    private static Judgement.Breaks Finding(
        RuleContext context,
        HeldSetting held,
        GateComparison comparison,
        ImmutableArray<Gate> weaker
    )
    {
        var owners = context.Access.People(held.Owner.Id).Owners.Where(link => link.State is HopState.Eligible);
        return new(
            new FindingDraft
            {
                Subject = held.Subject,
                Severity = GateWords.SeverityOf(weaker),
                Title = $"Becoming owner of {held.Subject.Label} asks for less than becoming member",
                Observed = $"owners: {GateWords.Observed(comparison, weaker)}",
                Expected = $"as for members: {GateWords.Expected(comparison, weaker)}",
                Related =
                [
                    .. owners
                        .Select(link => new RelatedObject(context.Reference(link.PrincipalId), "eligible as owner"))
                        .Distinct(),
                ],
                Evidence = [held.Evidence, new(SnapshotParts.GroupSettings, comparison.Than.PolicyId)],
                Concern = GateWords.Concern(held.Owner, weaker),
                Fix = SettingsFixes.Of(
                    held,
                    "On the Activation tab, ask for everything that the member settings ask for",
                    GateWords.Command(held.Owner, comparison, weaker)
                ),
            }
        );
    }
}
