using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Whose settings a policy holds: a role, or <c>member</c> or <c>owner</c> of a group.</summary>
internal readonly record struct PolicyOwner(Guid Id, string? Access)
{
    public string RoleDefinitionId => Access ?? Id.ToString();
}

/// <summary>The settings of one owner.</summary>
/// <param name="PolicyId">Graph's id.</param>
/// <param name="IsBroken">Its rules answer 500.</param>
/// <param name="Edit">Last changes to the policy with its rules, before it is served; null for none.</param>
internal sealed record PolicyEntry(
    PolicyOwner Owner,
    string PolicyId,
    PolicySettings Settings,
    bool IsBroken = false,
    Action<JsonObject>? Edit = null
);

/// <summary>Role settings of every role and both sides of every group.</summary>
internal sealed class PolicyStore
{
    private readonly Dictionary<PolicyOwner, PolicyEntry> entries = [];
    private readonly Dictionary<string, PolicyOwner> ownerByPolicy = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<PolicyEntry> OfRoles => entries.Values.Where(entry => entry.Owner.Access is null);

    /// <summary>Groups of which somebody changed a side's settings.</summary>
    public IEnumerable<Guid> ChangedGroups =>
        entries
            .Values.Where(entry =>
                entry.Owner.Access is not null && (entry.Settings.ChangedAt is not null || entry.Edit is not null)
            )
            .Select(entry => entry.Owner.Id);

    public PolicyEntry? Find(PolicyOwner owner) => entries.GetValueOrDefault(owner);

    public PolicyEntry? ByPolicyId(string policyId) =>
        ownerByPolicy.TryGetValue(policyId, out var owner) ? entries[owner] : null;

    public void Set(PolicyEntry entry)
    {
        entries[entry.Owner] = entry;
        ownerByPolicy[entry.PolicyId] = entry.Owner;
    }

    public PolicyStore Clone()
    {
        var copy = new PolicyStore();
        foreach (var entry in entries.Values)
            copy.Set(entry);
        return copy;
    }
}
