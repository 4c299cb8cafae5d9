using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>What speaks for a role being privileged although no list says so.</summary>
internal static class PrivilegeSigns
{
    /// <param name="role">A custom role, or a built-in one that the shipped list does not know.</param>
    /// <param name="told">What Graph beta says; null when it was not asked or did not say.</param>
    /// <returns>In words; empty when nothing does.</returns>
    public static ImmutableArray<string> Of(RoleDefinition role, bool? told)
    {
        var signs = ImmutableArray.CreateBuilder<string>();
        if (told is true)
            signs.Add("Graph marks it as privileged");
        if (role.IsBuiltIn && told is not false)
            signs.Add($"built-in, and not in the list of {Day(BuiltInRoles.AsOf)}");
        var sensitive = role.Actions.Where(SensitiveActions.Includes).Order(StringComparer.Ordinal).ToList();
        if (sensitive.Count > 0)
            signs.Add($"allows {string.Join(", ", sensitive)}");
        return signs.ToImmutable();
    }

    /// <summary>The date of a shipped list.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
