using System.Security.Cryptography;

namespace PimAudit.Archive;

/// <summary>What a process that died leaves in the folder of a run: files under temporary names, or in place without a manifest.</summary>
internal static class Leftovers
{
    private const string Ending = ".tmp";
    private const int Digits = 32;

    /// <summary>Files in place that the manifest of a run which was never finished names, unchanged.</summary>
    /// <param name="folder">Without a manifest in place.</param>
    public static IReadOnlySet<string> InPlace(string folder) =>
        Temporary(folder, RunManifest.FileName)
            .Select(KeptManifest.At)
            .OfType<KeptManifest>()
            .SelectMany(kept => kept.Manifest.Files)
            .Where(file => IsUnchanged(Path.Combine(folder, file.Name), file.Sha256))
            .Select(file => file.Name)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Removes the temporary files of these names. Only for who alone may write to the folder.</summary>
    public static void Sweep(string folder, IEnumerable<string> names)
    {
        foreach (var left in names.SelectMany(name => Temporary(folder, name)))
            File.Delete(left);
    }

    /// <summary>There is something, and nothing but temporary files.</summary>
    public static bool IsAll(IReadOnlyList<string> names) =>
        names.Count > 0 && names.All(name => name == RunFolder.LockName || IsTemporary(name));

    public static bool IsUnchanged(string path, string sha256)
    {
        if (!File.Exists(path))
            return false;
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream)) == sha256;
    }

    private static List<string> Temporary(string folder, string name) =>
        Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "." + name + ".*" + Ending)
                    .Where(path => IsTemporaryOf(Path.GetFileName(path), name)),
            ]
            : [];

    private static bool IsTemporaryOf(string found, string name) =>
        found.Length == name.Length + Digits + Ending.Length + 2 && IsTemporary(found);

    private static bool IsTemporary(string found) =>
        found.Length > Digits + Ending.Length + 2
        && found[0] == '.'
        && found.EndsWith(Ending, StringComparison.Ordinal)
        && found.AsSpan(found.Length - Digits - Ending.Length, Digits).IndexOfAnyExcept("0123456789abcdef") < 0;
}
