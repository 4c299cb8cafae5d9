using System.Management.Automation.Language;
using NUnit.Framework;

namespace PimAudit.Build.Tests;

public sealed class ParsingTests
{
    private static readonly string[] EngineCommands =
    [
        "ForEach-Object",
        "Get-Command",
        "Where-Object",
        "Set-StrictMode",
        "Out-Null",
    ];

    private static readonly ScriptBlockAst Script = Parse(out _);

    [Test]
    public void The_script_has_no_syntax_error()
    {
        Parse(out var errors);

        Assert.That(errors.Select(error => $"{error.Extent.StartLineNumber}: {error.Message}"), Is.Empty);
    }

    [Test]
    public void The_script_calls_its_own_functions_the_engine_and_the_programs_that_take_pictures()
    {
        var functions = Script.FindAll(node => node is FunctionDefinitionAst, searchNestedScriptBlocks: true);
        var known = functions.Cast<FunctionDefinitionAst>().Select(function => function.Name).Concat(EngineCommands);
        var called = Script
            .FindAll(node => node is CommandAst, searchNestedScriptBlocks: true)
            .Cast<CommandAst>()
            .Select(command => command.CommandElements[0].Extent.Text);

        Assert.That(
            called.Except(known, StringComparer.Ordinal),
            Is.EquivalentTo(new[] { "$Dotnet", "pdftoppm", "montage", "soffice", "chromium" })
        );
    }

    private static ScriptBlockAst Parse(out ParseError[] errors) =>
        Parser.ParseFile(Path.Combine(Repository.Root, "build.ps1"), out _, out errors);
}
