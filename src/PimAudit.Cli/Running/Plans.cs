using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Rules;

namespace PimAudit.Cli;

/// <summary>Makes the plan of a run from its settings.</summary>
internal static class Plans
{
    /// <exception cref="Failure">A profile or the configuration cannot be meant.</exception>
    public static AuditPlan Make(Settings settings)
    {
        var profiles = settings.Profiles.Select(ProfileFile.Load).ToImmutableArray();
        RefuseTwins(profiles, settings);
        ImmutableArray<IRule> rules = [.. Catalogue.All, .. OwnRuleSet.Of(settings).Rules];

        var (plan, problems) = AuditPlan.Make(rules, profiles[0], settings.Audit);
        var further = profiles.Skip(1).Select(one => AuditPlan.MakeFurther(rules, one, settings.Audit)).ToList();
        var all = problems.Concat(further.SelectMany(made => made.Problems)).Distinct().ToList();
        if (all.Count == 0)
            return plan with { Further = [.. further.Select(made => made.Plan)], Controls = ControlMappings.All };

        var issues = all.Select(problem => ConfigurationIssue.From(problem, settings.Root));
        throw SettingsFile.Bad(settings.File ?? $"of profile {profiles[0].Name}", string.Join("\n", issues));
    }

    /// <summary>Two columns with one heading could not be told apart.</summary>
    private static void RefuseTwins(ImmutableArray<Profile> profiles, Settings settings)
    {
        var twins = profiles.GroupBy(one => one.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
        if (twins is not null)
            throw SettingsFile.Bad(
                settings.File ?? "of this run",
                $"profile names '{string.Join("' and '", settings.Profiles)}', of which two call themselves '{twins.Key}'."
            );
    }
}
