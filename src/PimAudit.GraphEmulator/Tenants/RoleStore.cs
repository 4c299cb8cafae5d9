using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Role definitions and the three lists that say who holds them.</summary>
internal sealed class RoleStore
{
    private readonly Dictionary<string, Guid> idByName = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, JsonObject> definitionById = [];
    private readonly Dictionary<string, int> eligibilities = new(StringComparer.Ordinal);
    private int indexed;

    public List<JsonObject> Definitions { get; } = [];
    public List<JsonObject> Assignments { get; } = [];
    public List<JsonObject> AssignmentInstances { get; } = [];
    public List<JsonObject> EligibilityInstances { get; } = [];

    /// <summary>Schedules that have not begun, as the instances that they will be; no instance list shows them.</summary>
    public List<JsonObject> ComingAssignments { get; } = [];

    /// <inheritdoc cref="ComingAssignments"/>
    public List<JsonObject> ComingEligibilities { get; } = [];

    /// <summary>Ids of the rows of both instance lists.</summary>
    public HashSet<string> UsedIds { get; } = new(StringComparer.Ordinal);

    public Guid? IdOf(string role) =>
        Guid.TryParse(role, out var id) && definitionById.ContainsKey(id) ? id
        : idByName.TryGetValue(role, out var named) ? named
        : null;

    public JsonObject? Definition(Guid id) => definitionById.GetValueOrDefault(id);

    /// <summary>The last eligibility of the principal for the role at the scope.</summary>
    /// <remarks>Others change the list: an index that does not fit it is made anew.</remarks>
    public JsonObject? Eligibility(string principal, string role, string scope)
    {
        var key = $"{principal} {role} {scope}";
        var found = Indexed(key);
        if (found is not null)
            return found;
        eligibilities.Clear();
        indexed = 0;
        return Indexed(key);
    }

    public void Define(Guid id, JsonObject body)
    {
        idByName.Add(body["displayName"]!.GetValue<string>(), id);
        definitionById.Add(id, body);
        Definitions.Add(body);
    }

    private JsonObject? Indexed(string key)
    {
        for (; indexed < EligibilityInstances.Count; indexed++)
            eligibilities[Key(EligibilityInstances[indexed])] = indexed;
        if (!eligibilities.TryGetValue(key, out var at) || at >= EligibilityInstances.Count)
            return null;
        var row = EligibilityInstances[at];
        return string.Equals(Key(row), key, StringComparison.Ordinal) ? row : null;
    }

    private static string Key(JsonObject row) =>
        $"{row.Text("principalId")} {row.Text("roleDefinitionId")} {row.Text("directoryScopeId")}";

    public RoleStore Clone()
    {
        var copy = new RoleStore();
        foreach (var (id, body) in definitionById)
            copy.Define(id, body.DeepClone().AsObject());
        copy.Assignments.AddRange(Rows.Copy(Assignments));
        copy.AssignmentInstances.AddRange(Rows.Copy(AssignmentInstances));
        copy.EligibilityInstances.AddRange(Rows.Copy(EligibilityInstances));
        copy.ComingAssignments.AddRange(Rows.Copy(ComingAssignments));
        copy.ComingEligibilities.AddRange(Rows.Copy(ComingEligibilities));
        copy.UsedIds.UnionWith(UsedIds);
        return copy;
    }
}
