using System.Text.Json;
using PimAudit.Archive;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli;

/// <summary>Writes what was planted in a generated tenant: the whole list of findings that an audit must bring.</summary>
internal static class Expectations
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <exception cref="Failure">The file cannot be written.</exception>
    public static async Task WriteAsync(GeneratedTenant generated, string path, CancellationToken cancellation)
    {
        var expected = new Expected(
            generated.Tenant.Id,
            generated.EmergencyAccounts,
            generated.Configuration,
            generated.Planted
        );
        try
        {
            await AtomicFile.WriteAsync(
                path,
                (stream, token) => JsonSerializer.SerializeAsync(stream, expected, Indented, token),
                cancellation
            );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Failure(
                ExitCode.Usage,
                $"Cannot write {path}.",
                error.Message,
                "Nothing is served.",
                "Name another file with --expectations."
            );
        }
    }

    /// <param name="Configuration">Text of the <c>pimaudit.yaml</c> with which they are found.</param>
    private sealed record Expected(
        Guid Tenant,
        IReadOnlyList<string> EmergencyAccounts,
        string Configuration,
        IReadOnlyList<PlantedViolation> Findings
    );
}
