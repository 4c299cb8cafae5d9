namespace PimAudit.Archive;

/// <summary>A run in a folder.</summary>
internal sealed class FolderPlace : EvidencePlace
{
    public FolderPlace(string folder)
        : base(folder, Segments(folder)) =>
        Names = [
            .. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal),
        ];

    public override IReadOnlyList<string> Names { get; }

    public override Stream Open(string name) => File.OpenRead(Path.Combine(Label, name));

    private static string[] Segments(string folder) =>
        Path.TrimEndingDirectorySeparator(folder).Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
}
