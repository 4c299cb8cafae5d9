using System.Collections.Immutable;

namespace PimAudit.Engine;

/// <summary>Lays configuration over profile over rule, and notes what does not fit.</summary>
internal sealed class Planner(ImmutableArray<IRule> rules, Profile profile, AuditConfiguration configuration)
{
    private readonly ImmutableArray<ConfigurationProblem>.Builder problems =
        ImmutableArray.CreateBuilder<ConfigurationProblem>();

    public ImmutableArray<ConfigurationProblem> Problems => problems.ToImmutable();

    /// <summary>The profile only adds columns, so what it states goes before the configuration.</summary>
    public bool IsFurther { get; init; }

    public AuditPlan Plan()
    {
        var ofProfile = ById(profile.Rules, $"profile {profile.Name}: rules");
        var ofUser = ById(configuration.Rules, "rules");
        return new(
            [
                .. rules
                    .OrderBy(rule => rule.Info.Id, StringComparer.Ordinal)
                    .Select(rule =>
                        Plan(rule, ofProfile[rule.Info.Id].Any(), [.. ChangesOf(rule.Info.Id)], Followed(rule.Info))
                    ),
            ],
            profile,
            Tiers(),
            configuration.EmergencyAccounts,
            Waivers(),
            configuration.Owners,
            ContentHash.Of(configuration, rules)
        )
        {
            Reviewers = configuration.Reviewers,
        };

        IEnumerable<RuleChange> ChangesOf(string id) =>
            IsFurther ? ofUser[id].Concat(ofProfile[id]) : ofProfile[id].Concat(ofUser[id]);

        // What is wrong with such a value is noted where it was given.
        IEnumerable<(string Name, ImmutableArray<string> Value)> Followed(RuleInfo info) =>
            from parameter in info.Parameters
            where parameter.Follows is not null
            from change in ChangesOf(parameter.Follows!)
            where change.Parameters.ContainsKey(parameter.Name)
            let value = change.Parameters[parameter.Name]
            where ParameterValues.Problem(parameter, value) is null
            select (parameter.Name, value);
    }

    private PlannedRule Plan(
        IRule rule,
        bool isListed,
        List<RuleChange> changes,
        IEnumerable<(string Name, ImmutableArray<string> Value)> followed
    )
    {
        var info = rule.Info;
        var stated = changes.LastOrDefault(change => change.Enabled is not null)?.Enabled;
        var isAsked = IsAskedBy(profile, info, isListed);
        var isOn = IsFurther ? isAsked && stated is not false : stated ?? isAsked;
        if (info.IsAboutCoverage && changes.Any(change => change.Enabled is false))
            problems.Add(new($"rules.{info.Id}.enabled", "rules about coverage cannot be switched off"));

        var parameters = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(
            StringComparer.Ordinal
        );
        foreach (var (name, value) in followed)
            parameters[name] = value;
        foreach (var (name, value) in changes.SelectMany(change => change.Parameters))
            if (Accepts(info, name, value))
                parameters[name] = value;

        return new(
            rule,
            isOn || info.IsAboutCoverage,
            changes.LastOrDefault(change => change.Severity is not null)?.Severity,
            ParameterValues.Of(info.Parameters, parameters.ToImmutable()),
            changes.LastOrDefault(change => change.Source is not null)?.Source
        )
        {
            Differs = changes.LastOrDefault(change => change.Differs is not null)?.Differs,
        };
    }

    /// <summary>Whether the profile wants the rule, before anybody switches it on or off by name.</summary>
    private static bool IsAskedBy(Profile profile, RuleInfo rule, bool isListed) =>
        profile.OnlyListed
            ? isListed
            : profile.BeyondThePractice
                || !string.Equals(rule.Practice, RuleInfo.BeyondThePractice, StringComparison.Ordinal);

    private bool Accepts(RuleInfo info, string name, ImmutableArray<string> value)
    {
        if (info.IsBroken)
            return false;

        var where = $"rules.{info.Id}.{name}";
        var parameter = info.Parameters.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.Ordinal));
        if (parameter is null)
        {
            var known = info.Parameters.Select(one => one.Name).Concat(["enabled", "severity", "source", "differs"]);
            problems.Add(new(where, "is no parameter of the rule", Nearest.Of(name, known)));
            return false;
        }

        if (ParameterValues.Problem(parameter, value) is not { } problem)
            return true;

        problems.Add(new(where, $"is '{string.Join(", ", value)}' but {problem}"));
        return false;
    }

    private ILookup<string, RuleChange> ById(ImmutableSortedDictionary<string, RuleChange> changes, string where) =>
        changes
            .Select(pair => (Id: IdOf(pair.Key, $"{where}.{pair.Key}"), Change: pair.Value))
            .Where(pair => pair.Id is not null)
            .ToLookup(pair => pair.Id!, pair => pair.Change, StringComparer.Ordinal);

    private string? IdOf(string written, string where)
    {
        var rule = rules.FirstOrDefault(rule =>
            string.Equals(rule.Info.Id, written, StringComparison.OrdinalIgnoreCase)
            || string.Equals(rule.Name, written, StringComparison.OrdinalIgnoreCase)
        );
        if (rule is not null)
            return rule.Info.Id;

        var known = rules.SelectMany(one => new[] { one.Info.Id, one.Name });
        problems.Add(new(where, $"names '{written}', which is no rule", Nearest.Of(written, known)));
        return null;
    }

    private RoleTiers Tiers() =>
        IsFurther
            ? profile.Roles
            : new(
                configuration.HighlyPrivilegedRoles ?? profile.Roles.HighlyPrivileged,
                configuration.AlsoPrivileged ?? profile.Roles.AlsoPrivileged,
                configuration.ServiceRoles ?? profile.Roles.Service
            );

    private ImmutableArray<Waiver> Waivers()
    {
        var waivers = ImmutableArray.CreateBuilder<Waiver>();
        foreach (var (at, waiver) in configuration.Waivers.Index())
        {
            var where = $"waivers[{at}]";
            if (waiver.Targets.IsEmpty)
                problems.Add(
                    new($"{where}.targets", "names nothing: a waiver without targets would cover every finding")
                );
            if (string.IsNullOrWhiteSpace(waiver.Reason))
                problems.Add(new($"{where}.reason", "is empty"));
            if (string.IsNullOrWhiteSpace(waiver.ApprovedBy))
                problems.Add(new($"{where}.approvedBy", "is empty"));
            if (IdOf(waiver.Rule, $"{where}.rule") is { } id)
                waivers.Add(waiver with { Rule = id });
        }

        return waivers.ToImmutable();
    }
}
