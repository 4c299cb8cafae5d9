using System.Collections.Immutable;
using System.CommandLine;
using PimAudit.Rules;

namespace PimAudit.Cli;

/// <summary><c>rules test [RULE|FILE|FOLDER...]</c>: runs the examples of rules, ours and theirs.</summary>
internal static class RulesTestCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var what = new Argument<string[]>("RULE|FILE|FOLDER")
        {
            Description =
                "Ids, names, files or folders of rules. Default: all that ship, the samples, and those of the configuration.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("test", "Run the examples of rules; 1 where one does not come out as expected.")
        {
            what,
            options.Config,
            json,
            options.NoColor,
        };
        command.SetAction(parsed =>
            Guard.Run(
                surroundings,
                () =>
                    Test(
                        parsed.GetValue(what) ?? [],
                        options.Arguments(parsed),
                        parsed.GetValue(json),
                        parsed.GetValue(options.NoColor),
                        surroundings
                    )
            )
        );
        return command;
    }

    private static ExitCode Test(string[] what, Arguments arguments, bool json, bool noColor, Surroundings surroundings)
    {
        var profile = ProfileFile.Load(Settings.DefaultProfile);
        var results = Chosen(what, arguments, surroundings).SelectMany(trial => trial.Run(profile)).ToImmutableArray();
        if (json)
            surroundings.Out.WriteLine(ExampleTable.Json(results));
        else
            new ExampleTable(surroundings, Paint.For(surroundings, surroundings.OutIsTerminal, noColor)).Print(results);
        return results.All(one => one.IsAsExpected) ? ExitCode.Clean : ExitCode.Findings;
    }

    private static IEnumerable<RuleTrial> Chosen(string[] what, Arguments arguments, Surroundings surroundings)
    {
        if (what.Length == 0)
            return Catalogue
                .All.Select(RuleTrial.Of)
                .Concat(SampleTrials.All)
                .Concat(Own(arguments, surroundings).Select(RuleTrial.Of));

        var named = what.ToLookup(name => IsPath(name, surroundings));
        var files = named[true].SelectMany(name => Files(Path.GetFullPath(name, surroundings.Folder))).ToList();
        return named[false]
            .Select(name => Named(name, arguments, surroundings))
            .Concat(OwnRuleSet.Of(files, surroundings.Folder).Files.Select(RuleTrial.Of));
    }

    private static RuleTrial Named(string written, Arguments arguments, Surroundings surroundings)
    {
        if (Catalogue.All.FirstOrDefault(rule => RuleShelf.Is(rule, written)) is { } shipped)
            return RuleTrial.Of(shipped);

        if (SampleTrials.All.FirstOrDefault(trial => RuleShelf.Is(trial.Rule, written)) is { } sample)
            return sample;

        var rule = RuleShelf.Find(written, arguments, surroundings);
        return RuleTrial.Of(Own(arguments, surroundings).First(file => RuleShelf.Is(file.Rule, rule.Info.Id)));
    }

    private static ImmutableArray<RuleFile> Own(Arguments arguments, Surroundings surroundings) =>
        OwnRuleSet.Of(SettingsLoader.Load(arguments, surroundings)).Files;

    private static bool IsPath(string written, Surroundings surroundings) =>
        Path.GetExtension(written) is ".yaml" or ".yml"
        || written.Contains('/', StringComparison.Ordinal)
        || Directory.Exists(Path.GetFullPath(written, surroundings.Folder));

    private static IEnumerable<string> Files(string path) => Directory.Exists(path) ? RuleFolder.Files(path) : [path];
}
