using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

public sealed partial class TenantBuilder
{
    /// <summary>As initiator of an event: PIM itself, as when an activation expires.</summary>
    public const string PimItself = "MS-PIM";

    /// <summary>An audit event.</summary>
    /// <param name="activity">Graph's words, such as <c>Add member to role completed (PIM activation)</c>.</param>
    /// <param name="at">UTC.</param>
    /// <param name="initiator">Name of a user or service principal, or <see cref="PimItself"/>.</param>
    /// <param name="user">Name of the user, service principal or group that it is about; null for none.</param>
    /// <param name="role">Name of the role that it is about; null for none.</param>
    /// <param name="group">Name of the group whose membership it is about; null for none.</param>
    /// <param name="justification">The typed reason, which stands in <c>resultReason</c>; null for none.</param>
    /// <param name="category"><c>RoleManagement</c> for roles, <c>GroupManagement</c> for PIM for Groups.</param>
    /// <param name="loggedBy">Service that wrote it.</param>
    /// <param name="details">Keys and values of <c>additionalDetails</c>.</param>
    public TenantBuilder Audit(
        string activity,
        DateTimeOffset at,
        string initiator,
        string? user = null,
        string? role = null,
        string? group = null,
        string result = "success",
        string? justification = null,
        string category = "RoleManagement",
        string loggedBy = "PIM",
        params (string Key, string Value)[] details
    )
    {
        var number = $"{Tenant.Audits.Events.Count}";
        var correlation = NewId("audit", number, activity, Moment(at));
        var targets = new[]
        {
            role is null ? null : AuditBodies.Role(RoleId(role), role),
            user is null ? null : AuditBodies.Target(Id(user), user, Found(user)),
            group is null ? null : AuditBodies.Target(Id(group), group, Found(group)),
        };
        Tenant.Audits.Events.Add(
            new JsonObject
            {
                ["id"] = $"PIM_{correlation}_{number}",
                ["category"] = category,
                ["correlationId"] = correlation,
                ["result"] = result,
                ["resultReason"] = justification,
                ["activityDisplayName"] = activity,
                ["activityDateTime"] = Moment(at),
                ["loggedByService"] = loggedBy,
                ["operationType"] = null,
                ["initiatedBy"] =
                    initiator is PimItself
                        ? AuditBodies.ByService(PimItself)
                        : AuditBodies.By(Id(initiator), initiator, Found(initiator)),
                ["targetResources"] = new JsonArray([.. targets.OfType<JsonObject>()]),
                ["additionalDetails"] = new JsonArray([
                    .. details.Select(detail => new JsonObject { ["key"] = detail.Key, ["value"] = detail.Value }),
                ]),
            }
        );
        return this;
    }

    /// <summary>Audit events that are made when they are asked for; they stand beside those of <see cref="Audit"/>.</summary>
    public TenantBuilder AuditLog(IAuditLog log)
    {
        Tenant.Audits.Log = log;
        return this;
    }

    private DirectoryEntry? Found(string name) =>
        Tenant.Directory.Find(Id(name)) ?? Tenant.Directory.FindDeleted(Id(name));
}
