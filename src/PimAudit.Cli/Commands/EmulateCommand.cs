using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

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

    /// <summary>The host ends on Ctrl-C and on the signals by which a service or container is stopped.</summary>
    private static async Task<ExitCode> ServeAsync(int port, Surroundings surroundings, CancellationToken cancellation)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddHostedService(_ => new EmulatorHost(port, surroundings));
        using var host = builder.Build();
        await host.RunAsync(cancellation);
        return ExitCode.Clean;
    }
}
