using System.Diagnostics;
using System.Diagnostics.Metrics;
using PimAudit.Model;

namespace PimAudit.Service;

/// <summary>Figures about scans. Tenants stand in them by alias alone; nothing leaves the process unless an endpoint is configured.</summary>
internal sealed class ScanMeter : IDisposable
{
    /// <summary>Of the meter and of the source of traces.</summary>
    public const string Name = "PimAudit";

    private readonly ActivitySource source = new(Name);
    private readonly Meter meter = new(Name);
    private readonly Histogram<double> duration;
    private readonly Counter<long> requests;
    private readonly Counter<long> missed;
    private readonly Gauge<int> findings;

    public ScanMeter()
    {
        duration = meter.CreateHistogram<double>("pimaudit.scan.duration", "s", "How long an attempt at a scan took.");
        requests = meter.CreateCounter<long>("pimaudit.scan.requests", "{request}", "Requests to Microsoft Graph.");
        missed = meter.CreateCounter<long>("pimaudit.scan.missed", "{scan}", "Times of a schedule without a run.");
        findings = meter.CreateGauge<int>("pimaudit.findings", "{finding}", "Open findings of the newest run.");
    }

    public RunningScan Begin(TenantSchedule schedule, Fire fire)
    {
        var activity = source.StartActivity("scan");
        activity?.SetTag("pimaudit.tenant", schedule.Alias);
        activity?.SetTag("pimaudit.slot", fire.Slot.ToString("u", System.Globalization.CultureInfo.InvariantCulture));
        activity?.SetTag("pimaudit.attempt", fire.Attempt + 1);
        return new(this, schedule.Alias, activity);
    }

    public void Missed(TenantSchedule schedule) => missed.Add(1, Tag(schedule.Alias));

    public void Dispose()
    {
        meter.Dispose();
        source.Dispose();
    }

    private static KeyValuePair<string, object?> Tag(string alias) => new("pimaudit.tenant", alias);

    private static bool IsOpen(Finding finding) => finding.Status is FindingStatus.Open or FindingStatus.New;

    /// <summary>An attempt that is under way.</summary>
    internal sealed class RunningScan(ScanMeter owner, string alias, Activity? activity) : IDisposable
    {
        private readonly long began = Stopwatch.GetTimestamp();

        public TimeSpan Elapsed => Stopwatch.GetElapsedTime(began);

        /// <param name="outcome">Null when the scanner gave none.</param>
        public void Ended(SlotEnd end, TenantOutcome? outcome)
        {
            var word = end.ToString().ToLowerInvariant();
            activity?.SetTag("pimaudit.outcome", word);
            activity?.SetStatus(end is SlotEnd.Scanned ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
            owner.duration.Record(Elapsed.TotalSeconds, Tag(alias), new("pimaudit.outcome", word));
            if (outcome?.Result is not { } result)
                return;
            owner.requests.Add(result.Snapshot.Collection.Requests, Tag(alias));
            foreach (var severity in Enum.GetValues<Severity>())
                owner.findings.Record(
                    result.Findings.Count(finding => finding.Severity == severity && IsOpen(finding)),
                    Tag(alias),
                    new("pimaudit.severity", severity.ToString().ToLowerInvariant())
                );
        }

        public void Dispose() => activity?.Dispose();
    }
}
