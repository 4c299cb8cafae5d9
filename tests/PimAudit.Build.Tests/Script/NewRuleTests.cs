using NUnit.Framework;

namespace PimAudit.Build.Tests;

public sealed class NewRuleTests
{
    private const string Catalogue = """
        public static class Catalogue
        {
            public static ImmutableArray<IRule> All { get; } =
            [
                new PermanentActiveAssignment(),
                new ActivationTooLong(),
                new DeadHolder(),
            ];
        }

        """;

    private static readonly string[] Written =
    [
        "rules/PimAudit.Rules/RoleSettings/ActivationTooShort.cs",
        "rules/PimAudit.Rules/RoleSettings/ActivationTooShort.md",
        "tests/PimAudit.Rules.Tests/RoleSettings/ActivationTooShortTests.cs",
    ];

    private readonly List<Scratch> scratches = [];

    [TearDown]
    public void Clean()
    {
        scratches.ForEach(scratch => scratch.Dispose());
        scratches.Clear();
    }

    [Test]
    public void Writes_class_page_and_test_into_the_folder_of_the_family()
    {
        var scratch = Rules();
        var before = scratch.Files.ToArray();

        var ran = NewRule(scratch, "PIM205", "ActivationTooShort");

        Assert.That((ran.ExitCode, ran.Error), Is.EqualTo((0, "")));
        Assert.That(scratch.Files.Except(before, StringComparer.Ordinal), Is.EqualTo(Written));
    }

    [Test]
    public void Fills_in_id_name_and_title()
    {
        var scratch = Rules();

        NewRule(scratch, "PIM205", "ActivationTooShort");

        Assert.That(
            string.Concat(Written.Select(file => scratch[file])),
            Does.Not.Contain("{" + "Name}").And.Not.Contain("{Id}").And.Not.Contain("{Title}")
        );
        Assert.That(scratch[Written[0]], Does.Contain("public sealed class ActivationTooShort : IRule"));
        Assert.That(scratch[Written[0]], Does.Contain("Id: \"PIM205\",\n            Title: \"Activation too short\","));
        Assert.That(scratch[Written[1]], Does.StartWith("# PIM205 ActivationTooShort\n\nActivation too short\n"));
    }

    [TestCase("PIM205", "ActivationTooShort", "ActivationTooLong", "DeadHolder")]
    [TestCase("PIM102", "LongStandingAssignment", "PermanentActiveAssignment", "ActivationTooLong")]
    public void Adds_a_line_to_the_catalogue_in_the_order_of_ids(string id, string name, string after, string before)
    {
        var scratch = Rules();

        NewRule(scratch, id, name);

        Assert.That(
            scratch["rules/PimAudit.Rules/Catalogue.cs"],
            Is.EqualTo(Catalogue.Replace($"new {after}(),\n", $"new {after}(),\n        new {name}(),\n"))
        );
        Assert.That(
            scratch["rules/PimAudit.Rules/Catalogue.cs"],
            Does.Contain($"new {name}(),\n        new {before}()")
        );
    }

    [Test]
    public void Puts_the_first_and_the_last_id_at_the_ends_of_the_catalogue()
    {
        var scratch = Rules();

        NewRule(scratch, "PIM100", "RoleUnknown");
        NewRule(scratch, "PIM901", "CoverageGap");

        Assert.That(
            scratch["rules/PimAudit.Rules/Catalogue.cs"],
            Is.EqualTo(
                Catalogue
                    .Replace(
                        "new PermanentActiveAssignment(),",
                        "new RoleUnknown(),\n        new PermanentActiveAssignment(),"
                    )
                    .Replace("new DeadHolder(),", "new DeadHolder(),\n        new CoverageGap(),")
            )
        );
    }

    [TestCase("")]
    [TestCase("PIM20")]
    [TestCase("PIM2055")]
    [TestCase("pim205")]
    [TestCase("PIM005")]
    [TestCase("PIM005")]
    [TestCase("../205")]
    public void Refuses_an_id_that_is_none_and_writes_nothing(string id) =>
        Refuses(id, "ActivationTooShort", $"Cannot add the rule '{id}'.\n  An id is PIM and three digits");

    [TestCase("")]
    [TestCase("Short")]
    [TestCase("activationTooShort")]
    [TestCase("Activation-TooShort")]
    [TestCase("../ActivationTooShort")]
    [TestCase("ActivationTooShortActivationTooShortActivationTooShortActivation")]
    public void Refuses_a_name_that_is_none_and_writes_nothing(string name) =>
        Refuses("PIM205", name, $"Cannot add the rule PIM205 as '{name}'.\n  A name is the fault");

    [Test]
    public void Refuses_an_id_that_exists_and_says_whose_it_is() =>
        Refuses("PIM204", "ActivationTooShort", "Cannot add the rule PIM204: that is ActivationTooLong, ");

    [TestCase("ActivationTooLong")]
    [TestCase("ActivationTooLONG")]
    public void Refuses_a_name_that_exists_whatever_its_case(string name) =>
        Refuses("PIM205", name, $"Cannot add the rule PIM205: rules/PimAudit.Rules already has a {name}.");

    [Test]
    public void Refuses_to_write_over_a_file_that_is_there()
    {
        var scratch = Rules();
        scratch.Write(Written[2], "somebody's work");

        var ran = NewRule(scratch, "PIM205", "ActivationTooShort");

        Assert.That(
            (ran.ExitCode, ran.Error),
            Is.EqualTo(
                (2, $"Cannot add the rule PIM205: {Written[2]} exists. Nothing was written. Choose another name.\n")
            )
        );
        Assert.That(scratch.Has(Written[0]), Is.False);
        Assert.That(scratch[Written[2]], Is.EqualTo("somebody's work"));
    }

    private void Refuses(string id, string name, string complaint)
    {
        var scratch = Rules();
        var before = scratch.Files.ToArray();

        var ran = NewRule(scratch, id, name);

        Assert.That(ran.Error, Does.StartWith(complaint).And.Contain("Nothing was written."));
        Assert.That(ran.ExitCode, Is.EqualTo(2));
        Assert.That(scratch.Files, Is.EqualTo(before));
        Assert.That(scratch["rules/PimAudit.Rules/Catalogue.cs"], Is.EqualTo(Catalogue));
    }

    private static Ran NewRule(Scratch scratch, string id, string name) =>
        PowerShellHost.Run(scratch.Root, new FakeDotnet(), "new-rule", id, name);

    private Scratch Rules()
    {
        var scratch = Scratch.With(["build.ps1", .. Repository.Files("*", "build/new-rule")]);
        scratches.Add(scratch);
        scratch.Write("rules/PimAudit.Rules/Catalogue.cs", Catalogue);
        scratch.Write("rules/PimAudit.Rules/StandingAccess/PermanentActiveAssignment.cs", "Id: \"PIM101\",");
        scratch.Write("rules/PimAudit.Rules/RoleSettings/ActivationTooLong.cs", "Id: \"PIM204\",");
        scratch.Write("rules/PimAudit.Rules/People/DeadHolder.cs", "Id: \"PIM603\",");
        return scratch;
    }
}
