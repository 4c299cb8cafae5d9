using System.Collections.Immutable;
using System.Globalization;

namespace PimAudit.Archive;

/// <summary>
/// The runs of a tenant that lie side by side in the default layout, <c>OUTPUT/TENANT/TIME</c>, as their manifests chain them. A
/// manifest that cannot be read, or is of another tenant, is no part of it.
/// </summary>
public sealed class RunChain
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    private readonly ImmutableArray<Link> links;

    private RunChain(ImmutableArray<Link> links) => this.links = links;

    /// <summary>How the folder of a run is called.</summary>
    /// <param name="takenAt">Of the snapshot.</param>
    public static string NameOf(DateTimeOffset takenAt) =>
        takenAt.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>It is called as the folder of a run is.</summary>
    public static bool IsName(string name) =>
        DateTime.TryParseExact(name, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <param name="folder">Of the tenant; none is a chain without runs.</param>
    public static RunChain In(string folder, Guid tenant) =>
        new(
            Directory.Exists(folder)
                ?
                [
                    .. Directory
                        .EnumerateDirectories(folder)
                        .Where(one => IsName(Path.GetFileName(one)))
                        .Order(StringComparer.Ordinal)
                        .Select(one => LinkIn(one, tenant))
                        .OfType<Link>(),
                ]
                : []
        );

    /// <summary>
    /// Hash of the manifest that a run in the folder continues: of those that none continues yet the newest by the time of its
    /// snapshot, one with a seal before those of versions that did not chain. Null when there is none.
    /// </summary>
    /// <param name="folder">What lies there now does not count.</param>
    public string? NewestBeside(string folder)
    {
        var others = links.Where(link => !IsSame(link.Folder, folder)).ToList();
        var continued = others.Select(link => link.Manifest.Previous).ToHashSet(StringComparer.Ordinal);
        return others
            .Where(link => !continued.Contains(link.Hash))
            .OrderBy(link => link.Manifest.Seal is not null)
            .ThenBy(link => Path.GetFileName(link.Folder), StringComparer.Ordinal)
            .LastOrDefault()
            ?.Hash;
    }

    /// <summary>Id of a run that names the manifest of the hash as its previous one; null when none does.</summary>
    public string? FollowerOf(string hash) =>
        links.FirstOrDefault(link => link.Manifest.Previous == hash)?.Manifest.RunId;

    private static Link? LinkIn(string folder, Guid tenant) =>
        KeptManifest.In(folder) is { } kept && kept.Manifest.Tenant == tenant
            ? new(folder, kept.Manifest, kept.Hash)
            : null;

    private static bool IsSame(string one, string other) =>
        string.Equals(Path.GetFullPath(one), Path.GetFullPath(other), StringComparison.Ordinal);

    private sealed record Link(string Folder, RunManifest Manifest, string Hash);
}
