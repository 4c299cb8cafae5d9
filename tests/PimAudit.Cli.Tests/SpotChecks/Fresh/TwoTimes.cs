using System.Text.Json;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.SpotChecks.Fresh;

/// <summary>An answer as other programs get it.</summary>
internal sealed record Told(int Code, string Error, JsonElement? Body)
{
    /// <summary>Rows of all sections but those on what has ended since the snapshot, or why there are none.</summary>
    public string Rows =>
        Body is { } body
            ? string.Join(
                '\n',
                from section in body.GetProperty("sections").EnumerateArray()
                where section.GetProperty("name").GetString() is not "Ended since the snapshot"
                select $"{section.GetProperty("name")}: {section.GetProperty("rows")}"
            )
            : $"{Code}: {Error}";

    public string Unread => Body?.GetProperty("unread").GetRawText() ?? $"{Code}: {Error}";

    /// <summary>Section and principal of every row, in order.</summary>
    public IEnumerable<string> People =>
        from section in Body!.Value.GetProperty("sections").EnumerateArray()
        from row in section.GetProperty("rows").EnumerateArray()
        select $"{section.GetProperty("name")}: {row.GetProperty("principal").GetString()}";
}

/// <summary>A tenant of which a snapshot was taken, and the same tenant later.</summary>
internal sealed class TwoTimes : IAsyncDisposable
{
    private const string Snapshot = "old.pimsnap";

    private readonly World world;
    private readonly GraphEmulatorServer now;

    private TwoTimes(World world, GraphEmulatorServer now)
    {
        this.world = world;
        this.now = now;
    }

    public World World => world;

    public GraphEmulatorServer Graph => now;

    public byte[] SnapshotBytes => world.Bytes(Snapshot);

    /// <param name="passed">Between the snapshot and the question.</param>
    public static async Task<TwoTimes> OfAsync(
        EmulatedTenant then,
        EmulatedTenant later,
        EmulatorOptions? options = null,
        TimeSpan? passed = null
    )
    {
        var place = new World().Write("pimaudit.yaml", "collect: { signIn: false, registration: false }\n");
        await using (var graph = await GraphEmulatorServer.StartAsync(then))
            await SnapshotAsync(place, graph, Snapshot);
        place.Now += passed ?? TimeSpan.FromDays(3);
        var graphLater = await GraphEmulatorServer.StartAsync(later, options);
        Point(place, graphLater);
        return new(place, graphLater);
    }

    /// <summary>Asks the old snapshot.</summary>
    public Task<Told> AskAsync(params string[] question) => AskFromAsync(Snapshot, question);

    /// <summary>Asks the old snapshot, refreshed.</summary>
    public Task<Told> AskFreshAsync(params string[] question) => AskFromAsync(Snapshot, [.. question, "--fresh"]);

    /// <summary>Asks a whole snapshot of the tenant as it is now.</summary>
    public async Task<Told> AskNewAsync(params string[] question)
    {
        if (!File.Exists(world.PathOf("new.pimsnap")))
            await SnapshotAsync(world, now, "new.pimsnap");
        return await AskFromAsync("new.pimsnap", question);
    }

    public async ValueTask DisposeAsync()
    {
        world.Dispose();
        await now.DisposeAsync();
    }

    private async Task<Told> AskFromAsync(string snapshot, IEnumerable<string> question)
    {
        var (said, failed) = (world.Out.Length, world.Error.Length);
        var code = await world.RunAsync([.. question, "--from", snapshot, "--json", "--quiet"]);
        var (text, error) = (world.Out[said..], world.Error[failed..]);
        return new(code, error, text.Length == 0 ? null : JsonDocument.Parse(text).RootElement);
    }

    private static async Task SnapshotAsync(World place, GraphEmulatorServer graph, string name)
    {
        Point(place, graph);
        var code = await place.RunAsync("snapshot", "--out", name, "--quiet");
        if (code is not (0 or 3))
            throw new InvalidOperationException(place.Error);
    }

    private static void Point(World place, GraphEmulatorServer graph) =>
        place
            .With("PIMAUDIT_GRAPH_ENDPOINT", graph.BaseAddress.AbsoluteUri)
            .With("PIMAUDIT_ACCESS_TOKEN", graph.AccessToken);
}
