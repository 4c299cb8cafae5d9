using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;

namespace PimAudit.Cli;

/// <summary>What a verb about a list of tenants was asked for.</summary>
/// <param name="Fleet">Null for a report without a list.</param>
/// <param name="Aliases">Of the tenants that are meant, in the order of the list.</param>
/// <param name="Root">Folder of all tenants and of the roll-up, absolute.</param>
/// <param name="IsRootGiven">It goes before the folders that tenants name themselves.</param>
/// <param name="Formats">Of the roll-up.</param>
internal sealed record FleetRequest(
    FleetSettings? Fleet,
    ImmutableArray<string> Aliases,
    string Root,
    bool IsRootGiven,
    int Parallel,
    Threshold Threshold,
    ImmutableArray<string> Formats,
    bool Quiet,
    bool NoColor
)
{
    public string Classification => Fleet?.Classification ?? Settings.DefaultClassification;
}

/// <summary>Options of <c>fleet scan</c> and <c>fleet report</c>.</summary>
internal sealed class FleetOptions
{
    /// <summary>A longer list of aliases helps nobody.</summary>
    private const int MostNamed = 20;

    private readonly CommonOptions common = new();

    private readonly Option<string?> fleet = new("--fleet")
    {
        Description = "The list of tenants. Default: PIMAUDIT_FLEET, else fleet.yaml in this folder or above it.",
        HelpName = "FILE",
    };

    private readonly Option<string?> only = new("--only")
    {
        Description = "Aliases of the tenants that are meant. Default: all.",
        HelpName = "ALIAS,..",
    };

    private readonly Option<int?> parallel = new("--parallel")
    {
        Description =
            $"So many tenants at the same time, 1 to {FleetFile.MostParallel}. Default: as the list says, else 4.",
        HelpName = "N",
    };

    private readonly Option<string?> output = new("--out")
    {
        Description =
            "Root of all folders: DIR/<alias>/<time> and DIR/fleet/<time>. Default: as the list says, else pimaudit-out.",
        HelpName = "DIR",
    };

    private readonly Option<string?> format = new("--format", "-f")
    {
        Description = $"Of the roll-up: {string.Join(",", RollUpFormats.Names)}. Default: all of them.",
        HelpName = "LIST",
    };

    public FleetOptions() =>
        parallel.Validators.Add(result =>
        {
            if (
                result.Tokens is [var token]
                && !(
                    int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number is >= 1 and <= FleetFile.MostParallel
                )
            )
                result.AddError($"'{token.Value}' is not a number from 1 to {FleetFile.MostParallel}.");
        });

    public IEnumerable<Option> OfScan =>
        [fleet, only, parallel, output, format, common.FailOn, common.Quiet, common.NoColor];

    public IEnumerable<Option> OfReport => [fleet, only, output, format, common.FailOn, common.Quiet, common.NoColor];

    /// <exception cref="Failure">There is no list, or something cannot be meant.</exception>
    public FleetRequest Scan(ParseResult parsed, Surroundings surroundings) =>
        Of(parsed, surroundings, FleetFile.Load(parsed.GetValue(fleet), surroundings)) with
        {
            IsRootGiven = parsed.GetValue(output) is not null,
        };

    /// <exception cref="Failure">Something cannot be meant.</exception>
    public FleetRequest Report(ParseResult parsed, Surroundings surroundings)
    {
        var named = parsed.GetValue(fleet);
        var list = FleetFile.Find(named, surroundings) is null ? null : FleetFile.Load(named, surroundings);
        return Of(parsed, surroundings, list);
    }

    private FleetRequest Of(ParseResult parsed, Surroundings surroundings, FleetSettings? list) =>
        new(
            list,
            list is null ? [] : Chosen(list, Words(parsed.GetValue(only))),
            Path.GetFullPath(
                parsed.GetValue(output) ?? list?.OutputFolder ?? Settings.DefaultOutput,
                surroundings.Folder
            ),
            IsRootGiven: false,
            parsed.CommandResult.Command.Options.Contains(parallel) && parsed.GetValue(parallel) is { } number
                ? number
                : list?.Parallel ?? 1,
            common.Threshold(parsed, surroundings),
            RollUpFormats.Read(Words(parsed.GetValue(format))),
            parsed.GetValue(common.Quiet),
            parsed.GetValue(common.NoColor)
        );

    private static ImmutableArray<string> Chosen(FleetSettings list, ImmutableArray<string>? only)
    {
        ImmutableArray<string> all = [.. list.Tenants.Select(tenant => tenant.Alias)];
        if (only?.FirstOrDefault(alias => !all.Contains(alias, StringComparer.Ordinal)) is { } odd)
            throw SettingsLoader.Usage(
                $"The list has no tenant '{odd}'.",
                odd,
                all.Length is > 1 and <= MostNamed ? all : []
            );
        return only is { } chosen ? [.. all.Where(alias => chosen.Contains(alias, StringComparer.Ordinal))] : all;
    }

    private static ImmutableArray<string>? Words(string? list) =>
        list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToImmutableArray();
}
