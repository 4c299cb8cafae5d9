using PimAudit.Engine;

namespace PimAudit.Cli;

/// <summary>The two runs that <c>diff</c> compares, from files or from the history.</summary>
/// <param name="load">Reads the configuration; two files need none.</param>
internal sealed class ComparedRuns(Func<Settings> load, Surroundings surroundings)
{
    public const string LastQuarter = "last-quarter";

    /// <param name="before">As written; null with <paramref name="since"/>.</param>
    /// <param name="after">As written; null for the newest run in the history.</param>
    /// <param name="since">A time such as <c>24h</c>; null without it.</param>
    /// <exception cref="Failure">Nothing says what is to be compared, or there is no such run.</exception>
    public async Task<(EarlierResult Before, EarlierResult After)> ReadAsync(
        string? before,
        string? after,
        string? since,
        CancellationToken cancellation
    )
    {
        if (before is null == since is null || (after is not null && since is not null))
            throw SettingsLoader.Usage(
                "Two runs are needed, or --since alone.",
                string.Join(' ', new[] { before, after, since }.OfType<string>()),
                []
            );
        if (before is not null && after is not null && IsFile(before) && IsFile(after))
            return (await FileAsync(before, cancellation), await FileAsync(after, cancellation));

        var settings = load();
        await using var history = await HistoryAccess.OpenNeededAsync(settings, surroundings, cancellation);
        var runs = new RunPicker(history, settings);
        return (await OneAsync(before), await OneAsync(after ?? RunPicker.Newest));

        async Task<EarlierResult> OneAsync(string? name) =>
            name is not null && IsFile(name)
                ? await FileAsync(name, cancellation)
                : await runs.ResultAsync(
                    Moment(name, since) is { } moment
                        ? await runs.BeforeAsync(moment, cancellation)
                        : await runs.FindAsync(name!, cancellation),
                    cancellation
                );
    }

    /// <summary>What is called like a run, and lies nowhere as a file, is a run of the history.</summary>
    private bool IsFile(string name) =>
        !(name is LastQuarter || RunPicker.IsName(name)) || Path.Exists(Path.GetFullPath(name, surroundings.Folder));

    private Task<EarlierResult> FileAsync(string name, CancellationToken cancellation) =>
        EarlierChoice.ReadAsync(Path.GetFullPath(name, surroundings.Folder), cancellation);

    /// <summary>UTC; the newest run before it is meant; null where a run is called by its name.</summary>
    private DateTimeOffset? Moment(string? name, string? since)
    {
        var now = surroundings.Time.GetUtcNow();
        return name is LastQuarter ? new(now.Year, ((now.Month - 1) / 3 * 3) + 1, 1, 0, 0, 0, TimeSpan.Zero)
            : name is null ? HistoryCommand.Before(since, surroundings)
            : null;
    }
}
