namespace PimAudit.Archive;

/// <summary>What a manifest may say, wherever it comes from.</summary>
internal static class ManifestBounds
{
    private const int MostFiles = 1000;
    private const int LongestName = 255;
    private const int Digits = 64;

    /// <exception cref="InvalidDataException">It says what no manifest of PimAudit says.</exception>
    public static void Check(RunManifest manifest)
    {
        if (manifest.Files.IsDefault || manifest.Files.Length > MostFiles)
            throw new InvalidDataException($"It must name its files, {MostFiles} at most.");
        if (manifest.Previous is { } previous && !IsHash(previous))
            throw new InvalidDataException("Its 'previous' is no SHA-256 of 64 lower-case hex digits.");
        foreach (var file in manifest.Files)
            Check(file);
        if (
            manifest
                .Files.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase)
                .FirstOrDefault(same => same.Count() > 1) is
            { } twice
        )
            throw new InvalidDataException($"It names '{twice.Key}' twice.");
    }

    /// <summary>A file beside the manifest, not somewhere else, and neither the manifest nor its signature.</summary>
    private static void Check(RunFile file)
    {
        if (!IsPlain(file.Name))
            throw new InvalidDataException($"It names the file '{file.Name}', which is no name of a file in a folder.");
        if (!IsHash(file.Sha256) || file.Bytes < 0)
            throw new InvalidDataException($"It names no SHA-256 and size of '{file.Name}'.");
    }

    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= LongestName
        && name is not ("." or "..")
        && !name.Any(letter => letter is '/' or '\\' or ':' || char.IsControl(letter))
        && !name.Equals(RunManifest.FileName, StringComparison.OrdinalIgnoreCase)
        && !name.Equals(RunManifest.SignatureName, StringComparison.OrdinalIgnoreCase);

    private static bool IsHash(string text) => text.Length == Digits && text.All(char.IsAsciiHexDigitLower);
}
