using System.Collections.Immutable;
using System.CommandLine;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary><c>waivers prune</c>: take waivers out of the configuration that cover nothing any more.</summary>
internal static class WaiversPruneCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var unused = new Option<bool>("--unused")
        {
            Description = "Also those that cover no finding of --from; one whose rule could not look stays.",
        };
        var from = WaiversCommand.From("The result.json, snapshot or folder of a run that tells which are unused.");
        var command = new Command("prune", "Remove expired waivers from the configuration.")
        {
            unused,
            from,
            options.Config,
            options.Profile,
            options.NoColor,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Guard.RunAsync(
                    surroundings,
                    async token =>
                    {
                        RefuseHalf(parsed.GetValue(unused), parsed.GetValue(from));
                        var table = await WaiverTable.ReadAsync(
                            options,
                            parsed.GetValue(from),
                            parsed,
                            surroundings,
                            token
                        );
                        var printer = new WaiverPrinter(table, surroundings, parsed.GetValue(options.NoColor));
                        return await PruneAsync(table, printer, parsed.GetValue(unused), token);
                    },
                    cancellation
                )
        );
        return command;
    }

    private static void RefuseHalf(bool unused, string? from)
    {
        if (unused == from is not null)
            return;

        throw new Failure(
            ExitCode.Usage,
            unused ? "Nobody said which run tells what is unused." : "--from has a meaning with --unused only.",
            unused ? "--unused without --from" : "--from without --unused",
            "Nothing was changed.",
            "Give both: --unused --from result.json."
        );
    }

    private static async Task<ExitCode> PruneAsync(
        WaiverTable table,
        WaiverPrinter printer,
        bool unused,
        CancellationToken cancellation
    )
    {
        var removed = await RemoveAsync(table, unused, cancellation);
        if (removed.IsEmpty)
        {
            printer.Lines($"Nothing to remove: no waiver is expired{(unused ? " or unused" : "")}.");
            return ExitCode.Clean;
        }

        printer.Lines($"Removed {Say.Count(removed.Length, "waiver")} from {Printable.Of(table.File)}:");
        printer.List(removed);
        return ExitCode.Clean;
    }

    private static async Task<ImmutableArray<WaiverUse>> RemoveAsync(
        WaiverTable table,
        bool unused,
        CancellationToken cancellation
    )
    {
        ImmutableArray<WaiverUse> removed = [];
        WaiverChange? Change(Settings settings, string text)
        {
            var now = table with { Plan = Plans.Make(settings with { Profiles = table.Settings.Profiles }) };
            removed = [.. now.Uses.Where(use => Goes(use, unused))];
            var at = now.Uses.Index().Where(one => Goes(one.Item, unused)).Select(one => one.Index).ToHashSet();
            return at.Count == 0
                ? null
                : new(
                    WaiverText.Remove(text, at),
                    [.. settings.Audit.Waivers.Index().Where(one => !at.Contains(one.Index)).Select(one => one.Item)]
                );
        }

        try
        {
            await new WaiverEditor(table.File).EditAsync(Change, cancellation);
            return removed;
        }
        catch (FormatException error)
        {
            throw WaiverEditor.Refused(
                error.Message,
                "Remove the entries by hand; 'pimaudit waivers check' shows which are not in order."
            );
        }
    }

    /// <summary>One that names a critical finding in part is mistyped, not a leftover: it stays.</summary>
    private static bool Goes(WaiverUse use, bool unused) =>
        use.State is WaiverState.Expired || (unused && use is { State: WaiverState.Unused, CriticalLeft: 0 });
}
