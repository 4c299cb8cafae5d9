using System.Globalization;
using System.Security.Cryptography;
using PimAudit.Archive;
using PimAudit.Model;
using PimAudit.Reports;

namespace PimAudit.Cli;

/// <summary>Writes the files of a roll-up: all of them whole before one is put in place.</summary>
internal static class RollUpPublication
{
    private const string Folder = "fleet";

    /// <summary><c>fleet.json</c> always, because the others carry its hash.</summary>
    /// <param name="at">UTC; names the folder.</param>
    /// <returns>The folder, absolute.</returns>
    public static async Task<string> WriteAsync(
        FleetRequest request,
        FleetRollUp rollUp,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        var folder = Path.Combine(
            request.Root,
            Folder,
            at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)
        );
        var facts = new ReportFacts(
            Convert.ToHexStringLower(SHA256.HashData(RollUpFile.Bytes(rollUp))),
            request.Classification
        );
        var staged = new List<StagedFile>();
        try
        {
            foreach (var format in request.Formats.Append("json").Distinct(StringComparer.Ordinal))
                staged.Add(await StageAsync(folder, format, rollUp, facts, cancellation));
            foreach (var file in staged)
                file.Commit();
            return folder;
        }
        finally
        {
            foreach (var file in staged)
                file.Dispose();
        }
    }

    private static Task<StagedFile> StageAsync(
        string folder,
        string format,
        FleetRollUp rollUp,
        ReportFacts facts,
        CancellationToken cancellation
    ) =>
        StagedFile.WriteAsync(
            Path.Combine(folder, RollUpFormats.FileName(format)),
            (stream, token) =>
            {
                token.ThrowIfCancellationRequested();
                RollUpFormats.Write(format, rollUp, facts, stream);
                return Task.CompletedTask;
            },
            cancellation
        );
}
