using System.Collections.Immutable;
using System.CommandLine;

namespace PimAudit.Cli;

/// <summary>Options that several verbs share.</summary>
internal sealed class CommonOptions
{
    public Option<string?> Config { get; } =
        new("--config", "-c")
        {
            Description = "The configuration file. Default: pimaudit.yaml in this folder or above it.",
            HelpName = "FILE",
        };

    public Option<string?> Profile { get; } =
        new("--profile")
        {
            Description =
                $"What to judge by: {string.Join(", ", ProfileFile.Shipped)}, or a file. Of several the first decides, the others add columns.",
            HelpName = "LIST",
        };

    public Option<string?> Format { get; } =
        new("--format", "-f")
        {
            Description =
                $"Reports to write: {string.Join(",", Formats.Names)}. Default: {string.Join(",", Settings.DefaultFormats)}.",
            HelpName = "LIST",
        };

    public Option<string[]> Output { get; } =
        new("--output", "-o")
        {
            Description =
                "Write a report to a file of your choice too, such as sarif=findings.sarif; - is standard output. May be repeated.",
            HelpName = "FORMAT=FILE",
        };

    public Option<bool> Redact { get; } =
        new("--redact")
        {
            Description =
                "Replace names, ids and free text by pseudonyms that stay the same under the same key. No snapshot is kept.",
        };

    public Option<string?> RedactKeyFile { get; } =
        new("--redact-key-file")
        {
            Description =
                "The key of --redact: at least 16 characters in a file. Default: the variable PIMAUDIT_REDACT_KEY.",
            HelpName = "FILE",
        };

    public Option<string?> Out { get; } =
        new("--out")
        {
            Description = "Write exactly there. Default: pimaudit-out/<tenant>/<time of the snapshot>.",
            HelpName = "DIR",
        };

    public Option<bool> Demo { get; } = new("--demo") { Description = "The sample tenant, served by this process." };

    public Option<bool> Force { get; } = new("--force") { Description = "Replace the files of another run." };

    public Option<bool> Resume { get; } =
        new("--resume") { Description = "Go on with an interrupted collection, from the last answer that was whole." };

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "No progress and no summary." };

    public Option<bool> NoColor { get; } =
        new("--no-color") { Description = "Marks without colour, as NO_COLOR asks too." };

    public Option<bool> AllowIncomplete { get; } =
        new("--allow-incomplete")
        {
            Description = "Exit 0 although evidence is missing (instead of 3). Stamped on every report.",
        };

    public Option<string?> FailOn { get; } =
        new("--fail-on")
        {
            Description = "Exit 1 from this severity on: info, low, medium, high (the default), critical, none.",
            HelpName = "SEVERITY",
        };

    public Option<string?> Timeout { get; } =
        new("--timeout")
        {
            Description = "Stop reading after this time and record what is missing: 90s, 30m, 2h. Default: no limit.",
            HelpName = "TIME",
        };

    public Option<string?> MaxThrottleWait { get; } =
        new("--max-throttle-wait")
        {
            Description = "Give a request up when Graph asks it to wait longer, all its waits together. Default: 5m.",
            HelpName = "TIME",
        };

    public Option<string?> Baseline { get; } =
        new("--baseline")
        {
            Description = "Accepted findings: only those that are not in this file are new, and only new ones fail.",
            HelpName = "FILE",
        };

    public Option<string[]> Previous { get; } =
        new("--previous")
        {
            Description =
                "A result.json, or the folder of a run, from before: says what changed since. May be given several times.",
            HelpName = "FILE|DIR",
        };

    public Option<string[]> Reviews { get; } =
        new("--reviews")
        {
            Description =
                "A review-NAME.json: says what became of its decisions. May be given several times; replaces 'reviews' of the configuration.",
            HelpName = "FILE",
        };

    /// <summary>What a verb that collects accepts.</summary>
    public IEnumerable<Option> OfCollecting => [Resume, Timeout, MaxThrottleWait];

    /// <summary>What a verb that judges accepts.</summary>
    public IEnumerable<Option> OfJudging => [Profile, Baseline, .. OfComparing, FailOn, AllowIncomplete];

    /// <summary>What a verb that lays a result beside others accepts.</summary>
    public IEnumerable<Option> OfComparing => [Previous, Reviews];

    /// <summary>What a verb that writes reports accepts.</summary>
    public IEnumerable<Option> OfWriting => [Out, Format, Output, Redact, RedactKeyFile, Force, Quiet, NoColor];

    public Arguments Arguments(ParseResult parsed) =>
        new(
            parsed.GetValue(Config),
            parsed.GetValue(Profile),
            parsed
                .GetValue(Format)
                ?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .ToImmutableArray(),
            parsed.GetValue(Demo)
        )
        {
            Baseline = parsed.GetValue(Baseline),
            Reviews = parsed.GetValue(Reviews) is { Length: > 0 } reviews ? [.. reviews] : null,
        };

    /// <param name="option">A duration that the command line gives, or the variable.</param>
    /// <returns>Null when neither does.</returns>
    /// <exception cref="Failure">Not a duration.</exception>
    public static TimeSpan? Duration(
        ParseResult parsed,
        Option<string?> option,
        string variable,
        Surroundings surroundings
    )
    {
        var text = parsed.GetValue(option) ?? surroundings.Variable(variable);
        return string.IsNullOrEmpty(text)
            ? null
            : DurationText.Parse(text)
                ?? throw new Failure(
                    ExitCode.Usage,
                    $"The time of {option.Name} cannot be understood.",
                    $"'{text}'",
                    "Nothing was read from a tenant and nothing was written.",
                    "Give seconds, minutes, hours or days: 90s, 30m, 2h."
                );
    }

    /// <exception cref="Failure">Not a severity.</exception>
    public Threshold Threshold(ParseResult parsed, Surroundings surroundings)
    {
        var text =
            parsed.GetValue(FailOn) ?? (parsed.GetValue(Demo) ? "none" : surroundings.Variable("PIMAUDIT_FAIL_ON"));
        return text is null
            ? Cli.Threshold.Default
            : Cli.Threshold.Parse(text)
                ?? throw SettingsLoader.Usage(
                    "The severity of --fail-on is not known.",
                    text,
                    ["info", "low", "medium", "high", "critical", "none"]
                );
    }
}
