using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Finds the roles and groups that a review concerns. Ids stand inside query texts, so the match is tolerant.</summary>
/// <remarks>A filter that is not understood makes the population unclear, so that the review covers nobody.</remarks>
internal static partial class ReviewTargets
{
    private const int LongestQuery = 4096;

    public static ImmutableArray<ReviewTarget> Of(ReviewScopeRow? scope)
    {
        if (scope is null)
            return [];

        var principals = scope.PrincipalScopes is { Length: > 0 } rows ? Principals(rows) : ReviewedPopulation.Everyone;
        return
        [
            .. new[] { scope }
                .Concat(scope.ResourceScopes ?? [])
                .SelectMany(one => Targets(one, principals))
                .Distinct()
                .OrderBy(target => target.IsRole)
                .ThenBy(target => target.Id)
                .ThenBy(target => target.Assignments),
        ];
    }

    private static IEnumerable<ReviewTarget> Targets(ReviewScopeRow scope, ReviewedPopulation principals)
    {
        var query = Plain(scope.Query);
        var population = Narrower(principals, Population(scope, query));

        foreach (Match match in RoleById().Matches(query))
            yield return Target(match, isRole: true, ReviewedAssignments.EligibleAndActive, population);
        foreach (Match match in GroupById().Matches(query))
            yield return Target(match, isRole: false, ReviewedAssignments.EligibleAndActive, population);

        if (Assignments(query) is not { } assignments)
            yield break;
        foreach (Match match in RoleInFilter().Matches(query))
            yield return Target(match, isRole: true, assignments, population);
    }

    /// <summary>Graph sends queries as they were written: with blanks, with plus signs for them, or escaped. A longer one is not understood.</summary>
    private static string Plain(string? query) =>
        query is { Length: <= LongestQuery } ? Uri.UnescapeDataString(query.Replace('+', ' ')) : "";

    private static ReviewTarget Target(Match match, bool isRole, ReviewedAssignments which, ReviewedPopulation who) =>
        new(isRole, Guid.Parse(match.Groups["id"].Value), which, who);

    private static ReviewedAssignments? Assignments(string query) =>
        query.Contains("/roleAssignmentScheduleInstances", StringComparison.OrdinalIgnoreCase)
            ? ReviewedAssignments.ActiveOnly
        : query.Contains("/roleEligibilityScheduleInstances", StringComparison.OrdinalIgnoreCase)
            ? ReviewedAssignments.EligibleOnly
        : null;

    /// <summary>Several principal scopes add up: everyone, where one of them is everyone.</summary>
    private static ReviewedPopulation Principals(ReviewScopeRow[] scopes)
    {
        var kinds = scopes
            .Select(scope => (Scope: scope, Query: Plain(scope.Query)))
            .Select(one =>
                ServicePrincipals().IsMatch(one.Query) ? ReviewedPopulation.ServicePrincipalsOnly
                : Users().IsMatch(one.Query) ? Population(one.Scope, one.Query)
                : ReviewedPopulation.Unclear
            )
            .Distinct()
            .ToList();
        return kinds.Contains(ReviewedPopulation.Everyone) ? ReviewedPopulation.Everyone
            : kinds.Count == 1 ? kinds[0]
            : ReviewedPopulation.Unclear;
    }

    private static ReviewedPopulation Narrower(ReviewedPopulation one, ReviewedPopulation other) =>
        one is ReviewedPopulation.Everyone || one == other ? other
        : other is ReviewedPopulation.Everyone ? one
        : ReviewedPopulation.Unclear;

    private static ReviewedPopulation Population(ReviewScopeRow scope, string query)
    {
        if (scope.Type?.Contains("InactiveUsers", StringComparison.OrdinalIgnoreCase) is true)
            return ReviewedPopulation.Unclear;

        var population = ReviewedPopulation.Everyone;
        foreach (var clause in Clauses(query))
            population = Narrower(population, Meaning(clause));
        return population;
    }

    private static IEnumerable<string> Clauses(string query)
    {
        var filter = Filter().Match(query);
        return filter.Success ? And().Split(filter.Groups["text"].Value).Select(Bare) : [];
    }

    private static string Bare(string clause)
    {
        var text = clause.Trim();
        while (text.StartsWith('('))
            text = text[1..].Trim();
        while (text.EndsWith("))", StringComparison.Ordinal) || (text.EndsWith(')') && !text.Contains('(')))
            text = text[..^1].Trim();
        return text;
    }

    private static ReviewedPopulation Meaning(string clause) =>
        Harmless().IsMatch(clause) ? ReviewedPopulation.Everyone
        : Guests().IsMatch(clause) ? ReviewedPopulation.GuestsOnly
        : IsServicePrincipal().IsMatch(clause) ? ReviewedPopulation.ServicePrincipalsOnly
        : ReviewedPopulation.Unclear;

    private const string Id = "(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";
    private const RegexOptions Loose =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex("/roleDefinitions/" + Id, Loose, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RoleById();

    [GeneratedRegex("/groups/" + Id, Loose, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GroupById();

    [GeneratedRegex(@"roleDefinitionId\s+eq\s+'" + Id + "'", Loose, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RoleInFilter();

    [GeneratedRegex(@"^(/v1\.0|/beta)?/users/?(\?|$)", Loose, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Users();

    [GeneratedRegex(@"^(/v1\.0|/beta)?/servicePrincipals/?(\?|$)", Loose, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ServicePrincipals();

    [GeneratedRegex(@"\$filter=(?<text>[^&]*)", Loose, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Filter();

    [GeneratedRegex(@"\s+and\s+", Loose, matchTimeoutMilliseconds: 1000)]
    private static partial Regex And();

    [GeneratedRegex(
        @"^(roleDefinitionId\s+eq\s+'[^']*'|assignmentType\s+eq\s+'Assigned'|isof\(principal,\s*'microsoft\.graph\.user'\))$",
        Loose,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Harmless();

    [GeneratedRegex(@"^userType\s+eq\s+'Guest'$", Loose, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Guests();

    [GeneratedRegex(
        @"^isof\(principal,\s*'microsoft\.graph\.servicePrincipal'\)$",
        Loose,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex IsServicePrincipal();
}
