using PimAudit.Model;

namespace PimAudit.Service;

/// <summary>A run that may be news to somebody.</summary>
/// <param name="Result">Compared already with baseline and earlier runs.</param>
/// <param name="Verdict">As the reports say it; no names.</param>
public sealed record RunNews(AuditResult Result, string Verdict)
{
    /// <summary>The run before; null when there was none, or only its summary is known.</summary>
    public AuditResult? Previous { get; init; }

    /// <summary>What the fleet's list calls the tenant; null without a list.</summary>
    public string? Alias { get; init; }

    /// <summary>UTC; the time of the schedule; null when a person asked for the run.</summary>
    public DateTimeOffset? Slot { get; init; }

    /// <summary>There is nothing to compare with.</summary>
    public bool IsFirst => Previous is null && Result.Baseline is null && Result.Earlier.IsEmpty;
}

/// <summary>A scan without a result.</summary>
/// <param name="Tenant">Empty when nobody knew it yet.</param>
/// <param name="Slot">UTC; the time of the schedule; null when a person asked for the scan.</param>
/// <param name="At">UTC; when it was found out. Tells scans apart that have no slot.</param>
/// <param name="WhyNot">What failed, of which the first line is told; null for a missed time of which no more is known.</param>
/// <param name="IsMissed">Nobody was there to scan; else the scan was begun and failed.</param>
public sealed record ScanTrouble(Guid Tenant, DateTimeOffset? Slot, DateTimeOffset At, string? WhyNot, bool IsMissed)
{
    /// <summary>What the fleet's list calls the tenant; null without a list.</summary>
    public string? Alias { get; init; }
}
