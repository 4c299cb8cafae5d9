using PimAudit.Model;

namespace PimAudit.Reports.Tests;

/// <summary>A believable result of an invented tenant. Vary it with <c>with</c>.</summary>
internal static class SampleResult
{
    public static DateTimeOffset TakenAt => SampleIds.TakenAt;

    /// <summary>Findings of every severity, waived and new ones, blind rules, a refused and a partial part.</summary>
    public static AuditResult Contoso { get; } =
        new()
        {
            Run = new("7f3a91c2ae784aa1", "0.1.0", SampleIds.Hash("configuration"), AllowIncomplete: false),
            Tenant = new(SampleIds.Tenant, "Contoso Ltd", "contoso.example"),
            Profiles = [new("best-practices", "Microsoft Entra PIM Best Practices", SampleIds.Hash("profile"))],
            Snapshot = new(SampleIds.Hash("snapshot"), TakenAt, SampleCoverage.Collection),
            Coverage = SampleCoverage.Rows,
            Rules = SampleRules.All,
            Findings = SampleFindings.All,
            Access = SampleAccess.Rows,
            RoleSettings = SampleSettings.Rows,
            Groups = SampleAccess.Groups,
            EmergencyAccounts = SampleSettings.EmergencyAccounts,
            Waivers = SampleSettings.Waivers,
        };

    /// <summary>Judged by a second profile too, and with controls of another framework.</summary>
    public static AuditResult TwoProfiles { get; } =
        Contoso with
        {
            Profiles = [.. Contoso.Profiles, new("cis-m365", "CIS Microsoft 365", SampleIds.Hash("cis-m365"))],
            Rules = [.. Contoso.Rules.Select(rule => rule with { Controls = [.. SampleRules.ControlsOf(rule.Id)] })],
            Crosswalk = [.. Contoso.Rules.Select(SampleRules.UnderTwoProfiles)],
        };

    /// <summary>Everything was read and every rule passes.</summary>
    public static AuditResult Clean { get; } =
        Contoso with
        {
            Findings = [],
            Waivers = [],
            Coverage =
            [
                .. SampleCoverage.Rows.Select(row =>
                    row with
                    {
                        Status = PartStatus.Complete,
                        Reason = null,
                        Detail = null,
                        Gaps = [],
                        BlindRules = [],
                        Cure = null,
                    }
                ),
            ],
            Rules = [.. SampleRules.All.Select(rule => SampleRules.Passing(rule))],
            RoleSettings =
            [
                .. SampleSettings.Rows.Select(row =>
                    row with
                    {
                        Value = row.Value ?? "required",
                        Verdict = SettingVerdict.Meets,
                        RuleId = null,
                        Severity = null,
                    }
                ),
            ],
        };

    /// <summary>Nothing could be read: no rule was evaluated and there is nothing to show.</summary>
    public static AuditResult NothingEvaluated { get; } =
        Contoso with
        {
            Tenant = new(SampleIds.Tenant, DisplayName: null, DefaultDomain: null),
            Findings = [],
            Access = [],
            Groups = [],
            RoleSettings = [],
            EmergencyAccounts = [],
            Waivers = [],
            Coverage = [.. SampleCoverage.Rows.Select(SampleCoverage.Refused)],
            Rules = [.. SampleRules.All.Select(SampleRules.NotEvaluated)],
        };

    /// <summary>As many findings as asked for, of all severities in turn, each about its own person.</summary>
    public static AuditResult WithFindings(int count) =>
        Contoso with
        {
            Findings = [.. Enumerable.Range(1, count).Select(SampleFindings.Numbered)],
        };

    /// <summary>The name of a user, a group and a role is replaced wherever it stands.</summary>
    public static AuditResult Named(string name) =>
        Contoso with
        {
            Tenant = Contoso.Tenant with { DisplayName = name },
            Findings = [.. Contoso.Findings.Select(finding => SampleFindings.Renamed(finding, name))],
            Access = [.. Contoso.Access.Select(row => SampleAccess.Renamed(row, name))],
            Groups = [.. Contoso.Groups.Select(row => row with { Group = row.Group with { DisplayName = name } })],
            RoleSettings =
            [
                .. Contoso.RoleSettings.Select(row => row with { Owner = row.Owner with { DisplayName = name } }),
            ],
        };
}
