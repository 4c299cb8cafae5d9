using System.CommandLine;
using System.Globalization;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary><c>rules list</c>, <c>rules show RULE</c>, and the verbs for rules of one's own.</summary>
internal static class RulesCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var command = new Command("rules", "The rules of this version.");
        command.Add(List(surroundings));
        command.Add(Show(surroundings));
        command.Add(RulesTestCommand.Make(surroundings));
        command.Add(RulesNewCommand.Make(surroundings));
        return command;
    }

    private static Command List(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var command = new Command("list", "Every rule, as it would run under the profile and the configuration.")
        {
            options.Config,
            options.Profile,
        };
        command.SetAction(parsed => Guard.Run(surroundings, () => List(options.Arguments(parsed), surroundings)));
        return command;
    }

    private static ExitCode List(Arguments arguments, Surroundings surroundings)
    {
        var plan = Plans.Make(SettingsLoader.Load(arguments, surroundings));
        foreach (var planned in plan.Rules)
            surroundings.Out.WriteLine(Line(planned));
        return ExitCode.Clean;
    }

    private static string Line(PlannedRule planned)
    {
        var severity = planned.IsOn ? Say.Word(planned.Severity ?? planned.Rule.Info.Severity) : "Off";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{planned.Id}  {severity, -8}  {planned.Name, -34}  {planned.Rule.Info.Practice, -14}  {planned.Rule.Info.Title}"
        );
    }

    private static Command Show(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var rule = new Argument<string>("RULE") { Description = "Id or name, such as PIM204 or ActivationTooLong." };
        var command = new Command("show", "The page of one rule.") { rule, options.Config };
        command.SetAction(parsed =>
            Guard.Run(surroundings, () => Show(parsed.GetValue(rule)!, options.Arguments(parsed), surroundings))
        );
        return command;
    }

    private static ExitCode Show(string written, Arguments arguments, Surroundings surroundings)
    {
        surroundings.Out.WriteLine(RuleShelf.Page(RuleShelf.Find(written, arguments, surroundings)).TrimEnd());
        return ExitCode.Clean;
    }
}
