using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;

namespace PimAudit.Reports.Excel.Facts;

/// <summary>What is known of the use of a path, never more than that.</summary>
internal static class UseText
{
    /// <summary>Nothing has to be activated.</summary>
    public const string Standing = "standing";

    public const string NoneSeen = "none seen";

    public const string NoneOnRecord = "none on record";

    /// <summary>A review looks back over a quarter, the longest one.</summary>
    private const int Quarter = 92;

    /// <summary>Something on the path must be activated, or has been.</summary>
    public static bool IsActivated(AccessRow row) =>
        row.Hops.Any(hop => hop.State is HopState.Eligible or HopState.Activated);

    /// <summary>Null where nothing is activated, or where it is not known.</summary>
    public static int? Activations(AccessRow row) => row.Use?.Activations;

    public static CellValue Last(AccessRow row) =>
        !IsActivated(row) ? Cell.Text(row.State is HopState.Unknown ? Cell.NotRead : Standing)
        : Activations(row) is not { } count ? Cell.Unknown
        : count == 0 ? Cell.Text(NoneSeen)
        : row.Use?.LastActivation is { } last ? Cell.Date(last)
        : Cell.Unknown;

    public static CellValue Count(AccessRow row) =>
        IsActivated(row) ? Cell.Figure(Activations(row))
        : row.State is HopState.Unknown ? Cell.Unknown
        : Cell.Blank;

    public static CellValue Covered(AccessRow row) =>
        row.Use?.Covered is { } covered ? Cell.Text(Days(covered)) : Cell.Unknown;

    public static CellValue SignIn(AccessRow row) =>
        row.Use is not { SignInRead: true } use ? Cell.Unknown
        : use.LastSignIn is { } last ? Cell.Date(last)
        : Cell.Text(NoneOnRecord);

    /// <summary>Such as <c>30 of 92 days</c>.</summary>
    public static string Days(TimeSpan covered) =>
        FormattableString.Invariant($"{Math.Min((int)covered.TotalDays, Quarter)} of {Quarter} days");
}
