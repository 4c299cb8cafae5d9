using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Whether an account can be used at all.</summary>
internal static class Accounts
{
    /// <summary>An enabled user of the directory; null where that was not read.</summary>
    public static bool? IsEnabledUser(AccessMap access, Guid id) =>
        access.Directory.User(id) is { } user ? user.IsEnabled
        : access.Directory.GapOf(id) is null ? false
        : null;

    /// <summary>Why <see cref="IsEnabledUser"/> is null.</summary>
    public static Gap NotTold(AccessMap access, Guid id) =>
        access.Directory.GapOf(id)
        ?? new Gap(
            SnapshotParts.Principals,
            MissingReason.Malformed,
            $"It was not read whether {access.Directory.Reference(id).Label} is enabled."
        );
}
