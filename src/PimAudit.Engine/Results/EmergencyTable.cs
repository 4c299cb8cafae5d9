using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>The checklist of each configured emergency access account.</summary>
internal static class EmergencyTable
{
    /// <summary>The rule that says whether an account waits for PIM.</summary>
    private const string InsidePim = "PIM403";

    public static ImmutableArray<EmergencyAccountRow> Of(JudgingFacts facts, ImmutableArray<RuleVerdict> verdicts)
    {
        var insidePim = verdicts.FirstOrDefault(verdict =>
            string.Equals(verdict.Planned.Id, InsidePim, StringComparison.Ordinal)
        );
        return [.. facts.Emergency.All.Select(account => Row(account, facts, insidePim))];
    }

    private static EmergencyAccountRow Row(EmergencyAccount account, JudgingFacts facts, RuleVerdict? insidePim)
    {
        if (account.Id is not { } id)
            return new(account.Entry, Account: null, [Found(account)]);

        return new(
            account.Entry,
            facts.Access.Directory.Reference(id),
            [Found(account), Enabled(id, facts), Standing(id, facts), OutsidePim(id, insidePim)]
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
    private static EmergencyCheck OutsidePim(Guid id, RuleVerdict? rule)
    {
        const string Name = "No eligibility in PIM";
        if (rule is null or { IsOn: false })
            return Check(Name, RuleOutcome.NotEvaluated, $"{InsidePim} is switched off");
        if (rule.Gap is { } missing)
            return Check(Name, RuleOutcome.NotEvaluated, missing.Detail);

        var said = rule.Judgements.Where(judgement => IsAbout(judgement, id)).ToList();
        var eligible = said.OfType<Judgement.Breaks>().SelectMany(breaks => breaks.Draft.Identity).ToList();
        if (eligible.Count > 0)
            return Check(
                Name,
                RuleOutcome.Fail,
                $"eligible for {string.Join(", ", eligible.Select(target => target.Label))}"
            );

        return said.OfType<Judgement.Blind>().FirstOrDefault() is { } blind
            ? Check(Name, RuleOutcome.NotEvaluated, blind.Gap.Detail)
            : Check(Name, RuleOutcome.Pass, "none");
    }

    private static bool IsAbout(Judgement judgement, Guid id) =>
        string.Equals(judgement.Subject.Id, id.ToString("D"), StringComparison.Ordinal);

    private static Gap? MissingAssignments(TenantSnapshot snapshot) =>
        snapshot.Collection.GapOf(SnapshotParts.RoleAssignments)
        ?? (snapshot.HasPim ? snapshot.Collection.GapOf(SnapshotParts.ActiveAssignments) : null);

    private static EmergencyCheck Check(string name, RuleOutcome outcome, string value) => new(name, outcome, value);
}
