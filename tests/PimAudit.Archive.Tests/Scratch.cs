namespace PimAudit.Archive.Tests;

/// <summary>A folder that goes away with the test.</summary>
internal sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("pimaudit-archive-").FullName;

    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>Names of what lies in the folder, ordinal.</summary>
    public IEnumerable<string> Names =>
        Directory
            .EnumerateFileSystemEntries(Folder)
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
