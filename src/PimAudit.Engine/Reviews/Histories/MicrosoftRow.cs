using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>A decision of Microsoft's report that can answer something.</summary>
/// <param name="At">UTC.</param>
/// <param name="Answer">As it answers each path that it is about.</param>
internal sealed record MicrosoftRow(
    ReturnedTableRow Row,
    string Principal,
    string Resource,
    DateTimeOffset At,
    ReviewAnswer Answer
);
