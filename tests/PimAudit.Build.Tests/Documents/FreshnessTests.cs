using NUnit.Framework;
using PimAudit.Docs;
using PimAudit.Rules;

namespace PimAudit.Build.Tests;

/// <summary>The program that writes the documents, run as <c>build.ps1 docs</c> runs it.</summary>
public sealed class FreshnessTests
{
    private const string Cure =
        "does not say what the catalogue says. Run 'build.ps1 docs' (or 'dotnet run --project build/PimAudit.Docs') and commit the result.\n";

    [Test]
    public void Writes_both_documents_from_the_catalogue_and_then_finds_them_fresh()
    {
        using var scratch = Repositorylike();

        var ran = Docs(scratch);

        Assert.That(
            (ran.ExitCode, ran.Output),
            Is.EqualTo((0, "Wrote rules/README.md\nWrote docs/practice-matrix.md\n"))
        );
        Assert.That(scratch["rules/README.md"], Is.EqualTo(RuleIndex.Of(Catalogue.All)));
        Assert.That(scratch["docs/practice-matrix.md"], Is.EqualTo(PracticeMatrix.Of(Catalogue.All)));
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
    public void Check_fails_on_missing_documents_and_writes_none()
    {
        using var scratch = Repositorylike();

        Assert.That(
            Docs(scratch, "--check"),
            Is.EqualTo(new Ran(1, "", $"rules/README.md {Cure}docs/practice-matrix.md {Cure}"))
        );
        Assert.That(scratch.Files, Is.EqualTo(new[] { "rules/PimAudit.Rules/Catalogue.cs" }));
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

    private static Scratch Repositorylike() => Scratch.With("rules/PimAudit.Rules/Catalogue.cs");

    private static Ran Docs(Scratch scratch, params string[] options) =>
        External.Run("dotnet", [typeof(RuleIndex).Assembly.Location, .. options], scratch.Root);
}
