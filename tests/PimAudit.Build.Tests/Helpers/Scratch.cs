namespace PimAudit.Build.Tests;

/// <summary>A folder of its own that is gone after the test.</summary>
internal sealed class Scratch : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("pimaudit-build-").FullName;

    /// <summary>With copies of the repository's files at the same places.</summary>
    public static Scratch With(params IEnumerable<string> files)
    {
        var scratch = new Scratch();
        foreach (var file in files)
            scratch.Write(file, Repository.Text(file));
        return scratch;
    }

    public string this[string path] => File.ReadAllText(Path.Combine(Root, path));

    public void Write(string path, string text)
    {
        var target = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, text);
    }

    public bool Has(string path) => File.Exists(Path.Combine(Root, path));

    /// <summary>Every file, relative, with forward slashes, by name.</summary>
    public IEnumerable<string> Files =>
        Directory
            .EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
