using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>
/// Reads what a question touches and whatever that leads to, in rounds until nothing is new: groups found on the way, roles
/// whose holders approve, roles that a Conditional Access policy names.
/// </summary>
internal sealed class TouchedStep(Touched touched, TenantSnapshot old) : ICollectionStep
{
    private static readonly SnapshotParts[] HolderLists =
    [
        SnapshotParts.RoleAssignments,
        SnapshotParts.ActiveAssignments,
        SnapshotParts.EligibleAssignments,
    ];

    private readonly HashSet<Guid> roles = [];
    private readonly GroupsStep groups = new();

    public string Says => "Reading what the question touches";

    /// <summary>A list that the snapshot lacks is read whole: rows of one role would not make it one.</summary>
    public bool ReadsAllHolders { get; } =
        touched.AllAccess || HolderLists.Any(part => old.Collection.GapOf(part) is not null);

    public bool ReadsAllSettings => touched is { AllAccess: true, Gates: true };

    public bool HasReadPolicies { get; private set; }

    /// <summary>Roles that were read one by one.</summary>
    public IReadOnlySet<Guid> Roles => roles;

    public bool AskedSettingsOf(Guid role) => ReadsAllSettings || (touched.Gates && roles.Contains(role));

    public async Task CollectAsync(CollectionRun run, CancellationToken cancellation)
    {
        await ReadListsAsync(run, cancellation);
        foreach (var id in touched.Objects)
            run.Pool.Touch(id);

        var open = touched.Roles.ToHashSet();
        do
        {
            await ReadRolesAsync(run, open, cancellation);
            await groups.CollectAsync(run, cancellation);
            if (touched.Gates)
                await ReadPoliciesAsync(run, cancellation);
            open = Further(run);
        } while (open.Count > 0);
    }

    private async Task ReadListsAsync(CollectionRun run, CancellationToken cancellation)
    {
        if (ReadsAllHolders)
        {
            var holders = new RoleHolders(run);
            await run.Reader.ReadBatchedAsync(holders.Reads, cancellation);
            await holders.SettleAsync(cancellation);
        }

        if (touched.AllAccess)
            await ReadNamesAsync(run, cancellation);
        if (ReadsAllSettings)
            await new RoleSettingsStep().CollectAsync(run, cancellation);
    }

    /// <summary>Groups that the snapshot knows are read even where nothing leads to them any more: its rows of them are old.</summary>
    private async Task ReadNamesAsync(CollectionRun run, CancellationToken cancellation)
    {
        var definitions = run.Tenant.RoleDefinitions();
        var units = run.Tenant.AdministrativeUnits();
        var assignable = run.Tenant.RoleAssignableGroups();
        await run.Reader.ReadBatchedAsync([definitions, units, assignable], cancellation);
        run.Keep(definitions, run.Rows.Roles);
        run.Keep(units, run.Rows.AdministrativeUnits);
        run.Keep(assignable, run.Rows.Groups);
        foreach (var group in run.Rows.Groups)
            run.Pool.Touch(group.Id, ObjectKind.Group);
        foreach (var id in KnownGroups.Of(old))
            run.Pool.Touch(id);
    }

    private async Task ReadRolesAsync(CollectionRun run, HashSet<Guid> open, CancellationToken cancellation)
    {
        var asked = open.Order().ToList();
        var holders = ReadsAllHolders
            ? []
            : asked.Select(role => new RoleHolders(run, $"roleDefinitionId eq '{role:D}'")).ToList();
        var settings =
            touched.Gates && !ReadsAllSettings ? asked.Select(role => new RoleSettingsReading(run, role)).ToList() : [];
        await run.Reader.ReadBatchedAsync(
            [.. holders.SelectMany(one => one.Reads), .. settings.Select(one => one.Read)],
            cancellation
        );
        foreach (var one in holders)
            await one.SettleAsync(cancellation);
        foreach (var one in settings)
            await one.SettleAsync(cancellation);
        roles.UnionWith(asked);

        foreach (var row in run.Rows.ActiveAssignments)
            if (row.ActivatedThrough is { } through)
                run.Pool.Touch(through);
    }

    private async Task ReadPoliciesAsync(CollectionRun run, CancellationToken cancellation)
    {
        if (HasReadPolicies || !GateTrail.Contexts(run).Any())
            return;

        HasReadPolicies = true;
        var policies = run.Tenant.ConditionalAccessPolicies();
        await run.Reader.ReadAsync(policies, cancellation);
        run.Keep(policies, run.Rows.ConditionalAccessPolicies);
    }

    private HashSet<Guid> Further(CollectionRun run) =>
        touched.Gates && !touched.AllAccess ? [.. GateTrail.Roles(run).Where(role => !roles.Contains(role))] : [];
}
