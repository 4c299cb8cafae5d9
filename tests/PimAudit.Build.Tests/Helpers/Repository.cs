namespace PimAudit.Build.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["bin", "obj", ".git", "TestResults", "artifacts"];

    /// <summary>The folder of <c>PimAudit.sln</c>.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Every file of the given pattern that a person wrote, relative to the root, with forward slashes, by name.</summary>
    public static IEnumerable<string> Files(string pattern, string below = "") =>
        Directory
            .EnumerateFiles(Path.Combine(Root, below), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Intersect(Generated, StringComparer.Ordinal).Any())
            .Order(StringComparer.Ordinal);

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static bool Has(string path) => File.Exists(Path.Combine(Root, path));

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "PimAudit.sln"))
            ? folder
            : Find(
                Path.GetDirectoryName(folder)
                    ?? throw new InvalidOperationException(
                        "These tests run below a checkout of PimAudit, and there is none."
                    )
            );
}
