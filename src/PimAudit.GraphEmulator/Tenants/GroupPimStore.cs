using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>PIM for Groups: who is, and who may become, member or owner of which group.</summary>
internal sealed class GroupPimStore
{
    private readonly Dictionary<Guid, List<JsonObject>> eligible = [];
    private readonly Dictionary<Guid, List<JsonObject>> active = [];

    /// <summary>For the builder: the list to which rows are added.</summary>
    public List<JsonObject> Eligible(Guid group) => ListIn(eligible, group);

    /// <summary>For the builder: the list to which rows are added.</summary>
    public List<JsonObject> Active(Guid group) => ListIn(active, group);

    public IReadOnlyList<JsonObject> EligibleOf(Guid group) => eligible.GetValueOrDefault(group) ?? [];

    public IReadOnlyList<JsonObject> ActiveOf(Guid group) => active.GetValueOrDefault(group) ?? [];

    public IEnumerable<JsonObject> AllEligible => eligible.Values.SelectMany(rows => rows);

    public IEnumerable<JsonObject> AllActive => active.Values.SelectMany(rows => rows);

    public GroupPimStore Clone()
    {
        var copy = new GroupPimStore();
        foreach (var (group, rows) in eligible)
            copy.Eligible(group).AddRange(Rows.Copy(rows));
        foreach (var (group, rows) in active)
            copy.Active(group).AddRange(Rows.Copy(rows));
        return copy;
    }

    private static List<JsonObject> ListIn(Dictionary<Guid, List<JsonObject>> lists, Guid group)
    {
        if (!lists.TryGetValue(group, out var list))
            lists[group] = list = [];
        return list;
    }
}
