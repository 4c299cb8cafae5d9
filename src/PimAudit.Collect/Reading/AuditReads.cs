using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Reads of what PIM wrote into the audit log.</summary>
internal sealed class AuditReads(Questions ask)
{
    /// <summary>What every list of Graph takes; a limit of the log is not documented.</summary>
    private const int LongestPage = 999;

    /// <summary>Category of Azure resources, which are not judged.</summary>
    private const string OfAzure = "ResourceManagement";

    /// <param name="from">UTC, included.</param>
    /// <param name="until">UTC, not included; the log filters by "at or before" only, down to 100 ns.</param>
    /// <param name="most">Reading stops when there are more rows.</param>
    public ListRead<AuditRow, PimEvent> Between(DateTimeOffset from, DateTimeOffset until, int most) =>
        new(
            ask.Of(
                SnapshotParts.AuditEvents,
                ask.Graph.AuditLogs.DirectoryAudits.ToGetRequestInformation(request =>
                {
                    request.QueryParameters.Filter =
                        $"loggedByService eq 'PIM' and activityDateTime ge {Moment(from)} and activityDateTime le {Moment(until.AddTicks(-1))}";
                    request.QueryParameters.Top = LongestPage;
                })
            ),
            GraphJson.Default.Audits,
            row => row.ToModel()
        )
        {
            Keeps = row => !Spelling.Same(row.Category, OfAzure),
            IsEnough = rows => rows.Count > most,
        };

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
