using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PimAudit.Cli;

/// <summary><c>emulate</c>: serve a made-up tenant as a Microsoft Graph, to try a pipeline without a tenant.</summary>
internal static class EmulateCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new EmulateOptions();
        var command = new Command(
            "emulate",
            "Serve the sample tenant, or a generated one, as a Microsoft Graph on this machine."
        );
        options.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
                Guard.RunAsync(surroundings, token => ServeAsync(options.Of(parsed), surroundings, token), cancellation)
        );
        return command;
    }

    /// <summary>The host ends on Ctrl-C and on the signals by which a service or container is stopped.</summary>
    private static async Task<ExitCode> ServeAsync(
        EmulateRequest request,
        Surroundings surroundings,
        CancellationToken cancellation
    )
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddHostedService(_ => new EmulatorHost(request, surroundings));
        using var host = builder.Build();
        await host.RunAsync(cancellation);
        return ExitCode.Clean;
    }
}
