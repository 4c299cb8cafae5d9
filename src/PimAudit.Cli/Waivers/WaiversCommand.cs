using System.Collections.Immutable;
using System.CommandLine;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary><c>waivers list|add|prune|check</c>.</summary>
internal static class WaiversCommand
{
    public static Command Make(Surroundings surroundings) =>
        new("waivers", "Dated, approved exceptions to findings.")
        {
            List(surroundings),
            WaiversAddCommand.Make(surroundings),
            WaiversPruneCommand.Make(surroundings),
            Check(surroundings),
        };

    public static Option<string?> From(string description) =>
        new("--from") { Description = description, HelpName = "FILE|DIR" };

    private static Command List(Surroundings surroundings) =>
        Reading(
            new("list", "Every waiver: its state, the days left, and what it covers."),
            surroundings,
            (table, printer, isJson) =>
            {
                if (isJson)
                {
                    printer.Json(table.Uses);
                    return ExitCode.Clean;
                }

                printer.Head();
                printer.List(table.Uses);
                return ExitCode.Clean;
            }
        );

    private static Command Check(Surroundings surroundings) =>
        Reading(
            new(
                "check",
                "Exit 1 when a waiver is expired or too long; with --from also when it is unused, or broad against a critical finding."
            ),
            surroundings,
            (table, printer, isJson) =>
            {
                ImmutableArray<WaiverUse> wrong = [.. table.Uses.Where(table.IsWrong)];
                if (isJson)
                    printer.Json(wrong);
                else
                    Tell(table, printer, wrong);
                return wrong.IsEmpty ? ExitCode.Clean : ExitCode.Findings;
            }
        );

    private static void Tell(WaiverTable table, WaiverPrinter printer, ImmutableArray<WaiverUse> wrong)
    {
        printer.Head();
        printer.List(wrong);
        printer.Entry("");
        printer.Lines(
            wrong.IsEmpty
                ? "Exit 0: every waiver is in order"
                    + (table.Result is null ? ", as far as can be told without a run." : ".")
                : $"Exit 1: {Say.Count(wrong.Length, "waiver")} not in order."
        );
    }

    private static Command Reading(
        Command command,
        Surroundings surroundings,
        Func<WaiverTable, WaiverPrinter, bool, ExitCode> act
    )
    {
        var options = new CommonOptions();
        var from = From("A result.json, a snapshot, or the folder of a run, to lay the waivers beside.");
        var json = new Option<bool>("--json") { Description = "JSON." };
        foreach (var option in new Option[] { from, json, options.Config, options.Profile, options.NoColor })
            command.Add(option);
        command.SetAction(
            (parsed, cancellation) =>
                Guard.RunAsync(
                    surroundings,
                    async token =>
                    {
                        var table = await WaiverTable.ReadAsync(
                            options,
                            parsed.GetValue(from),
                            parsed,
                            surroundings,
                            token
                        );
                        var printer = new WaiverPrinter(table, surroundings, parsed.GetValue(options.NoColor));
                        return act(table, printer, parsed.GetValue(json));
                    },
                    cancellation
                )
        );
        return command;
    }
}
