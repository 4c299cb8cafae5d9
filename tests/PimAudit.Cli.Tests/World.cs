using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests;

/// <summary>A folder of its own, captured output, variables and a clock that a test sets.</summary>
internal sealed class World : IDisposable
{
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("pimaudit-test-").FullName;

    /// <summary>The present, UTC; it stands still.</summary>
    public DateTimeOffset Now { get; set; } = SampleTenants.FabrikamNow;

    public string Out => output.ToString();

    public string Error => error.ToString();

    /// <summary>A world whose Graph is an emulator.</summary>
    public static World Of(GraphEmulatorServer graph) =>
        new World()
            .With("PIMAUDIT_GRAPH_ENDPOINT", graph.BaseAddress.AbsoluteUri)
            .With("PIMAUDIT_ACCESS_TOKEN", graph.AccessToken);

    public World With(string variable, string value)
    {
        variables[variable] = value;
        return this;
    }

    public World Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return this;
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Names in a folder, ordinal.</summary>
    public string[] Names(string folder) =>
        [
            .. Directory
                .EnumerateFiles(PathOf(folder))
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
        ];

    public byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name));

    public Task<int> RunAsync(params string[] arguments) => RunAsync(CancellationToken.None, arguments);

    public Task<int> RunAsync(CancellationToken cancellation, params string[] arguments) =>
        CommandLine.RunAsync(arguments, Surroundings(), cancellation);

    public Surroundings Surroundings() =>
        new(
            output,
            error,
            variables.GetValueOrDefault,
            Folder,
            new FixedTime(Now),
            OutIsTerminal: false,
            ErrorIsTerminal: false,
            Width: 100
        );

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
