using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Waivers on a terminal and as JSON. Reasons and approvers are texts of people, and escaped.</summary>
internal sealed class WaiverPrinter(WaiverTable table, Surroundings surroundings, bool noColor)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private bool IsCompared => table.Result is not null;

    /// <summary>Two lines: which file and which limit; what they were laid beside.</summary>
    public void Head()
    {
        var paint = Paint.For(surroundings, surroundings.OutIsTerminal, noColor);
        Lines(
            table.Settings.File is { } file
                ? $"{Say.Count(table.Uses.Length, "waiver")} in {Printable.Of(file)}"
                : $"No waivers: no {SettingsFile.Name} lies in this folder or above it",
            paint.Bold
        );
        Lines(
            $"On {Day(table.Today)} UTC; the profile {table.Plan.Profile.Name} allows {Say.Count(table.Plan.Profile.MaxWaiverDays, "day")}. "
                + (
                    table.Result is { } result
                        ? $"Laid beside run {Printable.Of(result.Run.Id)}, snapshot {Say.Moment(result.Snapshot.TakenAt)}."
                        : "Laid beside no run: --from result.json tells what they cover."
                ),
            paint.Quiet
        );
    }

    public void List(ImmutableArray<WaiverUse> uses)
    {
        if (uses.IsEmpty)
            return;

        surroundings.Out.WriteLine();
        var paint = Paint.For(surroundings, surroundings.OutIsTerminal, noColor);
        new MarkedList(paint, surroundings.Out, surroundings.Width).Print(
            [.. uses.Select(MarkOf)],
            [.. uses.Select(Row)]
        );
    }

    public void Json(ImmutableArray<WaiverUse> uses) =>
        surroundings.Out.WriteLine(new JsonArray([.. uses.Select(JsonOf)]).ToJsonString(Indented));

    public void Lines(string text, Func<string, string>? dress = null)
    {
        foreach (var line in Prose.Lines(text, surroundings.Width))
            surroundings.Out.WriteLine(dress is null ? line : dress(line));
    }

    /// <summary>A piece of a configuration, as it is to be written; nothing for an empty line.</summary>
    public void Entry(string yaml) => surroundings.Out.WriteLine(yaml);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private ImmutableArray<string> Row(WaiverUse use) =>
        [
            Printable.Of(use.Waiver.Rule),
            $"{Time(use)}; {Cover(use)}",
            Printable.Of(string.Join(' ', use.Waiver.Targets)),
            Printable.Of($"approved by {use.Waiver.ApprovedBy}: {use.Waiver.Reason}"),
        ];

    private static string Time(WaiverUse use) =>
        use.DaysLeft switch
        {
            < 0 => $"expired {Say.Count(-use.DaysLeft, "day")} ago, on {Day(use.Waiver.Expires)}",
            0 => $"valid, ends today, {Day(use.Waiver.Expires)}",
            var left when left > use.MaxDays =>
                $"too long: {Say.Count(left, "day")} left, until {Day(use.Waiver.Expires)}, and so it does not count",
            var left => $"valid, {Say.Count(left, "day")} left, until {Day(use.Waiver.Expires)}",
        };

    private string Cover(WaiverUse use) =>
        use.State is WaiverState.Expired or WaiverState.TooLong ? "covers nothing"
        : !IsCompared ? "what it covers is not known"
        : use.State is WaiverState.NotConfirmed
            ? $"covers nothing, not confirmed ({Printable.Of(use.Doubt!.Detail.TrimEnd('.'))})"
        : (
            use.Covered > 0
                ? $"covers {Say.Count(use.Covered, "finding")}{(use.IsBroad ? ", broad" : "")}"
                : "unused: covers nothing"
        )
            + (
                use.CriticalLeft > 0
                    ? $"; broad, so it leaves {Say.Count(use.CriticalLeft, "critical finding")} uncovered"
                    : ""
            );

    private Glyph MarkOf(WaiverUse use) =>
        table.IsWrong(use) ? Glyph.Fail
        : IsCompared && use.State is WaiverState.NotConfirmed ? Glyph.Unknown
        : Glyph.Pass;

    private string StateOf(WaiverUse use) =>
        !IsCompared && use.State is WaiverState.NotConfirmed
            ? "valid"
            : JsonNamingPolicy.CamelCase.ConvertName(use.State.ToString());

    private JsonNode JsonOf(WaiverUse use) =>
        new JsonObject
        {
            ["rule"] = use.Waiver.Rule,
            ["targets"] = new JsonArray([.. use.Waiver.Targets.Select(target => (JsonNode)target)]),
            ["reason"] = use.Waiver.Reason,
            ["approvedBy"] = use.Waiver.ApprovedBy,
            ["expires"] = Day(use.Waiver.Expires),
            ["daysLeft"] = use.DaysLeft,
            ["state"] = StateOf(use),
            ["isBroad"] = IsCompared ? use.IsBroad || use.CriticalLeft > 0 : null,
            ["covered"] = IsCompared ? use.Covered : null,
            ["criticalLeft"] = IsCompared ? use.CriticalLeft : null,
        };
}
