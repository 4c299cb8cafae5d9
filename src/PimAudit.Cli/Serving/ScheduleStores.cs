using System.Data.Common;
using Microsoft.Data.Sqlite;
using PimAudit.Service;

namespace PimAudit.Cli;

/// <summary>Where the schedule is kept, by where the history is.</summary>
internal static class ScheduleStores
{
    private const string FileName = "schedule.db";

    /// <summary>On the server of the history, in tables of its own; or in a file beside that of the history.</summary>
    /// <param name="connection">Of the history; its file is absolute.</param>
    public static ScheduleStore Of(string connection)
    {
        var words = new DbConnectionStringBuilder { ConnectionString = connection };
        if (words.ContainsKey("Host"))
            return new(IsPostgreSql: true, connection);
        var file = new[] { "Data Source", "DataSource", "Filename" }
            .Select(word => words.TryGetValue(word, out var value) ? value as string : null)
            .First(value => value is not null)!;
        return new(
            IsPostgreSql: false,
            new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, FileName),
            }.ConnectionString
        );
    }
}
