using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Hosting;
using PimAudit.History;

namespace PimAudit.Cli;

/// <summary><c>serve</c>: scan tenants by their schedules, until it is stopped.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";
    private const int LongestNode = 60;

    public static Command Make(Surroundings surroundings)
    {
        var fleet = new Option<string?>("--fleet")
        {
            Description =
                "The list of tenants. Default: fleet.yaml in the current folder or above, else pimaudit.yaml.",
            HelpName = "FILE",
        };
        var config = new Option<string?>("--config", "-c")
        {
            Description = "The configuration of a single tenant.",
            HelpName = "FILE",
        };
        var node = new Option<string?>("--node")
        {
            Description = "What this node is called; no two living nodes share a name. Default: machine and process.",
            HelpName = "NAME",
        };
        var command = new Command(Name, "Scan tenants by their schedules, as a service.") { fleet, config, node };
        command.SetAction(
            (parsed, cancellation) =>
                Guard.RunAsync(
                    surroundings,
                    token =>
                        ServeAsync(
                            ServedTenants.Load(parsed.GetValue(fleet), parsed.GetValue(config), surroundings),
                            NodeOf(parsed.GetValue(node)),
                            surroundings,
                            token
                        ),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<ExitCode> ServeAsync(
        ServedTenants served,
        string node,
        Surroundings surroundings,
        CancellationToken cancellation
    )
    {
        await using var history = await HistoryDatabase.OpenAsync(served.Connection, surroundings.Time, cancellation);
        await using var app = ServeHost.Build(served, history, node, surroundings with { Folder = served.Folder });
        try
        {
            await ServeHost.StartAsync(app, served.Serve, cancellation);
            await app.WaitForShutdownAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Stopped before it had started.
        }

        return ExitCode.Clean;
    }

    /// <summary>The number of the process tells nodes of one machine apart.</summary>
    private static string NodeOf(string? given)
    {
        var name =
            given ?? string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}");
        if (name.Length is > 0 and <= LongestNode && name.All(IsPlain))
            return name;
        throw SettingsLoader.Usage(
            $"A node is called by 1 to {LongestNode} letters, digits, dots and dashes.",
            Printable.Of(name),
            []
        );
    }

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_';
}
