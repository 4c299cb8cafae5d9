using System.Net.Sockets;
using PimAudit.Archive;
using PimAudit.Collect;
using PimAudit.History;
using PimAudit.Query;

namespace PimAudit.Cli;

/// <summary>Says in words that help what another room threw.</summary>
internal static class Failures
{
    private const string NothingDone = "Nothing was read from the tenant and nothing was written.";

    public static Failure From(Exception error) =>
        error switch
        {
            Failure failure => failure,
            SignInFailedException => Told(ExitCode.SignIn, error),
            GraphUnreachableException => Told(ExitCode.Internal, error),
            WrongTenantException or OtherTenantException or JournalMismatchException or ArchiveException => Told(
                ExitCode.Usage,
                error
            ),
            HistoryException => Told(ExitCode.Internal, error),
            QueryRefusedException refused => new(
                ExitCode.Usage,
                refused.Message,
                refused.Seen,
                "Nothing was answered, and nothing was changed.",
                refused.Remedy
            ),
            HttpRequestException or SocketException => new(
                ExitCode.Internal,
                "Cannot reach Microsoft Graph.",
                error.Message,
                NothingDone,
                "Check the network, the proxy and PIMAUDIT_GRAPH_ENDPOINT, then run again."
            ),
            IOException or UnauthorizedAccessException => new(
                ExitCode.Internal,
                "A file cannot be read or written.",
                error.Message,
                "The run ended there; no half-written file is left behind.",
                "Check the path, the permissions and the free space."
            ),
            _ => Fault(error),
        };

    /// <summary>Other rooms write their errors in four lines: what failed, what was seen, what it costs, what to do.</summary>
    private static Failure Told(ExitCode code, Exception error)
    {
        var lines = error.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length >= 4
            ? new(code, lines[0], string.Join('\n', lines[1..^2]), lines[^2], lines[^1])
            : new(code, lines[0], string.Join('\n', lines[1..]), NothingDone, "See 'pimaudit --help'.");
    }

    private static Failure Fault(Exception error) =>
        new(
            ExitCode.Internal,
            $"{Product.Name} {Product.Version} met a fault of its own.",
            $"{error.GetType().FullName}: {error.Message}\n{Where(error)}",
            "The run ended there; no half-written file is left behind.",
            "Report these lines; they hold no token."
        );

    private static string Where(Exception error) => error.StackTrace?.Split('\n', 2)[0].Trim() ?? "No place is known.";
}
