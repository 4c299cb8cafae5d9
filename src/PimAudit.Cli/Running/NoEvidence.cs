using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>A collection that brought nothing at all.</summary>
internal static class NoEvidence
{
    /// <exception cref="Failure">No part of the tenant was read.</exception>
    public static void Refuse(Collection collected)
    {
        var parts = collected.Snapshot.Collection.Parts;
        if (parts.Any(part => part is { IsMissing: false, Pages: > 0 }))
            return;

        var isRefused = parts.Any(part => part.Status is PartStatus.Refused);
        collected.Complete();
        throw new Failure(
            isRefused ? ExitCode.SignIn : ExitCode.Incomplete,
            "Nothing of the tenant could be read.",
            parts.Select(part => part.Detail).FirstOrDefault(detail => !string.IsNullOrEmpty(detail))
                ?? "No part was read.",
            "Nothing is known about the tenant from this scan, and no run was written.",
            isRefused
                ? "Grant the application the permissions that 'pimaudit doctor' names, and give admin consent."
                : "Look whether Microsoft Graph answers; 'pimaudit doctor' tells more."
        );
    }
}
