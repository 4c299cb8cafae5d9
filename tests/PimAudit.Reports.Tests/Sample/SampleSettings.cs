using System.Collections.Immutable;
using PimAudit.Model;
using static PimAudit.Reports.Tests.SampleIds;

namespace PimAudit.Reports.Tests;

/// <summary>Role settings, emergency accounts and waivers of the invented tenant.</summary>
internal static class SampleSettings
{
    public static ImmutableArray<RoleSettingRow> Rows { get; } =
    [
        .. Meeting(GlobalAdmin, access: null, approval: "required"),
        .. Meeting(RoleAdmin, access: null, approval: "required"),
        .. Changed(
            Meeting(ExchangeAdmin, access: null, approval: "not required"),
            "longestActivation",
            row =>
                row with
                {
                    Value = "10 h 30 min",
                    Verdict = SettingVerdict.Deviates,
                    RuleId = "PIM204",
                    Severity = Severity.Medium,
                }
        ),
        .. Meeting(SecurityAdmin, access: null, approval: "not required"),
        .. Meeting(HelpdeskAdmins, GroupAccess.Member, approval: "not required"),
        .. Changed(
            Meeting(TenantOperations, GroupAccess.Member, approval: "required"),
            "approval",
            row =>
                row with
                {
                    Value = "not required",
                    Verdict = SettingVerdict.Deviates,
                    RuleId = "PIM203",
                    Severity = Severity.High,
                }
        ),
        .. Meeting(TenantOperations, GroupAccess.Owner, approval: "")
            .Select(row => row with { Value = null, Verdict = SettingVerdict.Unknown, RuleId = null }),
        .. Meeting(UserAdmin, access: null, approval: "not required")
            .Select(row => row with { Verdict = SettingVerdict.NotJudged, Expected = null, RuleId = null }),
    ];

    public static ImmutableArray<EmergencyAccountRow> EmergencyAccounts { get; } =
    [
        Account("emergency-access-1", "set up as recommended", RuleOutcome.Pass),
        Account("emergency-access-2", "licensed mailbox", RuleOutcome.Fail),
        new(
            "break-glass-3@contoso.example",
            Account: null,
            [new("Is in the tenant", RuleOutcome.NotEvaluated, "Graph answered 403.")]
        ),
    ];

    public static ImmutableArray<WaiverRow> Waivers { get; } =
    [
        new(
            "PIM608",
            [Application("hr-provisioning").Id, UserAdmin.Id],
            "Provisioning from the personnel system; reviewed every quarter.",
            "noor.fairlie@contoso.example",
            new DateOnly(2027, 3, 31),
            DaysLeft: 181,
            WaiverState.Used,
            IsBroad: false,
            Covered: 1
        ),
        new(
            "PIM105",
            [User("Piet Achterberg").Id],
            "Migration until the end of September.",
            "jorun.wexley@contoso.example",
            new DateOnly(2026, 9, 30),
            DaysLeft: -1,
            WaiverState.Expired,
            IsBroad: true,
            Covered: 0
        ),
    ];

    private static EmergencyAccountRow Account(string name, string shape, RuleOutcome outcome) =>
        new(
            User(name).Id,
            User(name),
            [
                new("Global Administrator, permanent", RuleOutcome.Pass, "assigned directly, without end"),
                new("Outside PIM", RuleOutcome.Pass, "no eligibility"),
                new("Shape", outcome, shape),
            ]
        );

    private static IEnumerable<RoleSettingRow> Changed(
        IEnumerable<RoleSettingRow> rows,
        string setting,
        Func<RoleSettingRow, RoleSettingRow> change
    ) => rows.Select(row => string.Equals(row.Setting, setting, StringComparison.Ordinal) ? change(row) : row);

    private static IEnumerable<RoleSettingRow> Meeting(ObjectRef owner, GroupAccess? access, string approval) =>
        new (string Setting, string Value, string? Expected, string? Rule)[]
        {
            ("mfa", "required", "required", "PIM201"),
            ("authenticationContext", owner == GlobalAdmin ? "c1" : "none", null, null),
            ("justification", "required", "required", "PIM202"),
            (
                "approval",
                approval,
                string.Equals(approval, "required", StringComparison.Ordinal) ? "required" : null,
                "PIM203"
            ),
            ("approvers", "2", "at least 2", "PIM207"),
            ("ticket", "not required", null, null),
            ("longestActivation", "8 h", "at most 8 h", "PIM204"),
            ("permanentEligible", "not allowed", "not allowed", "PIM216"),
            ("permanentActive", "not allowed", "not allowed", "PIM215"),
        }.Select(cell => new RoleSettingRow(
            owner,
            access,
            owner == GlobalAdmin || owner == RoleAdmin ? RoleTier.HighlyPrivileged : RoleTier.Privileged,
            cell.Setting,
            cell.Value,
            cell.Expected,
            cell.Expected is null ? SettingVerdict.NotJudged : SettingVerdict.Meets,
            cell.Rule,
            Severity: null
        ));
}
