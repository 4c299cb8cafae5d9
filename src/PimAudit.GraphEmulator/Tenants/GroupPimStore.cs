using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>PIM for Groups: who is, and who may become, member or owner of which group.</summary>
internal sealed class GroupPimStore
{
    private readonly Dictionary<Guid, List<JsonObject>> eligible = [];
    private readonly Dictionary<Guid, List<JsonObject>> active = [];
    private readonly Dictionary<Guid, List<JsonObject>> comingEligible = [];
    private readonly Dictionary<Guid, List<JsonObject>> comingActive = [];

    /// <summary>Groups that are listed as enabled whatever their rows and settings say.</summary>
    public HashSet<Guid> Enabled { get; } = [];

    /// <summary>For the builder: the list to which rows are added.</summary>
    public List<JsonObject> Eligible(Guid group) => ListIn(eligible, group);

    /// <summary>For the builder: the list to which rows are added.</summary>
    public List<JsonObject> Active(Guid group) => ListIn(active, group);

    /// <summary>For the builder: schedules that have not begun, as the instances that they will be.</summary>
    public List<JsonObject> ComingEligible(Guid group) => ListIn(comingEligible, group);

    /// <inheritdoc cref="ComingEligible"/>
    public List<JsonObject> ComingActive(Guid group) => ListIn(comingActive, group);

    /// <summary>Groups that PIM knows by a row that it made itself: a plain member is not one.</summary>
    public IEnumerable<Guid> WithPimRows =>
        new[] { eligible, active, comingEligible, comingActive }
            .SelectMany(lists => lists)
            .Where(list => list.Value.Exists(row => row.Text("startDateTime") is not null))
            .Select(list => list.Key)
            .Distinct();

    public IReadOnlyList<JsonObject> EligibleOf(Guid group) => eligible.GetValueOrDefault(group) ?? [];

    public IReadOnlyList<JsonObject> ActiveOf(Guid group) => active.GetValueOrDefault(group) ?? [];

    /// <summary>The rows of the group with those that have not begun.</summary>
    public IReadOnlyList<JsonObject> EligibleSchedulesOf(Guid group) =>
        [.. EligibleOf(group), .. comingEligible.GetValueOrDefault(group) ?? []];

    /// <inheritdoc cref="EligibleSchedulesOf"/>
    public IReadOnlyList<JsonObject> ActiveSchedulesOf(Guid group) =>
        [.. ActiveOf(group), .. comingActive.GetValueOrDefault(group) ?? []];

    public IEnumerable<JsonObject> AllEligible => eligible.Values.SelectMany(rows => rows);

    public IEnumerable<JsonObject> AllActive => active.Values.SelectMany(rows => rows);

    public IEnumerable<JsonObject> AllEligibleSchedules =>
        AllEligible.Concat(comingEligible.Values.SelectMany(rows => rows));

    public IEnumerable<JsonObject> AllActiveSchedules => AllActive.Concat(comingActive.Values.SelectMany(rows => rows));

    public GroupPimStore Clone()
    {
        var copy = new GroupPimStore();
        copy.Enabled.UnionWith(Enabled);
        foreach (var (group, rows) in comingEligible)
            copy.ComingEligible(group).AddRange(Rows.Copy(rows));
        foreach (var (group, rows) in comingActive)
            copy.ComingActive(group).AddRange(Rows.Copy(rows));
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
