using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Fleet;

/// <summary>What many tenants look like together, in words.</summary>
internal static class FleetVerdict
{
    public static string Of(FleetFacts fleet) =>
        fleet.Scanned.IsEmpty ? "Nothing could be judged"
        : fleet.NeedAction > 0 ? "Action needed"
        : (fleet.IsComplete ? "In order" : "In order as far as seen") + (fleet.Open > 0 ? ", with remarks" : "");

    /// <summary>Never left out beside the verdict.</summary>
    public static string Coverage(FleetFacts fleet) =>
        $"{Number(fleet.Scanned.Length)} of {Say.Count(fleet.RollUp.Tenants.Length, "tenant")} scanned.";

    /// <summary>Verdict with counts; the worst tenant; change; how old it is; what the roll-up cannot say.</summary>
    public static ImmutableArray<string> Sentences(FleetFacts fleet) =>
        [First(fleet), Worst(fleet), Change(fleet), Age(fleet), Unsaid(fleet)];

    private static string First(FleetFacts fleet) =>
        fleet.Scanned.IsEmpty ? "No tenant was scanned, so this roll-up makes no statement about any."
        : fleet.NeedAction == 0
            ? $"No critical or high finding is open in the {Say.Count(fleet.Scanned.Length, "tenant")} scanned."
        : $"{Number(fleet.NeedAction)} of {Say.Count(fleet.Scanned.Length, "scanned tenant")} "
            + $"{(fleet.NeedAction == 1 ? "needs" : "need")} action: {Number(fleet.Count(Severity.Critical))} critical and "
            + $"{Number(fleet.Count(Severity.High))} high findings are open.";

    private static string Worst(FleetFacts fleet) =>
        fleet.Scanned is [var worst, ..] && worst.Figures!.Open.Any(one => one.Count > 0)
            ? $"The worst is {worst.Alias}, with {Number(RollUps.Count(worst, Severity.Critical))} critical and "
                + $"{Number(RollUps.Count(worst, Severity.High))} high findings."
            : "There is no open finding to name.";

    private static string Change(FleetFacts fleet)
    {
        var compared = fleet.Scanned.Select(tenant => tenant.Figures!.Changes).OfType<ChangeTally>().ToList();
        return compared.Count == 0
            ? "No tenant was compared with an earlier run."
            : $"Against earlier runs of {Say.Count(compared.Count, "tenant")} {Number(compared.Sum(one => one.New))} findings are new "
                + $"and {Number(compared.Sum(one => one.Resolved))} were resolved.";
    }

    private static string Age(FleetFacts fleet)
    {
        if (fleet.Scanned.IsEmpty)
            return "There is no snapshot.";
        var (oldest, newest) = (
            fleet.Scanned.Min(tenant => tenant.Figures!.TakenAt),
            fleet.Scanned.Max(tenant => tenant.Figures!.TakenAt)
        );
        return string.Equals(Say.Moment(oldest), Say.Moment(newest), StringComparison.Ordinal)
            ? $"Every snapshot is of {Say.Moment(newest)}."
            : $"The snapshots are of {Say.Moment(oldest)} to {Say.Moment(newest)}.";
    }

    private static string Unsaid(FleetFacts fleet)
    {
        if (fleet.IsComplete)
            return "Every tenant was scanned, and every rule that is on was evaluated.";
        var blind = fleet.Incomplete.Length;
        var missing = fleet.NotScanned.Length;
        return (
            (missing == 0 ? "" : $"Nothing is known about {Say.Count(missing, "tenant")}. ")
            + (
                blind == 0
                    ? ""
                    : $"Evidence is missing in {Say.Count(blind, "tenant")} that {(blind == 1 ? "was" : "were")} scanned."
            )
        ).TrimEnd();
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
