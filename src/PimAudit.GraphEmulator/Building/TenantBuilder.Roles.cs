using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

public sealed partial class TenantBuilder
{
    /// <summary>A role of the tenant's own making.</summary>
    public TenantBuilder CustomRole(string name, params string[] actions)
    {
        var id = IdFor("role", name);
        DefineRole(id, name, isBuiltIn: false, actions);
        UntouchedSettings(id, name);
        return this;
    }

    /// <summary>Makes a principal eligible for a role.</summary>
    /// <param name="scope">Name of an administrative unit or another object; null for the tenant.</param>
    /// <param name="start">UTC; null: twenty days ago, so that nobody wonders why it is not used yet.</param>
    /// <param name="end">UTC; null: permanent.</param>
    public TenantBuilder MakeEligible(
        string principal,
        string role,
        string? scope = null,
        DateTimeOffset? start = null,
        DateTimeOffset? end = null
    )
    {
        var row = RoleRow(principal, role, scope, start ?? Now.AddDays(-20), end);
        row["id"] = Unused($"{row.Text("id")}-e");
        row["roleEligibilityScheduleId"] = NewId("eligibility", row.Text("id")!);
        Tenant.Roles.EligibilityInstances.Add(row);
        return this;
    }

    /// <summary>Makes a principal active, Assigned: in both lists, unless it has ended or not begun.</summary>
    /// <param name="end">UTC; null: permanent.</param>
    /// <param name="outsidePim">As the roles blade or <c>/roleAssignments</c> makes it: no dates, schedule id equal to the own id.</param>
    /// <param name="start">UTC; null: sixty days ago.</param>
    public TenantBuilder Assign(
        string principal,
        string role,
        string? scope = null,
        DateTimeOffset? end = null,
        bool outsidePim = false,
        DateTimeOffset? start = null
    )
    {
        var row = RoleRow(principal, role, scope, outsidePim ? null : start ?? Now.AddDays(-60), end);
        AddActive(row, "Assigned", outsidePim);
        return this;
    }

    /// <summary>A person at work: Activated until the end.</summary>
    /// <param name="using">Group whose eligibility is used; null: the principal's own.</param>
    /// <param name="start">UTC; null: half an hour ago.</param>
    public TenantBuilder Activate(
        string principal,
        string role,
        DateTimeOffset end,
        string? @using = null,
        string? scope = null,
        DateTimeOffset? start = null
    )
    {
        var row = RoleRow(principal, role, scope, start ?? Now.AddMinutes(-30), end);
        var holder = Id(@using ?? principal).ToString();
        var used =
            Tenant.Roles.Eligibility(holder, row.Text("roleDefinitionId")!, row.Text("directoryScopeId")!)
            ?? throw new ArgumentException($"'{@using ?? principal}' is not eligible for '{role}'.", nameof(principal));
        row[UsingMark] = used.Text("id");
        AddActive(row, "Activated", outsidePim: false);
        return this;
    }

    private JsonObject RoleRow(string principal, string role, string? scope, DateTimeOffset? start, DateTimeOffset? end)
    {
        var (holder, definition, place) = (Id(principal), RoleId(role), Scope(scope));
        return new JsonObject
        {
            ["id"] = Ids.RoleAssignment(definition, holder, place),
            ["principalId"] = holder.ToString(),
            ["roleDefinitionId"] = definition.ToString(),
            ["directoryScopeId"] = place,
            ["appScopeId"] = null,
            ["startDateTime"] = Rows.Moment(start),
            ["endDateTime"] = Rows.Moment(end),
            ["memberType"] = "Direct",
        };
    }

    private void AddActive(JsonObject row, string type, bool outsidePim)
    {
        var id = Unused(row.Text("id")!);
        row["id"] = id;
        row["assignmentType"] = type;
        row["roleAssignmentOriginId"] = id;
        row["roleAssignmentScheduleId"] = outsidePim ? id : NewId("assignment", id);
        Tenant.Roles.AssignmentInstances.Add(row);
        if (IsNow(row))
            Tenant.Roles.Assignments.Add(AssignmentOf(row));
    }

    private JsonObject AssignmentOf(JsonObject row) =>
        new()
        {
            ["id"] = row.Text("id"),
            ["principalId"] = row.Text("principalId"),
            ["principalOrganizationId"] = Tenant.Directory.Find(row.Id("principalId")!.Value) is null
                ? NewId("organization", row.Text("principalId")!)
                : Tenant.Id.ToString(),
            ["resourceScope"] = row.Text("directoryScopeId"),
            ["directoryScopeId"] = row.Text("directoryScopeId"),
            ["appScopeId"] = null,
            ["condition"] = null,
            ["roleDefinitionId"] = row.Text("roleDefinitionId"),
        };

    private bool IsNow(JsonObject row)
    {
        var now = Rows.Moment(Now)!;
        return (row.Text("endDateTime") is not { } end || IsAfter(end, now))
            && (row.Text("startDateTime") is not { } start || !IsAfter(start, now));
    }

    private static bool IsAfter(string moment, string other) =>
        DateTimeOffset.Parse(moment, Invariant) > DateTimeOffset.Parse(other, Invariant);

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private Guid RoleId(string role) =>
        Tenant.Roles.IdOf(role) ?? throw new ArgumentException($"The tenant has no role '{role}'.", nameof(role));

    /// <summary>An administrative unit has its own path; any other object stands behind the slash.</summary>
    private string Scope(string? name)
    {
        if (name is null or "/")
            return "/";
        var id = Id(name);
        return Tenant.Directory.Find(id)?.Kind is EntryKind.AdministrativeUnit
            ? $"/administrativeUnits/{id}"
            : $"/{id}";
    }

    private string Unused(string id)
    {
        var number = 1;
        var candidate = id;
        while (!Tenant.Roles.UsedIds.Add(candidate))
            candidate = $"{id}-{++number}";
        return candidate;
    }

    private void DefineRole(Guid id, string name, bool isBuiltIn, IEnumerable<string> actions) =>
        Tenant.Roles.Define(
            id,
            new JsonObject
            {
                ["id"] = id.ToString(),
                ["description"] = null,
                ["displayName"] = name,
                ["isBuiltIn"] = isBuiltIn,
                ["isEnabled"] = true,
                ["isPrivileged"] = false,
                ["resourceScopes"] = new JsonArray("/"),
                ["templateId"] = id.ToString(),
                ["version"] = "1",
                ["rolePermissions"] = new JsonArray(
                    new JsonObject { ["allowedResourceActions"] = Rows.Strings(actions), ["condition"] = null }
                ),
            }
        );
}
