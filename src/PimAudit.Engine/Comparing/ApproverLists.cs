using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Who is named as approver, by id: the settings table only counts them, the gates of a path name them.</summary>
internal sealed class ApproverLists(AuditResult result)
{
    private readonly Dictionary<string, ApproverList> byOwner = result
        .Access.SelectMany(row => row.Hops)
        .Select(hop => hop.Gates)
        .OfType<Gates>()
        .Where(gates => gates is { Gap: null, Approval: true })
        .DistinctBy(gates => KeyOf(gates.Owner, gates.Access), StringComparer.Ordinal)
        .ToDictionary(
            gates => KeyOf(gates.Owner, gates.Access),
            gates => new ApproverList([.. gates.Approvers]),
            StringComparer.Ordinal
        );

    /// <returns>Null where no path shows them, or no approval is asked for.</returns>
    public ApproverList? Of(RoleSettingRow row) => byOwner.GetValueOrDefault(KeyOf(row.Owner, row.Access));

    private static string KeyOf(ObjectRef owner, GroupAccess? access) => $"{owner.Id} {access}".ToUpperInvariant();
}

/// <summary>The approvers of one owner of settings.</summary>
internal sealed class ApproverList(IEnumerable<Approver> approvers)
{
    private readonly Dictionary<string, Approver> byId = approvers
        .DistinctBy(KeyOf, StringComparer.Ordinal)
        .ToDictionary(KeyOf, StringComparer.Ordinal);

    /// <summary>Names as the policy holds them, in the order of the ids.</summary>
    public string Words =>
        byId.Count == 0
            ? "nobody named"
            : string.Join(", ", byId.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => Name(one.Value)));

    public bool IsSame(ApproverList other) => byId.Count == other.byId.Count && byId.Keys.All(other.byId.ContainsKey);

    private static string KeyOf(Approver one) => $"{one.Kind} {one.Id:D} {one.IsBackup}";

    private static string Name(Approver one) =>
        (one.Description ?? one.Id?.ToString("D") ?? Say.Word(one.Kind)) + (one.IsBackup ? " (backup)" : "");
}
