using System.Collections.Frozen;
using System.Text.Json;

namespace PimAudit.Model;

/// <summary>Resource actions that let their holder become somebody else, or raise himself.</summary>
/// <remarks>
/// Source: Microsoft Learn, "Microsoft Entra built-in roles", as of the date in <c>sensitive-actions.json</c>: actions with
/// the label PRIVILEGED, and some without it that give roles, credentials, consent or the rules of sign-in. Graph v1.0 does
/// not tell which actions are privileged.
/// </remarks>
public static class SensitiveActions
{
    /// <summary>How custom roles write an action that reaches only applications registered for one tenant.</summary>
    private const string OneTenant = ".myOrganization/";

    /// <summary>Consent for the whole tenant, by whatever app consent policy stands behind it: custom roles name one of their own.</summary>
    private const string ConsentForAll = "microsoft.directory/servicePrincipals/managePermissionGrantsForAll.";

    private static readonly JsonDocument Document = Read();

    /// <summary>The day on which the list was made.</summary>
    public static DateOnly AsOf { get; } =
        DateOnly.Parse(
            Document.RootElement.GetProperty("asOf").GetString()!,
            System.Globalization.CultureInfo.InvariantCulture
        );

    /// <summary>Such as <c>microsoft.directory/users/password/update</c>; case does not matter.</summary>
    public static FrozenSet<string> All { get; } =
        Actions("privileged").Concat(Actions("alsoSensitive")).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// True for an action of the list, for its form that reaches single-tenant applications only, and for consent for
    /// everybody by any policy.
    /// </summary>
    public static bool Includes(string action) =>
        action.StartsWith(ConsentForAll, StringComparison.OrdinalIgnoreCase)
        || All.Contains(action)
        || All.Contains(action.Replace(OneTenant, "/", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Actions(string list) =>
        Document.RootElement.GetProperty(list).EnumerateArray().Select(action => action.GetString()!);

    private static JsonDocument Read()
    {
        using var stream =
            typeof(SensitiveActions).Assembly.GetManifestResourceStream("PimAudit.Model.Roles.sensitive-actions.json")
            ?? throw new InvalidOperationException("The list of sensitive actions is not in the assembly.");
        return JsonDocument.Parse(stream);
    }
}
