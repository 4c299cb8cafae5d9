using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Tests;

/// <summary>Rules with every outcome, at least one for each line of the document.</summary>
internal static class SampleRules
{
    private static readonly ControlReference Count = new(
        "CISA SCuBA",
        "MS.AAD.7.1v1",
        "A minimum of two users and a maximum of eight users",
        "supports evidence for",
        "https://cisa.example/aad#7.1"
    );

    /// <summary>One control that one rule judges, and one that two judge, the second in part.</summary>
    public static IEnumerable<ControlReference> ControlsOf(string ruleId) =>
        ruleId switch
        {
            "PIM109" => [Count],
            "PIM203" => [Count with { Id = "MS.AAD.7.6v1", Title = "Activation SHALL require approval." }],
            "PIM217" =>
            [
                Count with
                {
                    Id = "MS.AAD.7.6v1",
                    Title = "Activation SHALL require approval.",
                    Relation = "supports part of the evidence for",
                },
            ],
            _ => [],
        };

    /// <summary>The second profile is stricter about one rule and has no other than that and PIM109.</summary>
    public static CrosswalkRow UnderTwoProfiles(RuleResult rule)
    {
        var first = new ProfileVerdict(
            rule.Profile,
            rule.Outcome,
            rule.Severity,
            rule.Parameters,
            rule.Counts.Findings,
            rule.Counts.Blind,
            rule.Source,
            Differs: null
        );
        var second = rule.Id switch
        {
            "PIM204" => first with
            {
                Profile = "cis-m365",
                Findings = 7,
                Parameters = rule.Parameters.SetItem("maxHours", "1"),
                Source = "CIS 9.9",
                Differs = "The document says 8",
            },
            "PIM109" => first with { Profile = "cis-m365" },
            _ => first with { Profile = "cis-m365", Outcome = RuleOutcome.Off, Findings = 0 },
        };
        return new(rule.Id, rule.Name, rule.Title, Alike: rule.Id is "PIM109", [first, second]);
    }

    public static ImmutableArray<RuleResult> All { get; } =
    [
        Rule("PIM101", "PermanentActiveAssignment", "User holds a role permanently", "DONT-1", Severity.Critical, 2),
        Rule("PIM103", "PermanentMemberOfJustInTimeGroup", "Member bypasses PIM", "APP-2, DONT-1", Severity.High, 1),
        Rule("PIM105", "RoleAssignedToUser", "Role is assigned to a user", "DO-1", Severity.Medium, 2),
        Rule("PIM109", "GlobalAdministratorCount", "Too few or too many people", "ext", Severity.High, 0),
        Rule("PIM112", "ToxicCombination", "One person reaches both roles", "ext", Severity.Medium, 0) with
        {
            Outcome = RuleOutcome.NotApplicable,
        },
        Rule("PIM201", "MfaNotRequired", "Activation asks for no MFA", "DO-2", Severity.High, 0),
        Rule("PIM202", "JustificationNotRequired", "Activation asks for no reason", "DO-2", Severity.Medium, 0),
        Rule("PIM203", "ApprovalNotRequired", "Activation asks for no approval", "DO-3", Severity.High, 1),
        Rule("PIM204", "ActivationTooLong", "Activation lasts too long", "DO-4, DONT-5", Severity.Medium, 1),
        Rule("PIM205", "ActivationTooShort", "Activation is very short", "DO-4", Severity.Info, 1),
        NotEvaluated(Rule("PIM217", "OwnerSettingsWeaker", "Owner settings are weaker", "APP-2", Severity.High, 0)) with
        {
            Reason = MissingReason.Throttled,
            Detail = "Graph answered 429 six times within 4 minutes.",
        },
        Rule("PIM301", "GroupNotRoleAssignable", "Group is not role-assignable", "DONT-2, DO-1", Severity.Critical, 1),
        Rule("PIM303", "EligibleNesting", "Group is nested by eligibility", "DONT-4", Severity.Critical, 0),
        Rule("PIM304", "MixedApproachOnGroup", "Group mixes the approaches", "DONT-3", Severity.High, 0),
        Rule("PIM309", "GroupNameOffConvention", "Group name is off the convention", "CFG-1", Severity.Low, 1),
        Rule("PIM401", "TooFewEmergencyAccounts", "Too few emergency accounts", "DO-5", Severity.Critical, 0),
        NotEvaluated(Rule("PIM501", "NoAccessReview", "No access review covers it", "DO-6", Severity.High, 0)),
        NotEvaluated(Rule("PIM502", "ReviewTooRare", "Review recurs too rarely", "DO-6", Severity.Medium, 0)),
        NotEvaluated(Rule("PIM503", "ReviewOverdue", "Review is overdue", "DO-6", Severity.High, 0)),
        Rule("PIM608", "StandingWorkloadIdentity", "Application stands", "DONT-1", Severity.High, 1) with
        {
            Outcome = RuleOutcome.Waived,
            Counts = new(Judged: 2, Findings: 1, Waived: 1, Blind: 0),
        },
        Rule("PIM801", "EligibilityNeverUsed", "Eligibility is never used", "DO-6", Severity.Low, 0) with
        {
            Outcome = RuleOutcome.Off,
        },
    ];

    public static RuleResult NotEvaluated(RuleResult rule) =>
        rule with
        {
            Outcome = RuleOutcome.NotEvaluated,
            Reason = MissingReason.Permission,
            Detail = "AccessReview.Read.All is not granted.",
            Counts = new(0, 0, 0, 0),
        };

    public static RuleResult Passing(RuleResult rule) =>
        rule with
        {
            Outcome = RuleOutcome.Pass,
            Reason = null,
            Detail = null,
            Blind = [],
            Counts = new(12, 0, 0, 0),
        };

    private static RuleResult Rule(
        string id,
        string name,
        string title,
        string practice,
        Severity severity,
        int findings
    ) =>
        new(
            id,
            name,
            title,
            practice,
            "best-practices",
            severity,
            string.Equals(id, "PIM204", StringComparison.Ordinal)
                ? ImmutableSortedDictionary<string, string>.Empty.Add("maxHours", "8 h")
                : ImmutableSortedDictionary<string, string>.Empty,
            findings > 0 ? RuleOutcome.Fail : RuleOutcome.Pass,
            Reason: null,
            Detail: null,
            Blind: [],
            new(Judged: 12, findings, Waived: 0, Blind: 0),
            $"Microsoft Entra PIM Best Practices, {practice}"
        );
}
