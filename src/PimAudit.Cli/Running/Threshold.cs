using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>The severity from which on open findings make a run fail.</summary>
/// <param name="Severity">Null: no finding does.</param>
internal sealed record Threshold(Severity? Severity)
{
    public static readonly Threshold Default = new(Model.Severity.High);
    public static readonly Threshold Never = new(Severity: null);

    /// <summary><c>none</c> or a severity; null for any other word.</summary>
    public static Threshold? Parse(string text) =>
        string.Equals(text, "none", StringComparison.OrdinalIgnoreCase) ? Never
        : SeverityWord.Parse(text) is { } severity ? new(severity)
        : null;

    /// <param name="isCompared">There was a baseline: what it accepts fails nothing.</param>
    public bool IsReachedBy(Finding finding, bool isCompared) =>
        Severity is { } limit
        && finding.Severity >= limit
        && (finding.Status is FindingStatus.New || (finding.Status is FindingStatus.Open && !isCompared));
}
