using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Tests.Excel;

/// <summary>A result in which every text that can come from a tenant, a waiver or Graph is the same hostile one.</summary>
internal static class Hostile
{
    public static AuditResult Everywhere(string text)
    {
        var sample = SampleResult.Named(text);
        return sample with
        {
            Tenant = sample.Tenant with { DefaultDomain = text },
            Profiles = [.. sample.Profiles.Select(profile => profile with { Title = text })],
            Findings = [.. sample.Findings.Select(finding => Of(finding, text))],
            Access = [.. sample.Access.Select(row => row with { Scope = row.Scope with { DisplayName = text } })],
            Groups = [.. sample.Groups.Select(row => row with { Kind = text, Grants = Of(row.Grants, text) })],
            RoleSettings =
            [
                .. sample.RoleSettings.Select(row => row with { Value = text, Expected = text, Setting = text }),
            ],
            EmergencyAccounts =
            [
                .. sample.EmergencyAccounts.Select(row =>
                    row with
                    {
                        Entry = text,
                        Account = row.Account is null ? null : row.Account with { DisplayName = text },
                        Checks = [.. row.Checks.Select(check => check with { Check = text, Value = text })],
                    }
                ),
            ],
            Waivers =
            [
                .. sample.Waivers.Select(row => row with { Reason = text, ApprovedBy = text, Targets = [text] }),
            ],
            Rules = [.. sample.Rules.Select(rule => Of(rule, text))],
            Coverage =
            [
                .. sample.Coverage.Select(row =>
                    row with
                    {
                        Request = text,
                        Permission = text,
                        Detail = text,
                        Cure = text,
                        Gaps = [new ObjectGap(text, MissingReason.Throttled, text)],
                    }
                ),
            ],
            Snapshot = sample.Snapshot with
            {
                Collection = sample.Snapshot.Collection with
                {
                    Identity = text,
                    Permissions = [text],
                    Notes = [text],
                    Endpoint = text,
                },
            },
        };
    }

    private static Finding Of(Finding finding, string text) =>
        finding with
        {
            Title = text,
            Subject = finding.Subject with { Id = text },
            Scope = text,
            Observed = text,
            Expected = text,
            Why = text,
            Source = text,
            Evidence = [new Evidence(SnapshotParts.ActiveAssignments, text)],
            Fix = new Fix([text, text], text),
        };

    private static ImmutableArray<GroupGrantRow> Of(ImmutableArray<GroupGrantRow> grants, string text) =>
        [
            .. grants.Select(grant =>
                grant with
                {
                    Role = grant.Role with { DisplayName = text },
                    Scope = grant.Scope with { DisplayName = text },
                }
            ),
        ];

    private static RuleResult Of(RuleResult rule, string text) =>
        rule with
        {
            Name = text,
            Title = text,
            Practice = text,
            Profile = text,
            Detail = text,
            Source = text,
            Parameters = ImmutableSortedDictionary<string, string>.Empty.Add("limit", text),
            Blind =
            [
                new BlindSubject(
                    new ObjectRef(ObjectKind.Group, text, text),
                    SnapshotParts.GroupMembers,
                    MissingReason.Throttled,
                    text
                ),
            ],
        };
}
