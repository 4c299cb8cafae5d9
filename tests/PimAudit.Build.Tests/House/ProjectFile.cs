using System.Xml.Linq;

namespace PimAudit.Build.Tests;

/// <summary>What stands in a project file.</summary>
/// <param name="Path">From the root of the repository.</param>
internal sealed record ProjectFile(string Path, XDocument Xml)
{
    /// <summary>By path.</summary>
    public static IReadOnlyList<ProjectFile> All { get; } =
    [.. Repository.Files("*.csproj").Select(path => new ProjectFile(path, XDocument.Parse(Repository.Text(path))))];

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Product or tool, rather than a project of tests.</summary>
    public bool IsRoom => Path.Split('/')[0] is "src" or "rules" or "reports";

    /// <summary>Names of the projects that it references, by name.</summary>
    public IEnumerable<string> References =>
        Xml.Descendants("ProjectReference")
            .Select(reference => System.IO.Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
            .Order(StringComparer.Ordinal);

    public string Property(string name) => Xml.Descendants(name).SingleOrDefault()?.Value ?? "";

    /// <summary>Every value of an attribute or element.</summary>
    public IEnumerable<string> Values =>
        Xml.Descendants()
            .SelectMany(element =>
                element
                    .Attributes()
                    .Select(attribute => attribute.Value)
                    .Concat(element.HasElements ? [] : [element.Value])
            );
}
