using System.CommandLine;
using System.Globalization;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli;

/// <summary><c>emulate</c>: serve the sample tenant as a Microsoft Graph, to try a pipeline without a tenant.</summary>
internal static class EmulateCommand
{
    private const int DefaultPort = 8877;

    public static Command Make(Surroundings surroundings)
    {
        var port = new Option<int>("--port", "-p")
        {
            Description = "Loopback port; 0 takes a free one.",
            DefaultValueFactory = _ => DefaultPort,
            HelpName = "PORT",
        };
        port.Validators.Add(result =>
        {
            if (
                result.Tokens.Count == 1
                && (
                    !int.TryParse(
                        result.Tokens[0].Value,
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var value
                    )
                    || value > 65535
                )
            )
                result.AddError($"'{result.Tokens[0].Value}' is not a port from 0 to 65535.");
        });
        var command = new Command("emulate", "Serve the sample tenant as a Microsoft Graph on this machine.") { port };
        command.SetAction(
            (parsed, cancellation) =>
                Guard.RunAsync(
                    surroundings,
                    token => ServeAsync(parsed.GetValue(port), surroundings, token),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<ExitCode> ServeAsync(int port, Surroundings surroundings, CancellationToken cancellation)
    {
        await using var server = await GraphEmulatorServer.StartAsync(
            SampleTenants.Contoso(),
            new() { Port = port },
            cancellation
        );
        surroundings.Out.WriteLine($"PIMAUDIT_GRAPH_ENDPOINT={server.BaseAddress.GetLeftPart(UriPartial.Authority)}");
        surroundings.Out.WriteLine($"PIMAUDIT_ACCESS_TOKEN={server.AccessToken}");
        surroundings.Out.Flush();
        surroundings.Error.WriteLine(
            $"The sample tenant stands at {SampleTenants.ContosoNow:yyyy-MM-dd HH:mm} UTC. Set both variables elsewhere, then run 'pimaudit scan'. Ctrl-C ends."
        );
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, surroundings.Time, cancellation);
        }
        catch (OperationCanceledException)
        {
            surroundings.Error.WriteLine("Stopped.");
        }

        return ExitCode.Clean;
    }
}
