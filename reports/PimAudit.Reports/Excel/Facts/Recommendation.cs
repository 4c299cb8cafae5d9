using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Excel.Facts;

/// <summary>What the findings suggest for one row of the review; the reviewer decides.</summary>
/// <param name="Word">Keep, Revoke, Change or Review.</param>
/// <param name="Reason">In a few words.</param>
internal sealed record Recommendation(string Word, string Reason)
{
    /// <param name="findings">Those that concern the row, heaviest first.</param>
    public static Recommendation For(AccessRow row, ImmutableArray<Finding> findings)
    {
        if (row.Exempt)
            return new("Keep", "declared emergency account");

        var weighty = findings.Where(finding => finding.Severity >= Severity.Medium).ToList();
        var open = weighty.Where(Outcomes.IsOpen).ToList();
        if (open.Find(finding => IsStandingOf(row, finding)) is { } standing)
            return new("Revoke", Because(standing));
        if (open is [var first, ..])
            return new("Change", Because(first));
        if (weighty is [{ WaivedUntil: { } until }, ..])
            return new("Keep", FormattableString.Invariant($"waived to {until:yyyy-MM-dd}"));
        return UseText.IsActivated(row) && row.Use is { Activations: { } seen, Covered: { } covered }
            ? OfUse(seen, UseText.Days(covered))
            : new("Review", "no finding of medium weight or above");
    }

    private static Recommendation OfUse(int seen, string covered) =>
        seen > 0 ? new("Keep", $"used; {covered} covered") : new("Review", $"{UseText.NoneSeen}, {covered} covered");

    private static bool IsStandingOf(AccessRow row, Finding finding) =>
        row.State is HopState.Standing
        && row.Band is PathBand.Certain
        && string.Equals(finding.Subject.Id, row.Principal.Id, StringComparison.Ordinal);

    private static string Because(Finding finding) => $"{finding.RuleId} {finding.RuleName}";
}
