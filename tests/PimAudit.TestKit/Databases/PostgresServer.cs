using System.Diagnostics;

namespace PimAudit.TestKit;

/// <summary>
/// A PostgreSQL of one's own, empty and on a Unix socket that nobody else knows. It ends with this process, however that ends.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>Why there is none.</summary>
    public const string Missing = "PostgreSQL is not installed here, or cannot be started by this user: skipped.";

    private const string User = "pimaudit";
    private const string Password = "kept-in-this-process";

    /// <summary>The server dies when its standard input ends, so that a killed test leaves nothing behind.</summary>
    private const string Script = """
        "$BIN/initdb" -D "$HOME_OF/data" -U pimaudit --pwfile="$HOME_OF/password" -A scram-sha-256 -E UTF8 --locale=C.UTF-8 --no-sync >&2 || exit 1
        "$BIN/postgres" -D "$HOME_OF/data" -k "$HOME_OF" -h "" -c fsync=off -c full_page_writes=off -c max_connections=200 </dev/null &
        server=$!
        cat >/dev/null
        kill -QUIT $server
        wait $server
        """;

    private readonly Process process;
    private readonly string folder;
    private readonly string binaries;
    private int databases;

    private PostgresServer(Process process, string folder, string binaries)
    {
        this.process = process;
        this.folder = folder;
        this.binaries = binaries;
    }

    /// <returns>Null where there is no PostgreSQL.</returns>
    public static async Task<PostgresServer?> StartAsync()
    {
        if (OperatingSystem.IsWindows() || Binaries() is not { } newest)
            return null;

        var home = Directory.CreateTempSubdirectory("pimaudit-pg-").FullName;
        await File.WriteAllTextAsync(Path.Combine(home, "password"), Password);
        var start = new ProcessStartInfo
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", "-R", "postgres", home);
            Say(start, "runuser", "-u", "postgres", "--", "sh", "-c", Script);
        }
        else
            Say(start, "sh", "-c", Script);

        start.Environment["BIN"] = newest;
        start.Environment["HOME_OF"] = home;
        var server = new PostgresServer(Process.Start(start)!, home, newest);
        if (await server.IsReadyAsync())
            return server;
        await server.DisposeAsync();
        return null;
    }

    /// <returns>The connection string of a new, empty database.</returns>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"history{Interlocked.Increment(ref databases)}";
        await RunAsync(Path.Combine(binaries, "createdb"), "-h", folder, "-U", User, "-w", name);
        return ConnectionTo(name);
    }

    /// <param name="password">Null for the right one.</param>
    public string ConnectionTo(string database, string? password = null) =>
        $"Host={folder};Username={User};Password={password ?? Password};Database={database}";

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string? Binaries() =>
        Directory.Exists("/usr/lib/postgresql")
        && Directory
            .EnumerateDirectories("/usr/lib/postgresql")
            .Select(version => Path.Combine(version, "bin"))
            .Where(IsWhole)
            .Order(StringComparer.Ordinal)
            .LastOrDefault()
            is { } newest
            ? newest
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').FirstOrDefault(IsWhole);

    private static bool IsWhole(string folder) =>
        File.Exists(Path.Combine(folder, "initdb"))
        && File.Exists(Path.Combine(folder, "postgres"))
        && File.Exists(Path.Combine(folder, "createdb"));

    /// <returns>False when the server ended before it was ready.</returns>
    private Task<bool> IsReadyAsync()
    {
        var ready = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, said) =>
        {
            if (said.Data is null)
                ready.TrySetResult(false);
            else if (said.Data.Contains("database system is ready to accept connections", StringComparison.Ordinal))
                ready.TrySetResult(true);
        };
        process.BeginErrorReadLine();
        return ready.Task;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo { UseShellExecute = false, RedirectStandardError = true };
        start.Environment["PGPASSWORD"] = Password;
        Say(start, program, arguments);
        using var started = Process.Start(start)!;
        var said = await started.StandardError.ReadToEndAsync();
        await started.WaitForExitAsync();
        if (started.ExitCode != 0)
            throw new InvalidOperationException($"{program}: {said}");
    }

    private static void Say(ProcessStartInfo start, string program, params string[] arguments)
    {
        start.FileName = program;
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
    }
}
