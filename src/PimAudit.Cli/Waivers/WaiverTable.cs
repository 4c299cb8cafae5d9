using System.Collections.Immutable;
using System.CommandLine;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>What a verb about waivers knows: the configuration, the plan, today, and what the waivers cover.</summary>
/// <param name="Today">UTC, by the clock: a waiver that ended since the snapshot has ended.</param>
/// <param name="Result">What they are laid beside; null when nothing was named.</param>
internal sealed record WaiverTable(Settings Settings, AuditPlan Plan, DateOnly Today, AuditResult? Result)
{
    /// <summary>In the order of the configuration.</summary>
    public ImmutableArray<WaiverUse> Uses =>
        Result is null
            ? WaiverReview.Of(Plan.Waivers, Today, Plan.Profile.MaxWaiverDays)
            : WaiverReview.Of(Plan.Waivers, Today, Plan.Profile.MaxWaiverDays, Result);

    public static async Task<WaiverTable> ReadAsync(
        CommonOptions options,
        string? from,
        ParseResult parsed,
        Surroundings surroundings,
        CancellationToken cancellation
    )
    {
        var settings = SettingsLoader.Load(options.Arguments(parsed), surroundings);
        var plan = Plans.Make(settings);
        AuditResult? result = null;
        if (from is not null)
        {
            result = await ResultSource.ReadAsync(Path.GetFullPath(from, surroundings.Folder), plan, cancellation);
            ResultSource.RefuseOther(result, settings.Tenant, from);
        }

        return new(settings, plan, DateOnly.FromDateTime(surroundings.Time.GetUtcNow().UtcDateTime), result);
    }

    /// <summary>It does not do what it was written for.</summary>
    public bool IsWrong(WaiverUse use) =>
        use.State is WaiverState.Expired or WaiverState.TooLong or WaiverState.Unused || use.CriticalLeft > 0;

    /// <summary>The file to change.</summary>
    /// <exception cref="Failure">There is none.</exception>
    public string File =>
        Settings.File is { } path && System.IO.File.Exists(path)
            ? path
            : throw new Failure(
                ExitCode.Usage,
                "There is no configuration to change.",
                $"No {SettingsFile.Name} lies in this folder or above it.",
                "Nothing was changed.",
                "Name the file with --config, or make one with 'pimaudit init'."
            );
}
