using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Reviews.Histories;

/// <summary>A row of Microsoft's report.</summary>
/// <param name="Principal">Name of a test object.</param>
/// <param name="Resource">Name of a built-in role or of a group.</param>
internal sealed record Said(string Principal, string Resource, string Result)
{
    public const string Zero = "00000000-0000-0000-0000-000000000000";
    public const string ReviewId = "6392b1a7-9c25-4844-83e5-34e23c88e16a";

    private static readonly string[] Heads =
    [
        "AccessReviewId",
        "ReviewType",
        "ResourceId",
        "ReviewName",
        "PrincipalId",
        "ReviewDate",
        "ReviewResult",
        "Justification",
        "ReviewerId",
        "ReviewerName",
        "ReviewerUPN",
        "AppliedByName",
        "AppliedByUPN",
        "AppliedDate",
        "AccessRecommendation",
    ];

    /// <summary>Cells that are not as usual, by head.</summary>
    public Dictionary<string, string> But { get; init; } = [];

    public static ReturnedTable Report(params Said[] rows) =>
        new(
            "history.csv",
            new string('c', 64),
            [.. Heads],
            [.. rows.Select((row, at) => new ReturnedTableRow(at + 2, [.. Heads.Select(row.Cell)]))]
        );

    private string Cell(string head) =>
        But.TryGetValue(head, out var other)
            ? other
            : head switch
            {
                "AccessReviewId" => ReviewId,
                "ReviewType" => "Microsoft Entra role",
                "ResourceId" => (
                    BuiltInRoles.ByTemplateId.Values.FirstOrDefault(role => role.DisplayName == Resource)?.TemplateId
                    ?? A.Id(Resource)
                ).ToString("D"),
                "ReviewName" => "Quarterly",
                "PrincipalId" => A.Id(Principal).ToString("D"),
                "ReviewDate" => "10/3/2026 2:05:00 PM",
                "ReviewResult" => Result,
                "ReviewerId" => A.Id("Zoe").ToString("D"),
                "ReviewerName" => "Zoe",
                "ReviewerUPN" => "zoe@contoso.example",
                _ => "",
            };
}
