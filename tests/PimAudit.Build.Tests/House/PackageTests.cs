using System.Text.RegularExpressions;
using NUnit.Framework;

namespace PimAudit.Build.Tests;

public sealed class PackageTests
{
    [Test]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Text("PimAudit.sln").Replace('\\', '/');

        Assert.That(
            ProjectFile
                .All.Select(project => project.Path)
                .Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal)),
            Is.Empty
        );
    }

    [Test]
    public void Every_project_locks_its_packages() =>
        Assert.That(
            ProjectFile
                .All.Select(project => $"{Path.GetDirectoryName(project.Path)!.Replace('\\', '/')}/packages.lock.json")
                .Where(path => !Repository.Has(path)),
            Is.Empty
        );

    [Test]
    public void Versions_of_packages_stand_in_one_file() =>
        Assert.That(
            ProjectFile
                .All.SelectMany(
                    project => project.Xml.Descendants("PackageReference"),
                    (project, package) => (project, package)
                )
                .Where(one =>
                    one.package.Attribute("Version") is not null || one.package.Attribute("VersionOverride") is not null
                )
                .Select(one => $"{one.project.Name}: {one.package}"),
            Is.Empty
        );

    [Test]
    public void Every_version_is_one_version() =>
        Assert.That(
            Regex
                .Matches(
                    Repository.Text("Directory.Packages.props"),
                    "<PackageVersion Include=\"(?<id>[^\"]+)\" Version=\"(?<version>[^\"]+)\"",
                    RegexOptions.ExplicitCapture,
                    TimeSpan.FromSeconds(1)
                )
                .Where(pin =>
                    !Regex.IsMatch(
                        pin.Groups["version"].Value,
                        @"^(\d+(\.\d+)+|\[\d+(\.\d+)+\])$",
                        RegexOptions.ExplicitCapture,
                        TimeSpan.FromSeconds(1)
                    )
                )
                .Select(pin => pin.Value),
            Is.Empty
        );

    [Test]
    public void No_project_turns_to_a_place_on_one_machine() =>
        Assert.That(
            ProjectFile
                .All.SelectMany(project => project.Values, (project, value) => (project.Name, Value: value))
                .Where(one =>
                    Regex.IsMatch(
                        one.Value,
                        @"^(/|~|[A-Za-z]:[\\/])",
                        RegexOptions.ExplicitCapture,
                        TimeSpan.FromSeconds(1)
                    )
                ),
            Is.Empty
        );

    [Test]
    public void No_project_silences_a_warning() =>
        Assert.That(
            ProjectFile
                .All.Where(project =>
                    project.Property("NoWarn").Length > 0 || project.Property("TreatWarningsAsErrors").Length > 0
                )
                .Select(project => project.Name),
            Is.Empty
        );
}
