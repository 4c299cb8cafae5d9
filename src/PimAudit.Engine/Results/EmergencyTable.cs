using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>The checklist of each configured emergency access account.</summary>
internal static class EmergencyTable
{
    /// <summary>Rules about single accounts, with what they look at and what they say where nothing is wrong.</summary>
    private static readonly ImmutableArray<(string Rule, string Check, string Fine)> Judged =
    [
        ("PIM403", "No eligibility in PIM", "none"),
        ("PIM404", "Role held without a group", "no group in between"),
        ("PIM406", "Made as an emergency account should be", "as it should be"),
        ("PIM407", "Phishing-resistant method", "registered"),
        ("PIM408", "No policy locks it out", "none"),
        ("PIM409", "Tested, and not used otherwise", "as it should be"),
    ];

    public static ImmutableArray<EmergencyAccountRow> Of(JudgingFacts facts, ImmutableArray<RuleVerdict> verdicts)
    {
        var byRule = verdicts.ToLookup(verdict => verdict.Planned.Id, StringComparer.Ordinal);
        return [.. facts.Emergency.All.Select(account => Row(account, facts, byRule))];
    }

    private static EmergencyAccountRow Row(
        EmergencyAccount account,
        JudgingFacts facts,
        ILookup<string, RuleVerdict> byRule
    )
    {
        if (account.Id is not { } id)
            return new(account.Entry, Account: null, [Found(account)]);

        return new(
            account.Entry,
            facts.Access.Directory.Reference(id),
            [
                Found(account),
                Enabled(id, facts),
                Standing(id, facts),
                .. Judged
                    .Where(one => byRule.Contains(one.Rule))
                    .Select(one => Said(id, byRule[one.Rule].First(), one.Check, one.Fine)),
            ]
        );
    }

    private static EmergencyCheck Found(EmergencyAccount account) =>
        account.State switch
        {
            EntryState.Resolved => Check(
                "Account exists",
                RuleOutcome.Pass,
                account.IsByName ? "found by name; the object id would be safer" : "found by object id"
            ),
            EntryState.NotFound => Check("Account exists", RuleOutcome.Fail, "not in the tenant"),
            _ => Check("Account exists", RuleOutcome.NotEvaluated, account.Gap!.Detail),
        };

    private static EmergencyCheck Enabled(Guid id, JudgingFacts facts) =>
        facts.Access.Directory.User(id)?.IsEnabled switch
        {
            true => Check("Account is enabled", RuleOutcome.Pass, "enabled"),
            false => Check("Account is enabled", RuleOutcome.Fail, "disabled"),
            null => Check("Account is enabled", RuleOutcome.NotEvaluated, "the account's state was not read"),
        };

    private static EmergencyCheck Standing(Guid id, JudgingFacts facts)
    {
        const string Name = "Global Administrator without activation or end";
        if (MissingAssignments(facts.Access.Snapshot) is { } gap)
            return Check(Name, RuleOutcome.NotEvaluated, gap.Detail);
        if (EmergencyAccess.PermanentGlobalAdministrator(facts.Access, id) is { } path)
            return Check(
                Name,
                RuleOutcome.Pass,
                path.Holder is { } group ? $"through {group.Label}" : "assigned directly"
            );

        return EmergencyAccess.HiddenGlobalAdministrator(facts.Access, id) is { } hidden
            ? Check(Name, RuleOutcome.NotEvaluated, hidden.Detail)
            : Check(Name, RuleOutcome.Fail, "not assigned that way");
    }

    /// <summary>What the rule about it said: the checklist has no judgement of its own that could differ.</summary>
    private static EmergencyCheck Said(Guid id, RuleVerdict rule, string name, string fine)
    {
        if (!rule.IsOn)
            return Check(name, RuleOutcome.NotEvaluated, $"{rule.Planned.Id} is switched off");
        if (rule.Gap is { } missing)
            return Check(name, RuleOutcome.NotEvaluated, missing.Detail);

        var said = rule.Judgements.Where(judgement => IsAbout(judgement, id)).ToList();
        var faults = said.OfType<Judgement.Breaks>().Select(Fault).Distinct(StringComparer.Ordinal).ToList();
        if (faults.Count > 0)
            return Check(name, RuleOutcome.Fail, string.Join("; ", faults));

        return said.OfType<Judgement.Blind>().FirstOrDefault() is { } blind
            ? Check(name, RuleOutcome.NotEvaluated, blind.Gap.Detail)
            : Check(name, RuleOutcome.Pass, fine);
    }

    /// <summary>What was observed, with what a fix would remove beside the account.</summary>
    private static string Fault(Judgement.Breaks breaks) =>
        breaks.Draft.Identity.IsEmpty
            ? breaks.Draft.Observed
            : $"{string.Join(", ", breaks.Draft.Identity.Select(one => one.Label))}: {breaks.Draft.Observed}";

    private static bool IsAbout(Judgement judgement, Guid id) =>
        string.Equals(judgement.Subject.Id, id.ToString("D"), StringComparison.Ordinal);

    private static Gap? MissingAssignments(TenantSnapshot snapshot) =>
        snapshot.Collection.GapOf(SnapshotParts.RoleAssignments)
        ?? (snapshot.HasPim ? snapshot.Collection.GapOf(SnapshotParts.ActiveAssignments) : null);

    private static EmergencyCheck Check(string name, RuleOutcome outcome, string value) => new(name, outcome, value);
}
