using System.CommandLine;
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
        var json = new Option<bool>("--json")
        {
            Description = "For machines: every rule with parameters and controls.",
        };
        var command = new Command("list", "Every rule, as it would run under the profile and the configuration.")
        {
            options.Config,
            options.Profile,
            json,
            options.NoColor,
        };
        command.SetAction(parsed =>
            Guard.Run(
                surroundings,
                () =>
                    List(
                        Plans.Make(SettingsLoader.Load(options.Arguments(parsed), surroundings)),
                        parsed.GetValue(json),
                        parsed.GetValue(options.NoColor),
                        surroundings
                    )
            )
        );
        return command;
    }

    private static ExitCode List(AuditPlan plan, bool json, bool noColor, Surroundings surroundings)
    {
        if (json)
        {
            surroundings.Out.WriteLine(RuleListJson.Of(plan));
            return ExitCode.Clean;
        }

        var paint = Paint.For(surroundings, surroundings.OutIsTerminal, noColor);
        var width = surroundings.OutIsTerminal ? surroundings.Width : int.MaxValue;
        new RuleListText(plan, paint, surroundings.Out, width).Print();
        var on = plan.Rules.Count(planned => planned.IsOn);
        surroundings.Error.WriteLine(
            $"{Say.Count(plan.Rules.Length, "rule")}, {on} of them on under {plan.Profile.Name}. "
                + "'pimaudit rules show RULE' explains one."
        );
        return ExitCode.Clean;
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
        RulePageText.Print(RuleShelf.Find(written, arguments, surroundings), surroundings);
        return ExitCode.Clean;
    }
}
