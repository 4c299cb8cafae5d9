using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>A role definition of beta, of which v1.0 tells the rest.</summary>
internal sealed record PrivilegedRoleRow(Guid Id, bool? IsPrivileged = null);

internal sealed record PimGroupRow(Guid Id)
{
    public PimGroup ToModel() => new(Id);
}

internal sealed record AlertDefinitionRow(string? DisplayName = null, string? SeverityLevel = null);

/// <summary>What an incident names. Alerts about a role as such know only its template, which is its id where it is built in.</summary>
internal sealed record AlertIncidentRow(
    string Id,
    string? AssigneeId = null,
    string? RoleDefinitionId = null,
    string? RoleTemplateId = null
)
{
    public PimAlertIncident ToModel() =>
        new(Id, Spelling.Id(AssigneeId), Spelling.Id(RoleDefinitionId) ?? Spelling.Id(RoleTemplateId));
}

internal sealed record PimAlertRow(
    string Id,
    bool IsActive,
    int? IncidentCount = null,
    DateTimeOffset? LastScannedDateTime = null,
    AlertDefinitionRow? AlertDefinition = null,
    JsonElement AlertConfiguration = default,
    AlertIncidentRow[]? AlertIncidents = null,
    [property: JsonPropertyName("alertIncidents@odata.nextLink")] string? FurtherIncidents = null
)
{
    /// <summary>What every kind of configuration has; the rest are its limits.</summary>
    private static readonly string[] NoLimits = ["id", "alertDefinitionId", "scopeType", "scopeId", "isEnabled"];

    /// <summary>The answer holds only the first of its incidents.</summary>
    public bool IsCut => FurtherIncidents is not null;

    /// <exception cref="JsonException">Its incidents did not come with it, or its configuration is no object.</exception>
    public PimAlert ToModel() =>
        new(
            Id,
            AlertDefinition?.DisplayName,
            IsActive,
            IsEnabled,
            IncidentCount ?? AlertIncidents?.Length ?? 0,
            Spelling.Moment(LastScannedDateTime),
            AlertDefinition?.SeverityLevel,
            [.. Limits().Order(StringComparer.Ordinal)],
            [
                .. (AlertIncidents ?? throw new JsonException("An alert came without its incidents."))
                    .Select(row => row.ToModel())
                    .OrderBy(incident => incident.Id, StringComparer.Ordinal),
            ]
        );

    private ImmutableArray<JsonProperty> Configuration =>
        AlertConfiguration.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => [],
            JsonValueKind.Object => [.. AlertConfiguration.EnumerateObject()],
            _ => throw new JsonException("The configuration of an alert is no object."),
        };

    private bool? IsEnabled =>
        Configuration
            .Where(property => property.NameEquals("isEnabled"))
            .Select(property => property.Value.ValueKind)
            .FirstOrDefault() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    private IEnumerable<string> Limits() =>
        from property in Configuration
        where
            property.Value.ValueKind is JsonValueKind.Number or JsonValueKind.String
            && !property.Name.Contains('@', StringComparison.Ordinal)
            && !NoLimits.Contains(property.Name, StringComparer.Ordinal)
        select $"{property.Name}={Spelling.Text(property.Value) ?? property.Value.GetRawText()}";
}
