using PimAudit.Model;

namespace PimAudit.Access.Questions;

/// <summary>Whether an account can be used at all.</summary>
/// <param name="Fault">Why it cannot, as the end of a sentence; null when it can, or when that was not read.</param>
/// <param name="IsGone">Deleted or unknown to the directory, not just disabled.</param>
/// <param name="Gap">Why nothing can be said; null when the state was read.</param>
public sealed record Life(string? Fault, bool IsGone, Gap? Gap)
{
    private static readonly Life Well = new(Fault: null, IsGone: false, Gap: null);
    private static readonly Life Disabled = new("is disabled", IsGone: false, Gap: null);

    public static Life Of(DirectoryBook directory, Guid id)
    {
        if (directory.Deleted(id) is { } deleted)
            return new($"was deleted on {Say.Day(deleted.DeletedAt)}", IsGone: true, Gap: null);
        if (directory.OtherHome(id) is { } home)
            return new(Fault: null, IsGone: false, Elsewhere(id, home));
        if (directory.IsUnresolved(id))
            return new("is not in the directory any more", IsGone: true, Gap: null);
        if (directory.User(id) is { } user)
            return OfAccount(user.IsEnabled, user.Reference);
        if (directory.ServicePrincipal(id) is { } workload)
            return OfAccount(workload.IsEnabled, workload.Reference);

        return directory.Group(id) is not null ? Well : new(Fault: null, IsGone: false, directory.GapOf(id));
    }

    private static Gap Elsewhere(Guid id, Guid home) =>
        new(
            SnapshotParts.Principals,
            MissingReason.NotCollected,
            $"{id:D} belongs to the tenant {home:D}, and only that one knows who it is and whether it is alive."
        );

    private static Life OfAccount(bool? isEnabled, ObjectRef reference) =>
        isEnabled switch
        {
            true => Well,
            false => Disabled,
            null => new(
                Fault: null,
                IsGone: false,
                new(
                    SnapshotParts.Principals,
                    MissingReason.Malformed,
                    $"It was not read whether {reference.Label} is enabled."
                )
            ),
        };
}
