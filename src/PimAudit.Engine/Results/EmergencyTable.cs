using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>The checklist of each configured emergency access account.</summary>
internal static class EmergencyTable
{
    public static ImmutableArray<EmergencyAccountRow> Of(JudgingFacts facts) =>
        [.. facts.Emergency.All.Select(account => Row(account, facts))];

    private static EmergencyAccountRow Row(EmergencyAccount account, JudgingFacts facts)
    {
        if (account.Id is not { } id)
            return new(account.Entry, Account: null, [Found(account)]);

        return new(
            account.Entry,
            facts.Access.Directory.Reference(id),
            [Found(account), Enabled(id, facts), Standing(id, facts), OutsidePim(id, facts)]
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
        if (Missing(facts, SnapshotParts.RoleAssignments, SnapshotParts.ActiveAssignments) is { } gap)
            return Check(Name, RuleOutcome.NotEvaluated, gap.Detail);
        if (EmergencyAccess.PermanentGlobalAdministrator(facts.Access, id) is { } path)
            return Check(
                Name,
                RuleOutcome.Pass,
                path.Holder is { } group ? $"through {group.Label}" : "assigned directly"
            );

        var hidden = facts.Access.HiddenHolders.FirstOrDefault();
        return hidden is null
            ? Check(Name, RuleOutcome.Fail, "not assigned that way")
            : Check(Name, RuleOutcome.NotEvaluated, hidden.Gap.Detail);
    }

    private static EmergencyCheck OutsidePim(Guid id, JudgingFacts facts)
    {
        const string Name = "No eligibility in PIM";
        if (Missing(facts, SnapshotParts.EligibleAssignments, SnapshotParts.GroupEligibilities) is { } gap)
            return Check(Name, RuleOutcome.NotEvaluated, gap.Detail);

        var eligible = EmergencyAccess
            .EligibleHops(facts.Access, id)
            .Select(hop => hop.To.Label)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (eligible.Count > 0)
            return Check(Name, RuleOutcome.Fail, $"eligible for {string.Join(", ", eligible)}");

        var hidden = facts.Access.HiddenHolders.FirstOrDefault();
        return hidden is null
            ? Check(Name, RuleOutcome.Pass, "none")
            : Check(Name, RuleOutcome.NotEvaluated, hidden.Gap.Detail);
    }

    private static Gap? Missing(JudgingFacts facts, params ReadOnlySpan<SnapshotParts> parts)
    {
        if (!facts.Access.Snapshot.HasPim)
            return facts.Access.Snapshot.Collection.GapOf(SnapshotParts.RoleAssignments);

        foreach (var part in parts)
            if (facts.Access.Snapshot.Collection.GapOf(part) is { } gap)
                return gap;
        return null;
    }

    private static EmergencyCheck Check(string name, RuleOutcome outcome, string value) => new(name, outcome, value);
}
