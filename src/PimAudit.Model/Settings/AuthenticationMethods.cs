using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>Methods by which somebody proves who he is, in the words of Graph's registration report.</summary>
/// <remarks>
/// Source: values of <c>methodsRegistered</c> of <c>userRegistrationDetails</c>, and of <c>allowedCombinations</c> of an
/// <c>authenticationStrengthPolicy</c> (Graph v1.0). Letter case does not matter.
/// </remarks>
public static class AuthenticationMethods
{
    /// <summary>The documented <c>fido2</c> is seen as <c>fido2SecurityKey</c>; newer reports tell passkeys apart.</summary>
    private static readonly ImmutableArray<string> Passkeys =
    [
        "fido2",
        "fido2SecurityKey",
        "passKeyDeviceBound",
        "passKeyDeviceBoundAuthenticator",
        "passKeyDeviceBoundWindowsHello",
        "passKeySynced",
    ];

    private static readonly ImmutableArray<string> PlatformCredentials =
    [
        "macOsSecureEnclaveKey",
        "windowsHelloForBusiness",
    ];

    /// <summary>A certificate that counts as two factors; no source says that the report ever lists one.</summary>
    private const string Certificate = "x509CertificateMultiFactor";

    private const string Password = "password";

    /// <summary>Methods that cannot be given away to a false sign-in page.</summary>
    public static FrozenSet<string> PhishingResistant { get; } =
        Passkeys.Concat(PlatformCredentials).Append(Certificate).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What each method counts as in an authentication strength.</summary>
    private static readonly FrozenDictionary<string, ImmutableArray<string>> InStrengths = Passkeys
        .Select(method => (method, (ImmutableArray<string>)["fido2"]))
        .Concat(PlatformCredentials.Select(method => (method, (ImmutableArray<string>)["windowsHelloForBusiness"])))
        .Concat([
            (Certificate, [Certificate]),
            ("microsoftAuthenticatorPasswordless", ["deviceBasedPush", "microsoftAuthenticatorPush"]),
            ("microsoftAuthenticatorPush", ["microsoftAuthenticatorPush"]),
            ("softwareOneTimePasscode", ["softwareOath"]),
            ("hardwareOneTimePasscode", ["hardwareOath"]),
            ("mobilePhone", ["sms", "voice"]),
            ("alternateMobilePhone", ["voice"]),
            ("officePhone", ["voice"]),
            ("temporaryAccessPass", ["temporaryAccessPassOneTime", "temporaryAccessPassMultiUse"]),
        ])
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every word of strengths that some method stands for.</summary>
    private static readonly FrozenSet<string> Reported = InStrengths
        .Values.SelectMany(words => words)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether registered methods satisfy one combination of a strength, such as <c>password,sms</c>.</summary>
    /// <returns>Null where it asks for something that is not registered with the account: federation, or a word unknown here.</returns>
    public static bool? Satisfy(IEnumerable<string> registered, string combination)
    {
        var held = registered
            .SelectMany(method => InStrengths.GetValueOrDefault(method, []))
            .Append(Password)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return combination
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Aggregate((bool?)true, (all, word) => Maybe.And(all, Has(held, word)));
    }

    private static bool? Has(HashSet<string> held, string word) =>
        held.Contains(word) ? true
        : Reported.Contains(word) ? false
        : null;
}
