using System.Collections.Frozen;
using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Facts;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document;

/// <summary>What the sections of a report are made from.</summary>
internal sealed class ReportSource(AuditResult result, ReportFacts facts)
{
    private readonly FrozenDictionary<string, RuleResult> rules = result
        .Rules.DistinctBy(rule => rule.Id, StringComparer.Ordinal)
        .ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal);

    private readonly FrozenDictionary<SnapshotParts, string> requests = result
        .Coverage.DistinctBy(row => row.Part)
        .ToFrozenDictionary(row => row.Part, row => row.Request);

    private Principals? principals;
    private FindingsAbout? about;
    private FindingWays? ways;

    public AuditResult Result => result;
    public ReportFacts Facts => facts;

    /// <summary>Name of the primary profile.</summary>
    public string Profile => result.Profiles is [var first, ..] ? first.Name : "none";

    /// <summary>Heaviest first.</summary>
    public ImmutableArray<Finding> Open { get; } = Outcomes.Ranked(Outcomes.Open(result));

    public Principals Principals => principals ??= new(result);
    public FindingsAbout About => about ??= new(result);
    public FindingWays Ways => ways ??= new(result, Principals);

    public RuleResult? Rule(string id) => rules.GetValueOrDefault(id);

    /// <summary>The request that brought a part; empty where none is recorded.</summary>
    public string Request(SnapshotParts part) => requests.GetValueOrDefault(part, "");
}

/// <summary>Anchors of the sections.</summary>
internal static class Anchors
{
    public const string Summary = "summary";
    public const string Contents = "contents";
    public const string Scope = "scope";
    public const string HighestRoles = "highest-roles";
    public const string Architecture = "architecture";
    public const string Findings = "findings";
    public const string RoleSettings = "role-settings";
    public const string Emergency = "emergency-access";
    public const string Waivers = "waivers";
    public const string Changes = "changes";
    public const string Reviews = "reviews";
    public const string Coverage = "coverage";
    public const string Controls = "controls";
    public const string SignOff = "sign-off";

    public static string Rule(string id) => $"rule-{string.Concat(id.Where(char.IsAsciiLetterOrDigit))}";
}
