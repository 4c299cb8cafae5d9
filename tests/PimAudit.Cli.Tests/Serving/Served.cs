using PimAudit.History;

namespace PimAudit.Cli.Tests.Serving;

/// <summary>The service in this process, with a real clock, a real history and a real Graph; it ends with the test.</summary>
internal sealed class Served : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly CancellationTokenSource stop = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();
    private readonly World world;
    private Task<int> running = Task.FromResult(0);

    private Served(World world) => this.world = world;

    public string Said => output.ToString() + error;

    /// <summary>Begins to serve what the world's configuration says.</summary>
    public static Served Start(World world, params string[] options)
    {
        var served = new Served(world);
        var surroundings = world.Surroundings() with
        {
            Out = TextWriter.Synchronized(served.output),
            Error = TextWriter.Synchronized(served.error),
            Time = TimeProvider.System,
        };
        served.running = CommandLine.RunAsync(["serve", .. options], surroundings, served.stop.Token);
        return served;
    }

    /// <summary>Waits until the history holds so many runs.</summary>
    public async Task<IReadOnlyList<PastRun>> RunsAsync(int least)
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var history = await HistoryDatabase.OpenAsync(
            $"Data Source={world.PathOf("history.db")}",
            TimeProvider.System,
            patience.Token
        );
        while (!running.IsCompleted)
        {
            var runs = await history.ListAsync(new(), patience.Token);
            if (runs.Length >= least)
                return runs;
            await Task.Delay(50, patience.Token);
        }

        throw new InvalidOperationException($"The service ended with {await running}: {Said}");
    }

    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        await stop.CancelAsync();
        return await running.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
    }
}
