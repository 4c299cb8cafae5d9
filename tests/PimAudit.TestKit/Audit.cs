using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.TestKit;

/// <summary>Runs one rule, or some, over a test tenant.</summary>
public static class Audit
{
    /// <summary>The lists of the shipped default profile.</summary>
    public static Profile Profile { get; } =
        new(
            "test",
            "Test",
            BeyondThePractice: true,
            MaxWaiverDays: 366,
            new(
                [WellKnownRoles.GlobalAdministrator, WellKnownRoles.PrivilegedRoleAdministrator],
                [WellKnownRoles.ExchangeAdministrator, WellKnownRoles.SharePointAdministrator],
                [WellKnownRoles.DirectorySynchronizationAccounts, WellKnownRoles.OnPremisesDirectorySyncAccount]
            ),
            ImmutableSortedDictionary<string, RuleChange>.Empty,
            new string('0', 64)
        );

    /// <param name="parameters">As a configuration writes them; several values separated by commas.</param>
    /// <exception cref="InvalidOperationException">A parameter that the rule does not accept.</exception>
    public static RuleRun With<TRule>(TenantSnapshot tenant, params (string Name, string Value)[] parameters)
        where TRule : IRule, new() => With<TRule>(tenant, [], parameters);

    /// <summary>The same in a run that was given reviews by workbook.</summary>
    /// <exception cref="InvalidOperationException">A parameter that the rule does not accept.</exception>
    public static RuleRun With<TRule>(
        TenantSnapshot tenant,
        ImmutableArray<ReviewRecord> reviews,
        params (string Name, string Value)[] parameters
    )
        where TRule : IRule, new()
    {
        var rule = new TRule();
        var values = parameters.ToImmutableSortedDictionary(
            one => one.Name,
            one =>
                one.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .ToImmutableArray(),
            StringComparer.Ordinal
        );
        var change = RuleChange.None with { Parameters = values };
        var result = Judge(
            tenant,
            AuditConfiguration.Empty with
            {
                Rules = ImmutableSortedDictionary<string, RuleChange>.Empty.Add(rule.Info.Id, change),
            },
            reviews,
            rule
        );
        return new(result.Rules.Single(), result.Findings);
    }

    /// <summary>The emergency accounts that the snapshot resolved are configured, and entries of <paramref name="configuration"/> too.</summary>
    public static AuditResult Judge(TenantSnapshot tenant, AuditConfiguration configuration, params IRule[] rules) =>
        Judge(tenant, configuration, [], rules);

    /// <summary>The same in a run that was given reviews by workbook.</summary>
    public static AuditResult Judge(
        TenantSnapshot tenant,
        AuditConfiguration configuration,
        ImmutableArray<ReviewRecord> reviews,
        params IRule[] rules
    )
    {
        var entries = tenant.EmergencyAccounts.Select(row => row.Entry).Concat(configuration.EmergencyAccounts);
        var (plan, problems) = AuditPlan.Make(
            rules,
            Profile,
            configuration with
            {
                EmergencyAccounts = [.. entries.Distinct(StringComparer.OrdinalIgnoreCase)],
            }
        );
        return problems.IsEmpty
            ? Evaluator.Evaluate(
                tenant,
                new string('f', 64),
                plan,
                new("1.0") { Reviews = [.. reviews.Select((review, at) => new KeptReview(review, $"{at}"))] }
            )
            : throw new InvalidOperationException(string.Join("; ", problems));
    }
}

/// <summary>What one rule said.</summary>
/// <param name="Findings">Waived ones included.</param>
public sealed record RuleRun(RuleResult Result, ImmutableArray<Finding> Findings)
{
    public RuleOutcome Outcome => Result.Outcome;

    public MissingReason? Reason => Result.Reason;

    /// <summary>Labels of subjects that could not be judged.</summary>
    public IEnumerable<string> Blind => Result.Blind.Select(blind => blind.Subject.Label);

    /// <summary>Labels of the subjects of findings, in their order.</summary>
    public IEnumerable<string> Subjects => Findings.Select(finding => finding.Subject.Label);

    /// <summary>Subject, observed and expected of each finding: what most tests compare.</summary>
    public IEnumerable<(string Subject, string Observed, string Expected)> Said =>
        Findings.Select(finding => (finding.Subject.Label, finding.Observed, finding.Expected));

    /// <summary>Subject and severity of each finding.</summary>
    public IEnumerable<(string Subject, Severity Severity)> Severities =>
        Findings.Select(finding => (finding.Subject.Label, finding.Severity));

    /// <summary>Keys of the identity of the only finding.</summary>
    public IEnumerable<string> Identity => Findings.Single().Identity.Select(part => part.Key);
}
