using NUnit.Framework;
using PimAudit.Docs;
using PimAudit.Rules;

namespace PimAudit.Build.Tests;

/// <summary>The program that writes the documents, run as <c>build.ps1 docs</c> runs it.</summary>
public sealed class FreshnessTests
{
    private const string Cure =
        "does not say what the catalogue says. Run 'build.ps1 docs' (or 'dotnet run --project build/PimAudit.Docs') and commit the result.\n";

    private const string StaleReadme =
        $"# PimAudit\n\n{PermissionList.Begin}\n\nstale\n\n{PermissionList.End}\n\nMore.\n";

    private const string StaleChangelog = "# Changelog\n\n## Unreleased\n\n### Rules\n";

    private static readonly string[] Documents =
    [
        "rules/README.md",
        "docs/practice-matrix.md",
        "docs/crosswalk.md",
        "README.md",
        "CHANGELOG.md",
        "docs/permissions.md",
        "docs/consent.ps1",
        "docs/consent.sh",
    ];

    [Test]
    public void Writes_every_document_from_the_catalogues_and_then_finds_them_fresh()
    {
        using var scratch = Repositorylike();
        scratch.Write("README.md", StaleReadme);
        scratch.Write("CHANGELOG.md", StaleChangelog);

        var ran = Docs(scratch);

        Assert.That(
            (ran.ExitCode, ran.Output),
            Is.EqualTo((0, string.Concat(Documents.Select(path => $"Wrote {path}\n"))))
        );
        Assert.That(scratch["rules/README.md"], Is.EqualTo(RuleIndex.Of(Catalogue.All)));
        Assert.That(scratch["docs/practice-matrix.md"], Is.EqualTo(PracticeMatrix.Of(Catalogue.All)));
        Assert.That(
            scratch["docs/crosswalk.md"],
            Is.EqualTo(PimAudit.Docs.Crosswalk.Of(Catalogue.All, ControlMappings.All))
        );
        Assert.That(scratch["README.md"], Is.EqualTo(PermissionList.In(StaleReadme)));
        Assert.That(scratch["CHANGELOG.md"], Is.EqualTo(RuleChanges.In(StaleChangelog, Catalogue.All)));
        Assert.That(scratch["docs/permissions.md"], Is.EqualTo(PermissionPage.Of()));
        Assert.That(scratch["docs/consent.ps1"], Is.EqualTo(ConsentScripts.PowerShell()));
        Assert.That(scratch["docs/consent.sh"], Is.EqualTo(ConsentScripts.Shell()));
        Assert.That(Docs(scratch, "--check"), Is.EqualTo(new Ran(0, "", "")));
    }

    [Test]
    public void Check_fails_on_a_stale_document_and_names_it_and_the_cure()
    {
        using var scratch = Repositorylike();
        Docs(scratch);
        scratch.Write(
            "rules/README.md",
            scratch["rules/README.md"].Replace("Critical", "Low", StringComparison.Ordinal)
        );

        Assert.That(Docs(scratch, "--check"), Is.EqualTo(new Ran(1, "", $"rules/README.md {Cure}")));
    }

    [Test]
    public void Check_fails_on_a_stale_list_of_permissions()
    {
        using var scratch = Repositorylike();
        Docs(scratch);
        scratch.Write("README.md", StaleReadme);

        Assert.That(Docs(scratch, "--check"), Is.EqualTo(new Ran(1, "", $"README.md {Cure}")));
    }

    [TestCase("# PimAudit\n")]
    [TestCase(PermissionList.End + PermissionList.Begin)]
    public void Refuses_a_readme_without_a_place_for_the_permissions(string readme)
    {
        using var scratch = Repositorylike();
        scratch.Write("README.md", readme);

        var ran = Docs(scratch);

        Assert.That((ran.ExitCode, scratch["README.md"]), Is.EqualTo((2, readme)));
        Assert.That(ran.Error, Does.Contain("has no place for the permissions"));
    }

    [Test]
    public void Refuses_a_changelog_whose_newest_version_lists_no_rules()
    {
        using var scratch = Repositorylike();
        scratch.Write("CHANGELOG.md", "## 0.2\n\n## 0.1\n\n### Rules\n");

        Assert.That(
            Docs(scratch),
            Is.EqualTo(
                new Ran(
                    2,
                    "",
                    "Cannot write the documents: the newest version in CHANGELOG.md has no heading '### Rules' to list rules under.\n"
                )
            )
        );
    }

    [Test]
    public void Check_fails_on_missing_documents_and_writes_none()
    {
        using var scratch = Repositorylike();
        scratch.Write("README.md", StaleReadme);
        scratch.Write("CHANGELOG.md", StaleChangelog);

        Assert.That(
            Docs(scratch, "--check"),
            Is.EqualTo(new Ran(1, "", string.Concat(Documents.Select(path => $"{path} {Cure}"))))
        );
        Assert.That(
            scratch.Files,
            Is.EqualTo(new[] { "CHANGELOG.md", "README.md", "rules/PimAudit.Rules/Catalogue.cs" })
        );
    }

    [Test]
    public void Refuses_to_write_outside_a_repository()
    {
        using var scratch = new Scratch();

        var ran = Docs(scratch);

        Assert.That((ran.ExitCode, scratch.Files.Count()), Is.EqualTo((2, 0)));
        Assert.That(ran.Error, Does.Contain("Run this at the root of the repository."));
    }

    [Test]
    public void Refuses_an_option_that_it_does_not_know()
    {
        using var scratch = Repositorylike();

        Assert.That(
            Docs(scratch, "-check"),
            Is.EqualTo(new Ran(2, "", "Cannot write the documents: '-check' is no option. The only one is --check.\n"))
        );
    }

    private static Scratch Repositorylike() =>
        Scratch.With("rules/PimAudit.Rules/Catalogue.cs", "README.md", "CHANGELOG.md");

    private static Ran Docs(Scratch scratch, params string[] options) =>
        External.Run("dotnet", [typeof(RuleIndex).Assembly.Location, .. options], scratch.Root);
}
