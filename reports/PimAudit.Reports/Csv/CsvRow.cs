using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Csv;

/// <summary>One line of the file: a finding, or something that could not be seen. Null is an empty field.</summary>
/// <param name="Kind"><c>finding</c>, <c>notEvaluated</c> (a rule), <c>blind</c> (a rule and a subject), <c>notRead</c> (a part).</param>
internal sealed record CsvRow(string Kind)
{
    public static readonly ImmutableArray<(string Name, Func<CsvRow, string?> Value)> Columns =
    [
        ("kind", row => row.Kind),
        ("ruleId", row => row.RuleId),
        ("ruleName", row => row.RuleName),
        ("severity", row => row.Severity),
        ("status", row => row.Status),
        ("subjectKind", row => row.Subject is { } subject ? Word(subject.Kind) : null),
        ("subjectId", row => row.Subject?.Id),
        ("subjectName", row => row.Subject?.DisplayName),
        ("roleId", row => row.Role?.Id),
        ("roleName", row => row.Role?.DisplayName),
        ("scope", row => row.Scope),
        ("title", row => row.Title),
        ("observed", row => row.Observed),
        ("expected", row => row.Expected),
        ("why", row => row.Why),
        ("fix", row => row.Fix),
        ("fixCommand", row => row.FixCommand),
        ("owner", row => row.Owner),
        ("waivedUntil", row => row.WaivedUntil),
        ("baselinedAs", row => row.BaselinedAs),
        ("source", row => row.Source),
        ("identity", row => row.Identity),
        ("evidence", row => row.Evidence),
        ("fingerprint", row => row.Fingerprint),
        ("profile", row => row.Profile),
    ];

    public string? RuleId { get; init; }
    public string? RuleName { get; init; }
    public string? Severity { get; init; }
    public string? Status { get; init; }
    public ObjectRef? Subject { get; init; }
    public ObjectRef? Role { get; init; }
    public string? Scope { get; init; }
    public string? Title { get; init; }
    public string? Observed { get; init; }
    public string? Expected { get; init; }
    public string? Why { get; init; }
    public string? Fix { get; init; }
    public string? FixCommand { get; init; }
    public string? Owner { get; init; }
    public string? WaivedUntil { get; init; }
    public string? BaselinedAs { get; init; }
    public string? Source { get; init; }
    public string? Identity { get; init; }
    public string? Evidence { get; init; }
    public string? Fingerprint { get; init; }
    public string? Profile { get; init; }

    public static CsvRow Of(Finding finding) =>
        new("finding")
        {
            RuleId = finding.RuleId,
            RuleName = finding.RuleName,
            Severity = Word(finding.Severity),
            Status = finding.NotConfirmed is null ? Word(finding.Status) : "openNotConfirmed",
            Subject = finding.Subject,
            Role = finding.Role,
            Scope = finding.Scope,
            Title = finding.Title,
            Observed = finding.Observed,
            Expected = finding.Expected,
            Why = finding.NotConfirmed is { } doubt ? $"{finding.Why} {doubt}" : finding.Why,
            Fix = string.Join(" | ", finding.Fix.Steps),
            FixCommand = finding.Fix.Command?.Replace("\n", "; ", StringComparison.Ordinal),
            Owner = finding.Owner,
            WaivedUntil = finding.WaivedUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            BaselinedAs = finding.BaselinedAs is { } before ? Word(before) : null,
            Source = finding.Source,
            Identity = string.Join(" | ", finding.Identity.Select(part => part.Key)),
            Evidence = string.Join(" | ", finding.Evidence.Select(row => $"{Word(row.Part)} {row.Id}")),
            Fingerprint = finding.Fingerprint,
            Profile = finding.Profile,
        };

    public static CsvRow NotEvaluated(RuleResult rule) =>
        Of("notEvaluated", rule) with
        {
            Title = $"{rule.Title}: not evaluated",
            Observed = Unseen.Why(rule),
        };

    public static CsvRow Blind(RuleResult rule, BlindSubject blind) =>
        Of("blind", rule) with
        {
            Subject = blind.Subject,
            Title = $"{rule.Title}: could not be judged for {blind.Subject.Label}",
            Observed = $"{PartNames.Of(blind.Part)}: {Words.Reason(blind.Reason)}. {blind.Detail}",
        };

    public static CsvRow NotRead(CoverageRow row) =>
        new("notRead")
        {
            Status = Word(row.Status),
            Subject = new(ObjectKind.Part, Word(row.Part), PartNames.Of(row.Part)),
            Title = $"{PartNames.Of(row.Part)} could not be read in full",
            Observed = Unseen.Why(row),
            Fix = row.Cure,
            Source = row.Request,
        };

    private static CsvRow Of(string kind, RuleResult rule) =>
        new(kind)
        {
            RuleId = rule.Id,
            RuleName = rule.Name,
            Severity = Word(rule.Severity),
            Status = Word(rule.Outcome),
            Source = rule.Source,
            Profile = rule.Profile,
        };

    private static string Word(Enum value)
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
