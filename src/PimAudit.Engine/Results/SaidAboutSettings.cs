using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Finds what the rules of a settings column said about one settings owner.</summary>
internal sealed class SaidAboutSettings(ImmutableArray<RuleVerdict> verdicts)
{
    private readonly Dictionary<string, ILookup<string, Judgement>> said = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RuleVerdict> byId = verdicts.ToDictionary(
        verdict => verdict.Planned.Id,
        StringComparer.Ordinal
    );

    /// <returns>A deviation before a blind spot before a setting that meets its rule; NotJudged when no rule looked.</returns>
    public (SettingVerdict Verdict, PlannedRule? Rule, FindingDraft? Draft) About(
        HeldSetting held,
        SettingColumn column
    )
    {
        var rules = column.Rules.Where(byId.ContainsKey).Select(id => byId[id]).ToList();
        foreach (var verdict in rules)
            if (
                Said<Judgement.Breaks>(verdict, held).FirstOrDefault(breaks => IsAbout(breaks, held, column)) is
                { } breaks
            )
                return (SettingVerdict.Deviates, verdict.Planned, breaks.Draft);
        foreach (var verdict in rules)
            if (Said<Judgement.Blind>(verdict, held).Any(blind => IsAbout(blind, held)))
                return (SettingVerdict.Unknown, verdict.Planned, null);
        foreach (var verdict in rules)
            if (Said<Judgement.Meets>(verdict, held).Any(meets => IsAbout(meets, held)))
                return (SettingVerdict.Meets, verdict.Planned, null);
        return (SettingVerdict.NotJudged, null, null);
    }

    /// <summary>What a rule said of the role or the group; which of the two and which side, the caller asks.</summary>
    private IEnumerable<T> Said<T>(RuleVerdict verdict, HeldSetting held)
        where T : Judgement
    {
        if (!said.TryGetValue(verdict.Planned.Id, out var byOwner))
            said[verdict.Planned.Id] = byOwner = verdict.Judgements.ToLookup(IdOf, StringComparer.Ordinal);
        return byOwner[held.Owner.Id.ToString("D")].OfType<T>();
    }

    private static string IdOf(Judgement judgement) =>
        judgement is Judgement.Breaks { Draft.Concern: { } concern }
            ? concern.Owner.Id.ToString("D")
            : judgement.Subject.Id;

    private static bool IsAbout(Judgement.Breaks breaks, HeldSetting held, SettingColumn column) =>
        breaks.Draft.Concern is { } concern
            ? concern.Owner == held.Owner && concern.Settings.Contains(column.Name, StringComparer.Ordinal)
            : IsAbout(breaks, held);

    private static bool IsAbout(Judgement judgement, HeldSetting held)
    {
        var identity = SameIdentity.ExtrasOf(judgement);
        return judgement.Subject.IsSame(held.Subject) && held.Identity.All(part => identity.Any(part.IsSame));
    }
}
