using System.Text.Json.Serialization;
using PimAudit.Model;

namespace PimAudit.Collect;

internal sealed record AuditRow(
    string Id,
    DateTimeOffset ActivityDateTime,
    string ActivityDisplayName,
    string? Category = null,
    string? Result = null,
    string? ResultReason = null,
    AuditInitiatorRow? InitiatedBy = null,
    AuditTargetRow[]? TargetResources = null,
    AuditDetailRow[]? AdditionalDetails = null
)
{
    public PimEvent ToModel() =>
        new(
            Id,
            ActivityDateTime.ToUniversalTime(),
            ActivityDisplayName,
            Category ?? "",
            Result,
            string.IsNullOrEmpty(ResultReason) ? null : ResultReason,
            InitiatedBy?.Id,
            InitiatedBy?.Name,
            [.. (TargetResources ?? []).Select(target => target.ToModel())],
            [.. (AdditionalDetails ?? []).Select(detail => new PimEventDetail(detail.Key, detail.Value))]
        );
}

internal sealed record AuditInitiatorRow(AuditUserRow? User = null, AuditApplicationRow? App = null)
{
    /// <summary>An id of zeros is how the log writes "nobody".</summary>
    public Guid? Id => Spelling.Id(User?.Id ?? App?.ServicePrincipalId) is { } id && id != Guid.Empty ? id : null;

    public string? Name => User?.UserPrincipalName ?? User?.DisplayName ?? App?.DisplayName;
}

internal sealed record AuditUserRow(string? Id = null, string? DisplayName = null, string? UserPrincipalName = null);

internal sealed record AuditApplicationRow(string? ServicePrincipalId = null, string? DisplayName = null);

/// <summary>The log writes the type of a target with either letter.</summary>
internal sealed record AuditTargetRow(
    string? Id = null,
    [property: JsonPropertyName("type")] string? Type = null,
    [property: JsonPropertyName("Type")] string? OldType = null,
    string? DisplayName = null,
    string? UserPrincipalName = null,
    AuditChangeRow[]? ModifiedProperties = null
)
{
    public PimEventTarget ToModel() =>
        new(
            Id,
            Type ?? OldType,
            DisplayName ?? UserPrincipalName,
            [
                .. (ModifiedProperties ?? []).Select(change => new PimEventChange(
                    change.DisplayName,
                    change.OldValue,
                    change.NewValue
                )),
            ]
        );
}

internal sealed record AuditChangeRow(string? DisplayName = null, string? OldValue = null, string? NewValue = null);

internal sealed record AuditDetailRow(string? Key = null, string? Value = null);
