using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What an administrator does so that the next run can read a part.</summary>
public static class Cure
{
    /// <summary>An order in one sentence; null when the part is complete.</summary>
    public static string? Of(PartRecord record) =>
        record.Status is PartStatus.Complete ? null
        : record.Reason is { } reason ? Of(record.Part, reason, record.Detail, record.Permission)
        : record.Gaps is [var gap, ..] ? Of(record.Part, gap.Reason, gap.Detail, record.Permission)
        : Of(record.Part, reason: null, told: null, record.Permission);

    private static string Of(SnapshotParts part, MissingReason? reason, string? told, string permission) =>
        reason switch
        {
            MissingReason.Permission when Tells(told, Lacking.EntraRole) =>
                "Give the person who signs in an Entra role such as Global Reader, then run the collection again.",
            MissingReason.Permission when Tells(told, Lacking.HiddenMembers) =>
                $"Grant the application {Lacking.HiddenMembers}, then run the collection again.",
            MissingReason.Permission => permission.Length > 0
                ? $"Grant the application {permission}, then run the collection again."
                : "Grant the application the permission that this read needs, then run the collection again.",
            MissingReason.Licence when part is SnapshotParts.RegistrationDetails or SnapshotParts.SignInActivity =>
                "Get Microsoft Entra ID P1 or P2 for the tenant, or grant Directory.Read.All where it is there and Graph does not see it, then run the collection again.",
            MissingReason.Licence =>
                "Get Microsoft Entra ID P2 or ID Governance for the tenant, then run the collection again.",
            MissingReason.Throttled => "Run the collection again when Graph is less busy.",
            MissingReason.Malformed =>
                "Run the collection again; if the answer stays malformed, report it with the request id.",
            MissingReason.Transport =>
                "Run the collection again; Graph or the network failed, or --timeout ended the reading.",
            MissingReason.Configuration => "Complete the configuration, then run again.",
            _ => "Mend what this part depends on, then run the collection again with this version.",
        };

    private static bool Tells(string? told, string words) => told?.Contains(words, StringComparison.Ordinal) is true;
}
