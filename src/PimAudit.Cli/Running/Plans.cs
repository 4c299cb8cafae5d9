using PimAudit.Engine;
using PimAudit.Rules;

namespace PimAudit.Cli;

/// <summary>Makes the plan of a run from its settings.</summary>
internal static class Plans
{
    /// <exception cref="Failure">Profile or configuration cannot be meant.</exception>
    public static AuditPlan Make(Settings settings)
    {
        var profile = ProfileFile.Load(settings.Profile);
        var rules = Catalogue.All.Concat(OwnRuleSet.Of(settings).Rules);
        var (plan, problems) = AuditPlan.Make(rules, profile, settings.Audit);
        if (problems.IsEmpty)
            return plan;

        var issues = problems.Select(problem => ConfigurationIssue.From(problem, settings.Root));
        throw SettingsFile.Bad(settings.File ?? $"of profile {profile.Name}", string.Join("\n", issues));
    }
}
