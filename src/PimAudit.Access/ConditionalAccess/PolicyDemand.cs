using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.ConditionalAccess;

/// <summary>What a Conditional Access policy asks for.</summary>
internal static class PolicyDemand
{
    private const string Mfa = "mfa";
    private const string Block = "block";

    /// <summary>Microsoft's built-in strength: phishing-resistant MFA.</summary>
    private const string PhishingResistantStrength = "00000000-0000-0000-0000-000000000004";

    /// <summary>Microsoft's other two: multifactor authentication, and without a password.</summary>
    private static readonly ImmutableHashSet<string> MultifactorStrengths = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "00000000-0000-0000-0000-000000000002",
        "00000000-0000-0000-0000-000000000003",
        PhishingResistantStrength
    );

    private static readonly ImmutableHashSet<string> PhishingResistantMethods = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "windowsHelloForBusiness",
        "fido2",
        "x509CertificateMultiFactor"
    );

    /// <summary>Methods that are one factor by themselves; a combination of two of them is two.</summary>
    private static readonly ImmutableHashSet<string> SingleFactors = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "password",
        "voice",
        "hardwareOath",
        "softwareOath",
        "sms",
        "microsoftAuthenticatorPush",
        "email",
        "x509CertificateSingleFactor",
        "federatedSingleFactor",
        "qrCodePin"
    );

    /// <summary>
    /// It asks for multifactor authentication or an authentication strength, or blocks, which is stricter. With OR every
    /// alternative must, because the weakest one is enough; so must every combination of a strength, which may allow a single
    /// factor. Null: the methods of the strength were not told.
    /// </summary>
    public static bool? AsksForMfa(PolicyGrant? grant, bool phishingResistant)
    {
        if (grant is null)
            return false;

        var demands = grant.Controls.Select(control => Fits(control, phishingResistant)).ToList();
        if (grant.AuthenticationStrength is { } strength)
            demands.Add(
                phishingResistant
                    ? IsPhishingResistant(strength, grant.StrengthCombinations)
                    : IsMultifactor(strength, grant.StrengthCombinations)
            );
        if (demands.Count == 0)
            return false;

        return grant.IsOr ? Maybe.Not(Maybe.Any(demands.Select(Maybe.Not))) : Maybe.Any(demands);
    }

    private static bool? Fits(string control, bool phishingResistant) =>
        Is(control, Block) || (Is(control, Mfa) && !phishingResistant);

    private static bool? IsMultifactor(string strength, ImmutableArray<string> combinations) =>
        MultifactorStrengths.Contains(strength) ? true
        : combinations.IsEmpty ? null
        : !combinations.Any(SingleFactors.Contains);

    private static bool? IsPhishingResistant(string strength, ImmutableArray<string> combinations)
    {
        if (Is(strength, PhishingResistantStrength))
            return true;

        return combinations.IsEmpty ? null : combinations.All(PhishingResistantMethods.Contains);
    }

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
