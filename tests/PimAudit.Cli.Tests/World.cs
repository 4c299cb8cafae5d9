namespace PimAudit.Cli.Tests;

/// <summary>A folder of its own, captured output, variables and a clock that a test sets.</summary>
internal sealed class World : IDisposable
{
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("pimaudit-test-").FullName;

    public string Out => output.ToString();

    public string Error => error.ToString();

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
            TimeProvider.System,
            OutIsTerminal: false,
            ErrorIsTerminal: false,
            Width: 100
        );

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
