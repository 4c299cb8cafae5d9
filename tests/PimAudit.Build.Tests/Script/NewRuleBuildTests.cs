using NUnit.Framework;

namespace PimAudit.Build.Tests;

/// <summary>The scaffold of a rule, built for real against the assemblies of this checkout.</summary>
public sealed class NewRuleBuildTests
{
    private const string Rule = "rules/PimAudit.Rules/RoleSettings/ScaffoldUnfinished";
    private const string RuleTests = "tests/PimAudit.Rules.Tests/RoleSettings/ScaffoldUnfinishedTests.cs";

    [Test]
    public void A_new_rule_compiles_without_a_warning_and_its_test_is_red()
    {
        using var scratch = Scratch.With([
            "build.ps1",
            "Directory.Build.props",
            "Directory.Build.targets",
            "Directory.Packages.props",
            "BannedSymbols.txt",
            ".editorconfig",
            .. Repository.Files("*", "build/new-rule"),
            "rules/PimAudit.Rules/Catalogue.cs",
        ]);
        PowerShellHost.Run(scratch.Root, new FakeDotnet(), "new-rule", "PIM299", "ScaffoldUnfinished");
        scratch.Write("Scaffold.csproj", Project);

        var ran = External.Run(
            "dotnet",
            ["test", "-p:NuGetAudit=false", "-m:1", "-nodeReuse:false"],
            scratch.Root,
            ("PIMAUDIT_TEST_RESULTS", null),
            ("CI", null)
        );

        Assert.That(ran.Output, Does.Not.Contain("warning").And.Not.Contain("error CS"));
        Assert.That(ran.Output, Does.Contain("Failed Names_the_subject_what_was_seen_and_what_is_expected"));
        Assert.That(ran.Output, Does.Contain("Failed:     1, Passed:     0"));
        Assert.That(ran.ExitCode, Is.EqualTo(1));
    }

    private static string Assemblies => AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);

    /// <summary>The three files of a rule, under the analyzers of the house; what they call comes from this test's folder.</summary>
    private static string Project =>
        $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
                <RestorePackagesWithLockFile>false</RestorePackagesWithLockFile>
                <PureRoom>true</PureRoom>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="{Rule}.cs;{RuleTests}" />
                <EmbeddedResource Include="{Rule}.md" />
                <Reference Include="{Assemblies}/PimAudit.*.dll" Exclude="{Assemblies}/PimAudit.Build.Tests.dll;{Assemblies}/PimAudit.Docs.dll" />
              </ItemGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.NET.Test.Sdk" />
                <PackageReference Include="NUnit" />
                <PackageReference Include="NUnit3TestAdapter" />
                <PackageReference Include="NUnit.Analyzers" />
              </ItemGroup>
            </Project>
            """;
}
