using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>What a tenant without PIM's licence can tell.</summary>
internal static class RuleParts
{
    private const SnapshotParts NeedLicence = SnapshotParts.RoleSettings | SnapshotParts.GroupSettings;

    /// <summary>Whatever else the parts are, they are read, or known to be empty.</summary>
    public static bool AreKnownWithoutPim(SnapshotParts parts) => (parts & NeedLicence) is SnapshotParts.None;
}
