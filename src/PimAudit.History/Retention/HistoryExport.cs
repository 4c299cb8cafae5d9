using System.Globalization;
using System.Text.Json;
using PimAudit.Archive;

namespace PimAudit.History;

/// <summary>Writes the history as files: <c>result.json</c> and <c>manifest.json</c> of each run, and a line for each run.</summary>
internal sealed class HistoryExport(RunReader reader)
{
    /// <summary>A line for each run, oldest first.</summary>
    public const string ListName = "runs.ndjson";

    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    /// <param name="folder">Absolute; created where it is not there.</param>
    /// <returns>How many runs were written.</returns>
    public async Task<int> WriteAsync(string folder, RunChoice choice, CancellationToken cancellation)
    {
        var runs = await reader.ListAsync(choice, cancellation);
        var lines = new List<string>();
        foreach (var run in runs)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{run.Tenant:D}/{run.Number:D6}-{run.Trend.Id}");
            await WriteAsync(
                Path.Combine(folder, place, RunManifest.FileName),
                await reader.ManifestAsync(run, cancellation),
                cancellation
            );
            if (await reader.ResultFileAsync(run, cancellation) is { } result)
                await WriteAsync(Path.Combine(folder, place, "result.json"), result, cancellation);
            lines.Add(JsonSerializer.Serialize(RunLine.Of(run, place), Lines));
        }

        var list = System.Text.Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));
        await WriteAsync(Path.Combine(folder, ListName), list, cancellation);
        return runs.Length;
    }

    private static Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation) =>
        AtomicFile.WriteAsync(path, (stream, token) => stream.WriteAsync(content, token).AsTask(), cancellation);
}
