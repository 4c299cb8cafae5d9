using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Engine;
using PimAudit.History;

namespace PimAudit.Cli;

/// <summary>Finds runs of the history by what people call them.</summary>
internal sealed class RunPicker(HistoryDatabase history, Settings settings)
{
    public const string Newest = "newest";
    private const int DigitsOfId = 16;

    /// <summary>A number, a run id or <c>newest</c>: nothing that a file would be called.</summary>
    public static bool IsName(string text) =>
        text is Newest
        || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        || (text.Length == DigitsOfId && text.All(char.IsAsciiHexDigitLower));

    /// <exception cref="Failure">There is no such run.</exception>
    public async Task<PastRun> FindAsync(string name, CancellationToken cancellation)
    {
        if (name is Newest)
            return await NewestAsync(cancellation);
        var runs = await history.ListAsync(new(settings.Tenant), cancellation);
        return runs.LastOrDefault(run => run.Trend.Id == name)
            ?? runs.LastOrDefault(run => run.Number.ToString(CultureInfo.InvariantCulture) == name)
            ?? throw Missing(
                $"The run {name} is not in the history.",
                $"It has {runs.Length} runs of this configuration."
            );
    }

    /// <exception cref="Failure">There is no run, or the tenant is not known.</exception>
    public async Task<PastRun> NewestAsync(CancellationToken cancellation) => (await OfTenantAsync(cancellation))[^1];

    /// <summary>The newest run whose collection began before that time.</summary>
    /// <param name="moment">UTC.</param>
    /// <exception cref="Failure">There is none, or the tenant is not known.</exception>
    public async Task<PastRun> BeforeAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        var runs = await OfTenantAsync(cancellation);
        return runs.LastOrDefault(run => run.Trend.TakenAt < moment)
            ?? throw Missing(
                $"The history has no run from before {PimAudit.Model.Say.Moment(moment)}.",
                $"The oldest is of {PimAudit.Model.Say.Moment(runs[0].Trend.TakenAt)}."
            );
    }

    public async Task<EarlierResult> ResultAsync(PastRun run, CancellationToken cancellation)
    {
        var read = await history.ResultAsync(run, cancellation);
        return new(read.Result, read.Hash);
    }

    private async Task<ImmutableArray<PastRun>> OfTenantAsync(CancellationToken cancellation)
    {
        var runs = await history.ListAsync(new(settings.Tenant), cancellation);
        var tenants = runs.Select(run => run.Tenant).Distinct().Count();
        return tenants switch
        {
            1 => runs,
            0 => throw Missing(
                "The history has no run.",
                $"{history.Place} holds none of this configuration's tenant."
            ),
            _ => throw Missing(
                "It is not clear which tenant is meant.",
                $"The history has runs of {tenants} tenants, and the configuration names none."
            ),
        };
    }

    private static Failure Missing(string failed, string seen) =>
        new(
            ExitCode.Usage,
            failed,
            seen,
            "Nothing was compared and nothing was written.",
            "'pimaudit history list' shows what there is; 'tenant:' in the configuration or PIMAUDIT_TENANT says whose."
        );
}
