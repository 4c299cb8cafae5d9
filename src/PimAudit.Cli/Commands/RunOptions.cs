using System.CommandLine;

namespace PimAudit.Cli;

/// <summary>Makes a run from the options of a verb, and refuses what cannot be meant before anything is read.</summary>
internal static class RunOptions
{
    /// <exception cref="Failure">Arguments, variables, configuration or profile cannot be meant.</exception>
    public static Run Read(CommonOptions options, ParseResult parsed, Surroundings surroundings)
    {
        var settings = SettingsLoader.Load(options.Arguments(parsed), surroundings);
        var folder = parsed.GetValue(options.Out);
        return new(
            settings,
            Plans.Make(settings),
            options.Threshold(parsed, surroundings),
            settings.Formats,
            folder is null ? null : Path.GetFullPath(folder, surroundings.Folder),
            parsed.GetValue(options.Demo),
            parsed.GetValue(options.Force),
            parsed.GetValue(options.Quiet),
            parsed.GetValue(options.NoColor),
            parsed.GetValue(options.AllowIncomplete),
            surroundings
        )
        {
            Resume = parsed.GetValue(options.Resume),
            Previous = [.. parsed.GetValue(options.Previous) ?? []],
            Timeout = CommonOptions.Duration(parsed, options.Timeout, "PIMAUDIT_TIMEOUT", surroundings),
            MaxThrottleWait = CommonOptions.Duration(
                parsed,
                options.MaxThrottleWait,
                "PIMAUDIT_MAX_THROTTLE_WAIT",
                surroundings
            ),
            Outputs = Outputs.Read(parsed.GetValue(options.Output) ?? [], surroundings.Folder),
            RedactionKey = RedactionKeys.Read(options, parsed, surroundings),
        };
    }
}
