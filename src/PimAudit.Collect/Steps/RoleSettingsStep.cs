using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>The settings of every role, in one list where Graph can make it.</summary>
internal sealed class RoleSettingsStep : ICollectionStep
{
    public string Says => "Reading role settings";

    public async Task CollectAsync(CollectionRun run, CancellationToken cancellation)
    {
        var reading = new RoleSettingsReading(run, role: null);
        await run.Reader.ReadAsync(reading.Read, cancellation);
        await reading.SettleAsync(cancellation);
    }
}

/// <summary>A list of role settings: of all roles, or of one.</summary>
/// <param name="role">Null for all.</param>
/// <remarks>One broken policy can fail the expanded list with 500; then the rules are read policy by policy.</remarks>
internal sealed class RoleSettingsReading(CollectionRun run, Guid? role)
{
    private readonly ListRead<PolicyAssignmentRow, PolicyAssignmentRow> expanded = role is { } id
        ? run.Settings.OfRole(id)
        : run.Settings.OfAllRoles();

    public GraphRead Read => expanded;

    public async Task SettleAsync(CancellationToken cancellation)
    {
        if (expanded.Failure is { IsServerError: true })
            await CollectOneByOneAsync(cancellation);
        else if (Settle(expanded))
            foreach (var row in expanded.Rows)
                SettingsKeeper.KeepRole(run, row, row.Policy?.Rules);
    }

    private async Task CollectOneByOneAsync(CancellationToken cancellation)
    {
        run.Ledger[SnapshotParts.RoleSettings].Count(expanded);
        var list = role is { } id ? run.Settings.OfRoleWithoutRules(id) : run.Settings.OfAllRolesWithoutRules();
        await run.Reader.ReadAsync(list, cancellation);
        if (!Settle(list))
            return;

        var rules = list.Rows.Select(row => (Row: row, Read: run.Settings.RulesOf(row.PolicyId))).ToList();
        await run.Reader.ReadBatchedAsync(rules.Select(one => one.Read), cancellation);
        if (rules.Exists(one => one.Read.Failure is not null))
            run.Ledger.Notes.Add(
                "Graph could not list the role settings with their rules; they were read role by role, some of them without success."
            );
        foreach (var (row, read) in rules)
            if (SettingsKeeper.RoleOf(row) is { } owner && run.Ledger.Settle(read, owner))
                SettingsKeeper.KeepRole(run, row, read.Rows);
    }

    /// <summary>A role whose settings fail is a gap; the list of all that fails is the whole part.</summary>
    private bool Settle(GraphRead read) => role is { } id ? run.Ledger.Settle(read, id) : run.Ledger.Settle(read);
}

/// <summary>Turns policies into role settings, or into gaps.</summary>
internal static class SettingsKeeper
{
    public static Guid? RoleOf(PolicyAssignmentRow row) => Spelling.Id(row.RoleDefinitionId);

    public static void KeepRole(CollectionRun run, PolicyAssignmentRow row, IReadOnlyList<PolicyRuleRow>? rules)
    {
        if (RoleOf(row) is { } role)
            Keep(run, SnapshotParts.RoleSettings, SettingsOwner.Role(role), row, rules);
    }

    public static void KeepGroup(CollectionRun run, Guid groupId, PolicyAssignmentRow row)
    {
        if (Spelling.Same(row.RoleDefinitionId, "member"))
            Keep(
                run,
                SnapshotParts.GroupSettings,
                SettingsOwner.Group(groupId, GroupAccess.Member),
                row,
                row.Policy?.Rules
            );
        else if (Spelling.Same(row.RoleDefinitionId, "owner"))
            Keep(
                run,
                SnapshotParts.GroupSettings,
                SettingsOwner.Group(groupId, GroupAccess.Owner),
                row,
                row.Policy?.Rules
            );
    }

    private static void Keep(
        CollectionRun run,
        SnapshotParts part,
        SettingsOwner owner,
        PolicyAssignmentRow row,
        IReadOnlyList<PolicyRuleRow>? rules
    )
    {
        var meter = run.Ledger[part];
        try
        {
            var settings = RoleSettingsReader.Read(
                owner,
                row.PolicyId,
                row.Policy?.LastModifiedDateTime,
                rules ?? throw new JsonException("The policy came without its rules.")
            );
            meter.Answer();
            run.Rows.RoleSettings.Add(settings);
            foreach (var approver in settings.ApprovalRequired is true ? settings.Approvers : [])
                if (approver.Id is { } id)
                    run.Pool.Touch(id);
        }
        catch (JsonException failure)
        {
            meter.Gap(owner.Id.ToString("D"), ReadFailure.Malformed(failure.Message));
        }
    }
}
