using PimAudit.Model;

namespace PimAudit.Service;

/// <summary>What a channel asks to be told.</summary>
/// <param name="Findings">New findings from this severity on; null: none.</param>
/// <param name="CoverageLost">Something that was read before was not read.</param>
/// <param name="ScanMissed">A time of a schedule passed without a scan.</param>
/// <param name="ScanFailed">A scan ended without a result.</param>
/// <param name="ReviewOverdue">A review's last day is over, and rows of it are not decided.</param>
public sealed record NotifyOn(
    Severity? Findings,
    bool CoverageLost,
    bool ScanMissed,
    bool ScanFailed,
    bool ReviewOverdue
)
{
    public static readonly NotifyOn Default = new(Severity.High, true, true, true, true);
}
