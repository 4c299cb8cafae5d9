using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Names of a snapshot that are near to one that it does not hold.</summary>
internal static class KnownNames
{
    private const int MostThatHoldIt = 3;

    /// <summary>Of roles, also those that ship and that the tenant does not list.</summary>
    public static IEnumerable<string?> Roles(AccessMap map) =>
        map
            .Snapshot.Roles.Select(role => role.DisplayName)
            .Concat(BuiltInRoles.ByTemplateId.Values.Select(role => role.DisplayName));

    /// <summary>Of users and applications.</summary>
    public static IEnumerable<string?> Principals(AccessMap map) =>
        map
            .Snapshot.Users.SelectMany(user => new[] { user.DisplayName, user.UserPrincipalName })
            .Concat(map.Snapshot.ServicePrincipals.Select(one => one.DisplayName));

    public static IEnumerable<string?> Groups(AccessMap map) =>
        map.Snapshot.Groups.Concat(map.Snapshot.NamedGroups).Select(group => group.DisplayName);

    public static IEnumerable<string?> Scopes(AccessMap map) =>
        map.Snapshot.AdministrativeUnits.Select(unit => unit.DisplayName);

    /// <returns>The end of a sentence: the nearest name, else some that hold what was written; empty where there are none.</returns>
    public static string Near(string written, IEnumerable<string?> known)
    {
        var names = known.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (Nearest.Of(written, names) is { } near)
            return $" The nearest is '{Printable.Of(near)}'.";

        var holding = names
            .Where(name =>
                written.Trim().Length > 0 && name.Contains(written.Trim(), StringComparison.OrdinalIgnoreCase)
            )
            .Order(StringComparer.Ordinal)
            .Select(name => $"'{Printable.Of(name)}'")
            .ToList();
        return holding.Count switch
        {
            0 => "",
            1 => $" {holding[0]} holds it.",
            <= MostThatHoldIt => $" {string.Join(", ", holding[..^1])} and {holding[^1]} hold it.",
            var all => $" {string.Join(", ", holding.Take(MostThatHoldIt))} and {all - MostThatHoldIt} more hold it.",
        };
    }
}
