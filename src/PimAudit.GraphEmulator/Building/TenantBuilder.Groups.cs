using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

public sealed partial class TenantBuilder
{
    /// <summary>A plain member, as PIM shows one that it did not make: Assigned, both dates null.</summary>
    /// <remarks>In a dynamic or synchronised group, which PIM does not manage, only the directory knows the member.</remarks>
    public TenantBuilder AddMember(string principal, string group) => AddPlain(principal, group, GroupSide.Member);

    /// <summary>Several plain members.</summary>
    public TenantBuilder AddMembers(string group, params IEnumerable<string> principals)
    {
        foreach (var principal in principals)
            AddMember(principal, group);
        return this;
    }

    /// <summary>A plain owner of a group, or an owner of a service principal.</summary>
    public TenantBuilder AddOwner(string principal, string owned)
    {
        if (Tenant.Directory.Find(Id(owned), EntryKind.ServicePrincipal) is null)
            return AddPlain(principal, owned, GroupSide.Owner);
        Tenant.Directory.Owners.Add(Id(owned), Id(principal));
        return this;
    }

    public TenantBuilder RemoveMember(string principal, string group)
    {
        Tenant.Directory.Members.Remove(Id(group), Id(principal));
        Tenant.GroupPim.Active(Id(group)).RemoveAll(RowsOf(principal, GroupSide.Member));
        return this;
    }

    public TenantBuilder RemoveOwner(string principal, string group)
    {
        Tenant.Directory.Owners.Remove(Id(group), Id(principal));
        Tenant.GroupPim.Active(Id(group)).RemoveAll(RowsOf(principal, GroupSide.Owner));
        return this;
    }

    /// <summary>The lists disagree: the principal stays among the directory members or owners only.</summary>
    public TenantBuilder RemoveFromGroupInstances(string principal, string group, GroupSide side = GroupSide.Member)
    {
        Tenant.GroupPim.Active(Id(group)).RemoveAll(RowsOf(principal, side));
        return this;
    }

    /// <summary>The lists disagree: the principal stays among PIM's instances only.</summary>
    public TenantBuilder RemoveFromDirectory(string principal, string group, GroupSide side = GroupSide.Member)
    {
        Links(side).Remove(Id(group), Id(principal));
        return this;
    }

    /// <summary>Lets a principal become member or owner of the group.</summary>
    /// <param name="start">UTC; null: twenty days ago, so that nobody wonders why it is not used yet.</param>
    /// <param name="end">UTC; null: permanent.</param>
    public TenantBuilder GroupEligible(
        string principal,
        string group,
        GroupSide side = GroupSide.Member,
        DateTimeOffset? start = null,
        DateTimeOffset? end = null
    )
    {
        var row = GroupRow(principal, group, side, "eligible", start ?? Now.AddDays(-20), end);
        row["eligibilityScheduleId"] = ScheduleId(row, "eligibility");
        Tenant.GroupPim.Eligible(Id(group)).Add(row);
        return this;
    }

    /// <summary>Makes a principal member or owner through PIM, Assigned; while it lasts the directory knows it too.</summary>
    public TenantBuilder GroupAssign(
        string principal,
        string group,
        GroupSide side = GroupSide.Member,
        DateTimeOffset? end = null,
        DateTimeOffset? start = null
    )
    {
        var row = GroupRow(principal, group, side, "assigned", start ?? Now.AddDays(-60), end);
        return AddActive(group, side, row, "Assigned", ScheduleId(row, "assignment"));
    }

    /// <summary>A person at work as member or owner of the group; while it lasts the directory knows it too.</summary>
    /// <param name="start">UTC; null: half an hour ago.</param>
    public TenantBuilder GroupActivate(
        string principal,
        string group,
        DateTimeOffset end,
        GroupSide side = GroupSide.Member,
        DateTimeOffset? start = null
    )
    {
        var used =
            Tenant.GroupPim.Eligible(Id(group)).FindLast(RowsOf(principal, side))
            ?? throw new ArgumentException($"'{principal}' is not eligible for '{group}'.", nameof(principal));
        var row = GroupRow(principal, group, side, "activated", start ?? Now.AddMinutes(-30), end);
        row[UsingMark] = used.Text("id");
        return AddActive(group, side, row, "Activated", ScheduleId(row, "assignment"));
    }

    public TenantBuilder RemoveGroupEligible(string principal, string group, GroupSide side = GroupSide.Member)
    {
        var removed = Tenant.GroupPim.Eligible(Id(group)).RemoveAll(RowsOf(principal, side));
        return removed > 0
            ? this
            : throw new ArgumentException($"'{principal}' is not eligible for '{group}'.", nameof(group));
    }

    private TenantBuilder AddPlain(string principal, string group, GroupSide side)
    {
        if (!IsManagedByPim(group))
        {
            Links(side).Add(Id(group), Id(principal));
            return this;
        }

        var row = GroupRow(principal, group, side, "plain", start: null, end: null);
        return AddActive(group, side, row, "Assigned", row.Text("id")!);
    }

    private TenantBuilder AddActive(string group, GroupSide side, JsonObject row, string type, string scheduleId)
    {
        row["assignmentType"] = type;
        row["assignmentScheduleId"] = scheduleId;
        Tenant.GroupPim.Active(Id(group)).Add(row);
        if (IsNow(row))
            Links(side).Add(Id(group), row.Id("principalId")!.Value);
        return this;
    }

    private JsonObject GroupRow(
        string principal,
        string group,
        GroupSide side,
        string what,
        DateTimeOffset? start,
        DateTimeOffset? end
    )
    {
        var access = side.AccessId();
        var (holder, id) = (Id(principal), Id(group));
        var unique = NewId(what, group, access, principal, Rows.Moment(start) ?? "", Rows.Moment(end) ?? "");
        return new JsonObject
        {
            ["id"] = $"{id}_{access}_{unique}",
            ["principalId"] = holder.ToString(),
            ["startDateTime"] = Rows.Moment(start),
            ["endDateTime"] = Rows.Moment(end),
            ["accessId"] = access,
            ["groupId"] = id.ToString(),
            ["memberType"] = "Direct",
        };
    }

    private string ScheduleId(JsonObject row, string what) =>
        $"{row.Text("groupId")}_{row.Text("accessId")}_{NewId(what, row.Text("id")!)}";

    private Predicate<JsonObject> RowsOf(string principal, GroupSide side)
    {
        var (access, holder) = (side.AccessId(), Id(principal).ToString());
        return row => row.Text("accessId") == access && row.Text("principalId") == holder;
    }

    private bool IsManagedByPim(string group)
    {
        var body =
            Tenant.Directory.Find(Id(group), EntryKind.Group)
            ?? throw new ArgumentException($"The tenant has no group '{group}'.", nameof(group));
        return body["groupTypes"]!.AsArray().All(type => type?.GetValue<string>() is not "DynamicMembership")
            && body["onPremisesSyncEnabled"]?.GetValue<bool>() is not true;
    }

    private LinkStore Links(GroupSide side) =>
        side is GroupSide.Member ? Tenant.Directory.Members : Tenant.Directory.Owners;
}
