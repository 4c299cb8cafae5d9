using System.CommandLine;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary><c>waivers add RULE TARGET...</c>: write an approved exception into the configuration.</summary>
internal static class WaiversAddCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var rule = new Argument<string>("RULE") { Description = "Id or name of the rule." };
        var targets = new Argument<string[]>("TARGET")
        {
            Description = "Ids of the finding's identity, as 'pimaudit explain FINDING' prints them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var reason = Required("--reason", "Why the fault is accepted.", "TEXT");
        var approver = Required("--approved-by", "Who approved it.", "NAME");
        var expires = Required("--expires", "The last day on which it holds, UTC: 2027-03-31.", "DAY");
        var from = WaiversCommand.From(
            "A result.json, a snapshot, or the folder of a run, to tell what the waiver covers."
        );
        var command = new Command("add", "Write a waiver into the configuration; the rest of the file stays as it is.")
        {
            rule,
            targets,
            reason,
            approver,
            expires,
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
                        var table = await WaiverTable.ReadAsync(
                            options,
                            parsed.GetValue(from),
                            parsed,
                            surroundings,
                            token
                        );
                        var printer = new WaiverPrinter(table, surroundings, parsed.GetValue(options.NoColor));
                        var wish = new NewWaiver(
                            parsed.GetValue(rule)!,
                            [.. parsed.GetValue(targets)!],
                            parsed.GetValue(reason)!,
                            parsed.GetValue(approver)!,
                            parsed.GetValue(expires)!
                        );
                        return await AddAsync(table, printer, wish.Check(table), token);
                    },
                    cancellation
                )
        );
        return command;
    }

    private static Option<string> Required(string name, string description, string help) =>
        new(name)
        {
            Description = description,
            HelpName = help,
            Required = true,
        };

    private static async Task<ExitCode> AddAsync(
        WaiverTable table,
        WaiverPrinter printer,
        Waiver waiver,
        CancellationToken cancellation
    )
    {
        WaiverChange Change(Settings settings, string text)
        {
            var now = Plans.Make(settings with { Profiles = table.Settings.Profiles });
            NewWaiver.RefuseSecond(waiver, now, table.Today);
            return new(WaiverText.Add(text, waiver), settings.Audit.Waivers.Add(waiver));
        }

        try
        {
            await new WaiverEditor(table.File).EditAsync(Change, cancellation);
        }
        catch (FormatException error)
        {
            printer.Entry(WaiverText.ByHand(waiver));
            throw WaiverEditor.Refused(error.Message, "Put the entry above into the file by hand.");
        }

        printer.Lines(
            $"Added to {Printable.Of(table.File)}: a waiver of {waiver.Rule} until {WaiverPrinter.Day(waiver.Expires)}, "
                + (waiver.DaysLeft(table.Today) is var left and > 0 ? $"{Say.Count(left, "day")} from now." : "today.")
        );
        printer.Lines(Cover(table, waiver));
        return ExitCode.Clean;
    }

    private static string Cover(WaiverTable table, Waiver waiver)
    {
        if (table.Result is not { } result)
            return "'pimaudit waivers list --from result.json' tells what it covers.";

        var use = WaiverReview.Of([waiver], table.Today, table.Plan.Profile.MaxWaiverDays, result)[0];
        var broad = use.IsBroad
            ? " It is broad: it names fewer ids than a finding's identity, and will cover every other finding that holds them."
            : "";
        var left =
            use.CriticalLeft > 0
                ? $" {Say.Count(use.CriticalLeft, "critical finding")} with these ids left open: a broad waiver never covers one."
                : "";
        return $"It covers {(use.Covered == 0 ? "no finding" : Say.Count(use.Covered, "finding"))} of run {Printable.Of(result.Run.Id)}."
            + broad
            + left;
    }
}
