using System.CommandLine;
using System.Globalization;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Rules;

namespace PimAudit.Cli;

/// <summary><c>rules list</c> and <c>rules show RULE</c>.</summary>
internal static class RulesCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var command = new Command("rules", "The rules of this version.");
        command.Add(List(surroundings));
        command.Add(Show(surroundings));
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
        var rule = new Argument<string>("RULE") { Description = "Id or name, such as PIM204 or ActivationTooLong." };
        var command = new Command("show", "The page of one rule.") { rule };
        command.SetAction(parsed => Guard.Run(surroundings, () => Show(parsed.GetValue(rule)!, surroundings)));
        return command;
    }

    private static ExitCode Show(string written, Surroundings surroundings)
    {
        surroundings.Out.WriteLine(RulePages.Text(Find(written).GetType().Name).TrimEnd());
        return ExitCode.Clean;
    }

    /// <exception cref="Failure">No such rule.</exception>
    public static IRule Find(string written)
    {
        if (TryFind(written) is { } rule)
            return rule;

        var known = Catalogue.All.SelectMany(one => new[] { one.Info.Id, one.GetType().Name });
        var near = Nearest.Of(written, known) is { } word ? $" The nearest is '{word}'." : "";
        throw new Failure(
            ExitCode.Usage,
            $"There is no rule '{written}'.",
            $"This version has {Say.Count(Catalogue.All.Length, "rule")}.{near}",
            "Nothing is explained.",
            "'pimaudit rules list' names them all."
        );
    }

    private static IRule? TryFind(string written) =>
        Catalogue.All.FirstOrDefault(rule =>
            string.Equals(rule.Info.Id, written, StringComparison.OrdinalIgnoreCase)
            || string.Equals(rule.GetType().Name, written, StringComparison.OrdinalIgnoreCase)
        );
}
