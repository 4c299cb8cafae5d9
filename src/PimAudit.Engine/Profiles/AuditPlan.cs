using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>A rule as it will run.</summary>
/// <param name="Severity">Replaces the rule's ladder; null keeps it.</param>
/// <param name="Source">Replaces the rule's source; null keeps it.</param>
public sealed record PlannedRule(IRule Rule, bool IsOn, Severity? Severity, ParameterValues Parameters, string? Source)
{
    /// <summary>What another source asks instead; null where none is known to differ.</summary>
    public string? Differs { get; init; }

    public string Id => Rule.Info.Id;

    /// <summary>The fault.</summary>
    public string Name => Rule.Name;
}

/// <summary>Everything that judging needs beside the snapshot, checked as a whole.</summary>
/// <param name="Rules">By id.</param>
/// <param name="Waivers">Their rule as an id.</param>
/// <param name="ConfigurationHash">SHA-256 of the effective configuration, 64 hex digits.</param>
public sealed record AuditPlan(
    ImmutableArray<PlannedRule> Rules,
    Profile Profile,
    RoleTiers Roles,
    ImmutableArray<string> EmergencyAccounts,
    ImmutableArray<Waiver> Waivers,
    ImmutableSortedDictionary<string, string> Owners,
    string ConfigurationHash
)
{
    /// <summary>Who is asked in a review, by id of a principal, a group, a role or a scope; goes before <see cref="Owners"/>.</summary>
    public ImmutableSortedDictionary<string, string> Reviewers { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Plans of further profiles. They add columns and decide nothing.</summary>
    public ImmutableArray<AuditPlan> Further { get; init; } = [];

    /// <summary>Controls of other frameworks that the rules' outcomes are evidence for.</summary>
    public ImmutableArray<ControlMapping> Controls { get; init; } = [];

    /// <returns>The plan, and what cannot be meant; a plan with problems must not be used.</returns>
    public static (AuditPlan Plan, ImmutableArray<ConfigurationProblem> Problems) Make(
        IEnumerable<IRule> rules,
        Profile profile,
        AuditConfiguration configuration
    )
    {
        var planner = new Planner([.. rules], profile, configuration);
        return (planner.Plan(), planner.Problems);
    }

    /// <summary>
    /// As <see cref="Make"/> for a profile that only adds columns: what it states goes before the configuration, so that its
    /// column says what the profile says.
    /// </summary>
    public static (AuditPlan Plan, ImmutableArray<ConfigurationProblem> Problems) MakeFurther(
        IEnumerable<IRule> rules,
        Profile profile,
        AuditConfiguration configuration
    )
    {
        var planner = new Planner([.. rules], profile, configuration) { IsFurther = true };
        return (planner.Plan(), planner.Problems);
    }
}
