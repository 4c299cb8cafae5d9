using System.Data.Common;

namespace PimAudit.Cli;

/// <summary>Where the history is.</summary>
/// <param name="Connection">As written; null where it is kept elsewhere.</param>
/// <param name="Reference">Where the connection string is kept; null where it is written down.</param>
internal sealed record HistorySettings(string? Connection, SecretReference? Reference);

/// <summary>Reads the <c>history:</c> mapping.</summary>
internal static class HistorySection
{
    private const string Key = "connection";

    public static HistorySettings? Read(YamlMap? history)
    {
        if (history is null)
            return null;

        var settings = history.IsMap(Key)
            ? new HistorySettings(Connection: null, SecretSection.Read(history, Key))
            : new(Written(history), Reference: null);
        if (!history.Keys.Contains(Key, StringComparer.Ordinal))
            history.Issue(Key, "is missing: it says where the history is");
        history.RefuseOtherKeys();
        return settings;
    }

    /// <summary>A password written down is refused, and never repeated in the message.</summary>
    private static string? Written(YamlMap history)
    {
        var text = history.Text(Key);
        if (text is not null && HoldsPassword(text))
            history.Issue(
                Key,
                "holds a password; write { variable: NAME } or { file: PATH } instead, and change that password"
            );
        return text;
    }

    /// <summary>What cannot be read as a connection string may hold one.</summary>
    private static bool HoldsPassword(string connection)
    {
        try
        {
            var words = new DbConnectionStringBuilder { ConnectionString = connection };
            return words
                .Keys!.Cast<string>()
                .Any(word =>
                    word.Contains("password", StringComparison.OrdinalIgnoreCase)
                    || string.Equals(word, "pwd", StringComparison.OrdinalIgnoreCase)
                    || string.Equals(word, "psw", StringComparison.OrdinalIgnoreCase)
                );
        }
        catch (ArgumentException)
        {
            return connection.Contains('@') || connection.Contains("pass", StringComparison.OrdinalIgnoreCase);
        }
    }
}
