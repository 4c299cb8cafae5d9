using System.Data.Common;
using PimAudit.History;

namespace PimAudit.Cli;

/// <summary>Opens the history that the configuration names.</summary>
internal static class HistoryAccess
{
    private static readonly string[] PathWords = ["Data Source", "DataSource", "Filename"];

    /// <returns>Null when none is configured.</returns>
    /// <exception cref="Failure">Its connection string is not where the configuration says.</exception>
    /// <exception cref="HistoryException">It cannot be used.</exception>
    public static async Task<HistoryDatabase?> OpenAsync(
        Settings settings,
        Surroundings surroundings,
        CancellationToken cancellation
    ) =>
        settings.History is { } history
            ? await HistoryDatabase.OpenAsync(
                ConnectionOf(history, settings, surroundings),
                surroundings.Time,
                cancellation
            )
            : null;

    /// <exception cref="Failure">None is configured.</exception>
    public static async Task<HistoryDatabase> OpenNeededAsync(
        Settings settings,
        Surroundings surroundings,
        CancellationToken cancellation
    ) =>
        await OpenAsync(settings, surroundings, cancellation)
        ?? throw new Failure(
            ExitCode.Usage,
            "No history is configured.",
            settings.File is { } file
                ? $"{file} has no 'history:'."
                : "There is no configuration, and PIMAUDIT_HISTORY is not set.",
            "Nothing was read and nothing was written.",
            "Write 'history: { connection: \"Data Source=history.db\" }' into pimaudit.yaml, or set PIMAUDIT_HISTORY."
        );

    /// <summary>The connection string; its file is absolute.</summary>
    /// <exception cref="Failure">It is not where the configuration says.</exception>
    public static string ConnectionOf(HistorySettings history, Settings settings, Surroundings surroundings)
    {
        var folder = Path.GetDirectoryName(settings.File) is { Length: > 0 } beside ? beside : surroundings.Folder;
        var connection = history.Connection ?? Kept(history.Reference!, folder, surroundings);
        return At(connection, folder);
    }

    /// <summary>A path in a connection string lies beside the file that names it.</summary>
    private static string At(string connection, string folder)
    {
        try
        {
            var words = new DbConnectionStringBuilder { ConnectionString = connection };
            foreach (var word in PathWords)
                if (
                    words.TryGetValue(word, out var path)
                    && path is string { Length: > 0 } text
                    && !text.StartsWith(':')
                    && !text.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
                )
                    words[word] = Path.GetFullPath(text, Path.GetFullPath(folder));
            return words.ConnectionString;
        }
        catch (ArgumentException)
        {
            return connection;
        }
    }

    private static string Kept(SecretReference reference, string folder, Surroundings surroundings)
    {
        var (connection, problem) = Secrets.Read(reference, folder, surroundings.Variable);
        return connection ?? throw Missing(problem!);
    }

    private static Failure Missing(string seen) =>
        new(
            ExitCode.Usage,
            "The connection string of the history cannot be read.",
            seen,
            "Nothing was read from a tenant and nothing was written.",
            "Set the variable, or correct the path of the file, that history.connection names."
        );
}
