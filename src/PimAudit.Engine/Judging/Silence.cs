using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Whether a rule that says nothing about something would have said it.</summary>
internal sealed class Silence(ImmutableArray<RuleVerdict> verdicts)
{
    private readonly Dictionary<string, RuleVerdict> byRule = verdicts.ToDictionary(
        verdict => verdict.Planned.Id,
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, HashSet<string>> met = new(StringComparer.Ordinal);

    /// <summary>
    /// A rule that is blind anywhere may be blind for want of the very object that would show the finding, so only a judgement
    /// about this identity counts then; and none where an id was not resolved, which may be the group behind the finding.
    /// </summary>
    /// <returns>Why nothing follows from the silence; null when the rule looked and there is nothing.</returns>
    public Gap? About(string ruleId, ObjectRef subject, ImmutableArray<ObjectRef> identity) =>
        About(ruleId, () => IsMet(ruleId, KeyOf(subject, identity)));

    /// <summary>As above, of every finding whose identity these ids complete.</summary>
    public Gap? About(Waiver waiver) => About(waiver.Rule, () => Names(waiver));

    private Gap? About(string ruleId, Func<bool> isMet)
    {
        if (!byRule.TryGetValue(ruleId, out var verdict))
            return Configured($"{ruleId} is no rule of this run");
        if (!verdict.Planned.IsOn)
            return Configured($"{ruleId} is switched off");
        if (verdict.Gap is { } missing)
            return missing;
        if (verdict.Blind.FirstOrDefault(IsPossibleGroup) is { } group)
            return group.Gap;
        return verdict.Blind.FirstOrDefault() is { } blind && !isMet() ? blind.Gap : null;
    }

    /// <summary>A group that nobody knew for one takes its paths away from everybody in it, and who they are nobody knows.</summary>
    private static bool IsPossibleGroup(Judgement.Blind blind) =>
        blind is { Subject.Kind: ObjectKind.Unresolved, Gap.Part: SnapshotParts.Principals };

    private static Gap Configured(string detail) => new(SnapshotParts.None, MissingReason.Configuration, detail);

    private bool Names(Waiver waiver) =>
        byRule[waiver.Rule]
            .Meets.Select(meets => (Key: KeyOf(meets), Identity: IdentityOf(meets)))
            .Any(one => waiver.Reach(one.Identity) is WaiverReach.Whole && IsMet(waiver.Rule, one.Key));

    private bool IsMet(string ruleId, string key)
    {
        if (!met.TryGetValue(ruleId, out var keys))
        {
            keys = byRule[ruleId].Meets.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
            keys.ExceptWith(byRule[ruleId].Blind.Select(KeyOf));
            met[ruleId] = keys;
        }

        return keys.Contains(key);
    }

    private static string KeyOf(Judgement judgement) => KeyOf(judgement.Subject, IdentityOf(judgement));

    private static ImmutableArray<ObjectRef> IdentityOf(Judgement judgement) =>
        Fingerprint.IdentityOf(judgement.Subject, judgement.Identity);

    private static string KeyOf(ObjectRef subject, ImmutableArray<ObjectRef> identity) =>
        string.Join('\n', identity.Select(part => part.Key).Prepend(subject.Key));
}
