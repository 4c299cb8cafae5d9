using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>What stands between an account and the admin centres, by one Conditional Access policy.</summary>
/// <param name="IsPassed">The account can do what is asked; null: not known.</param>
/// <param name="Text">What is asked, as it follows the policy's name.</param>
internal sealed record PolicyHurdle(bool? IsPassed, string Text)
{
    private const string TermsOfUse = "termsOfUse:";

    /// <summary>Microsoft's built-in strength: phishing-resistant MFA.</summary>
    private const string PhishingResistantStrength = "00000000-0000-0000-0000-000000000004";

    /// <summary>A policy for one of these stands before the administration of the tenant.</summary>
    private static readonly ImmutableHashSet<string> Administration = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "All",
        "MicrosoftAdminPortals",
        "00000003-0000-0000-c000-000000000000", // Microsoft Graph
        "797f4846-ba00-4fd7-ba43-dac1f8f63013", // Windows Azure Service Management API
        "c44b4083-3bb0-49c1-b47d-974e53cbdf3c" // Azure Portal
    );

    /// <summary>
    /// Every sign-in to the administration of the tenant meets the policy under its conditions; null: not told what it
    /// guards. A policy for an authentication context is met only where something asks for the context.
    /// </summary>
    public static bool? IsOnTheWay(ConditionalAccessPolicy policy) =>
        Maybe.And(
            policy is { State: PolicyState.Enabled, TargetsAgentsOnly: false, Contexts.IsEmpty: true, Grant: not null },
            Maybe.And(
                policy.Resources is { } resources ? resources.Any(Administration.Contains) : null,
                policy.OnlyWhen is { } ways ? ways.IsEmpty : null
            )
        );

    /// <summary>With OR one control is enough, else all are asked for.</summary>
    /// <param name="registered">Null where the account's methods are not known.</param>
    public static PolicyHurdle Of(PolicyGrant grant, RegistrationDetails? registered)
    {
        var controls = grant.Controls.Select(control => OfControl(control, registered)).ToList();
        if (grant.AuthenticationStrength is { } strength)
            controls.Add(OfStrength(strength, grant.StrengthCombinations, registered));

        var isPassed = grant.IsOr
            ? Maybe.Any(controls.Select(control => control.IsPassed))
            : Maybe.Not(Maybe.Any(controls.Select(control => Maybe.Not(control.IsPassed))));
        var texts = controls
            .Where(control => control.IsPassed is not true)
            .Select(control => control.Text)
            .Distinct(StringComparer.Ordinal);
        return new(isPassed, string.Join(grant.IsOr ? " or " : " and ", texts));
    }

    private static PolicyHurdle OfControl(string control, RegistrationDetails? registered) =>
        control.ToUpperInvariant() switch
        {
            "BLOCK" => new(IsPassed: false, "blocks access"),
            "MFA" => new(
                registered?.IsMfaCapable,
                "asks for multifactor authentication, for which the account has no allowed method"
            ),
            "COMPLIANTDEVICE" => Device("a compliant device"),
            "DOMAINJOINEDDEVICE" => Device("a hybrid joined device"),
            "APPROVEDAPPLICATION" => Device("an approved app on a registered device"),
            "COMPLIANTAPPLICATION" => Device("a protected app on a registered device"),
            "PASSWORDCHANGE" or "RISKREMEDIATION" => new(IsPassed: true, "asks for another password"),
            _ when control.StartsWith(TermsOfUse, StringComparison.OrdinalIgnoreCase) => new(
                IsPassed: false,
                "asks to accept terms of use"
            ),
            _ => new(IsPassed: null, "asks for a control that is not known here"),
        };

    private static PolicyHurdle Device(string what) => new(IsPassed: false, $"asks for {what}");

    private static PolicyHurdle OfStrength(
        string strength,
        ImmutableArray<string> combinations,
        RegistrationDetails? registered
    )
    {
        const string Asks = "asks for an authentication strength that no registered method satisfies";
        if (registered is null)
            return new(IsPassed: null, Asks);
        if (string.Equals(strength, PhishingResistantStrength, StringComparison.OrdinalIgnoreCase))
            return new(registered.Methods.Any(AuthenticationMethods.PhishingResistant.Contains), Asks);

        return combinations.IsEmpty
            ? new(IsPassed: null, Asks)
            : new(Maybe.Any(combinations.Select(one => AuthenticationMethods.Satisfy(registered.Methods, one))), Asks);
    }
}
