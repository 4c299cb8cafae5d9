namespace PimAudit.Reports.Excel;

/// <summary>By what a returned review is recognised: defined names of single cells on its cover, and of its tables.</summary>
public static class ReviewNames
{
    /// <summary>Name of the review, as issued.</summary>
    public const string Review = "ReviewName";

    /// <summary>Last day, a date.</summary>
    public const string DueOn = "ReviewDueOn";

    /// <summary>Whose rows these are; blank where the workbook holds every row.</summary>
    public const string Reviewer = "ReviewReviewer";

    /// <summary>Tenant id.</summary>
    public const string Tenant = "ReviewTenant";

    /// <summary>Id of the run whose paths are asked about.</summary>
    public const string Run = "ReviewRun";

    /// <summary>SHA-256 of that run's <c>result.json</c>.</summary>
    public const string Result = "ReviewResult";

    /// <summary>The first table, head included; further ones, where a sheet is full, have 2, 3 and so on at the end.</summary>
    public const string Table = "AccessReview";

    /// <summary>Head of the column by which a row is found again: <see cref="Model.AccessRow.Key"/>.</summary>
    public const string RowKey = Model.ReviewColumns.RowKey;

    /// <summary>For rows for which the configuration names nobody.</summary>
    public const string Unassigned = Model.ReviewColumns.Unassigned;
}
