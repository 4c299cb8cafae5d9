using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Finds what the rules of a settings column said about one settings owner.</summary>
internal sealed class SaidAboutSettings(ImmutableArray<RuleVerdict> verdicts)
{
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
            if (verdict.Breaks.FirstOrDefault(breaks => IsAbout(breaks, held, column)) is { } breaks)
                return (SettingVerdict.Deviates, verdict.Planned, breaks.Draft);
        foreach (var verdict in rules)
            if (verdict.Blind.Any(blind => IsAbout(blind, held)))
                return (SettingVerdict.Unknown, verdict.Planned, null);
        foreach (var verdict in rules)
            if (verdict.Meets.Any(meets => IsAbout(meets, held)))
                return (SettingVerdict.Meets, verdict.Planned, null);
        return (SettingVerdict.NotJudged, null, null);
    }

    private static bool IsAbout(Judgement.Breaks breaks, HeldSetting held, SettingColumn column) =>
        breaks.Draft.Concern is { } concern
            ? concern.Owner == held.Owner && concern.Settings.Contains(column.Name, StringComparer.Ordinal)
            : IsAbout(breaks, held);

    private static bool IsAbout(Judgement judgement, HeldSetting held)
    {
        var identity = judgement is Judgement.Breaks breaks ? breaks.Draft.Identity : judgement.Identity;
        return string.Equals(judgement.Subject.Key, held.Subject.Key, StringComparison.Ordinal)
            && held.Identity.All(part =>
                identity.Any(other => string.Equals(other.Key, part.Key, StringComparison.Ordinal))
            );
    }
}
