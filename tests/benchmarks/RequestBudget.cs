using System.Globalization;
using PimAudit.Collect;
using PimAudit.GraphEmulator;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Benchmarks;

/// <summary>Counts the HTTP calls of a collection against what they should be; a <c>$batch</c> is one call.</summary>
internal static class RequestBudget
{
    private const double Most = 1.2;

    /// <returns>0 within 1.2 times the budget and read completely, for every size; else 1.</returns>
    public static async Task<int> RunAsync()
    {
        var kept = true;
        foreach (var size in new[] { TenantSize.Small, TenantSize.Typical, TenantSize.Large })
        foreach (var planted in new[] { false, true })
            kept &= await MeasureAsync(size, planted);
        return kept ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(TenantSize size, bool planted)
    {
        var generated = GeneratedTenant.Make(size, seed: 1, planted: planted);
        await using var graph = await GraphEmulatorServer.StartAsync(generated.Tenant);
        using var connection = new GraphConnection(new(graph.BaseAddress), new StaticToken(graph.AccessToken));
        var options = new CollectionOptions
        {
            ToolVersion = "benchmark",
            EmergencyAccounts = generated.EmergencyAccounts,
            IsPaced = false,
        };
        var snapshot = await new TenantCollector(
            connection,
            options,
            new ImpatientTime(generated.Tenant.Now)
        ).CollectAsync(progress: null, CancellationToken.None);

        var calls = graph.Requests.Where(request => !request.IsInner).ToList();
        var pages = calls.Count(IsFurtherPage);
        var audits = calls.Count(IsAudit);
        var reports = calls.Count(IsRegistration);
        var budget = Budget.Of(snapshot);
        var rest = calls.Count - pages - audits - reports;
        var allowedAudits = Math.Max(
            1,
            (int)Math.Ceiling(snapshot.Collection[SnapshotParts.AuditEvents].Rows / 1000.0)
        );
        var incomplete = snapshot.Collection.Parts.Count(part =>
            part.Status is not (PartStatus.Complete or PartStatus.Partial or PartStatus.NotAsked)
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{size} {(planted ? "planted" : "compliant"), -9}: {calls.Count} calls = {rest} of {budget.Calls:0.0} ({rest / budget.Calls:0.00}) + {pages} further pages + {reports} of registrations + {audits} of audits for {allowedAudits} thousand; {budget}; incomplete parts: {incomplete}"
            )
        );
        return rest <= Most * budget.Calls && audits <= Most * allowedAudits + 2 && incomplete == 0;
    }

    private static bool IsFurtherPage(RecordedRequest request) =>
        request.PathAndQuery.Contains("skiptoken", StringComparison.Ordinal)
        && !IsAudit(request)
        && !IsRegistration(request);

    private static bool IsAudit(RecordedRequest request) =>
        request.PathAndQuery.Contains("/auditLogs/", StringComparison.Ordinal);

    private static bool IsRegistration(RecordedRequest request) =>
        request.PathAndQuery.Contains("/userRegistrationDetails", StringComparison.Ordinal);
}
