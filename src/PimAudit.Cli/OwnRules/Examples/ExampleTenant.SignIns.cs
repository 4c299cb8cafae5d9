namespace PimAudit.Cli;

/// <summary>Sign-ins and registered methods of people.</summary>
internal sealed partial class ExampleTenant
{
    /// <summary>Somebody who worked yesterday; for an emergency account the last drill, long enough ago to alarm nobody.</summary>
    private TimeSpan LastSignIn(string name) =>
        TimeSpan.FromDays((map.Texts("emergencyAccounts") ?? []).Contains(name, StringComparer.Ordinal) ? 30 : 1);

    private void Use(string name, YamlMap? given)
    {
        SignIns(name, given);
        Registration(name, given);
        if (given?.Texts("inGroups") is not null)
            namesGroups.Add((name, given));
    }

    /// <summary>
    /// <c>signedIn</c> is the last interactive sign-in, <c>clientSignIn</c> the last by a client, both successful;
    /// <c>failedSignIn</c> an attempt that failed, which Graph counts among the interactive ones.
    /// </summary>
    private void SignIns(string name, YamlMap? given)
    {
        DateTimeOffset? signedIn = given?.Text("signedIn") is "never"
            ? null
            : TakenAt - (Ago(given, "signedIn") ?? LastSignIn(name));
        var client = TakenAt - Ago(given, "clientSignIn");
        var failed = TakenAt - Ago(given, "failedSignIn");
        tenant = tenant with
        {
            SignInActivities =
            [
                .. tenant.SignInActivities,
                new(ExampleNames.Id(name), Later(signedIn, failed), client ?? signedIn, Later(signedIn, client)),
            ],
        };
    }

    /// <summary>A passkey, unless said otherwise. The report leaves disabled people out.</summary>
    private void Registration(string name, YamlMap? given)
    {
        var methods = given?.Texts("methods");
        var registered = given?.Flag("mfaRegistered") ?? methods is not { IsEmpty: true };
        var capable = given?.Flag("mfaCapable") ?? registered;
        if (given?.Flag("inRegistrationReport") ?? Told(given, "enabled", standard: true) is not false)
            tenant = tenant with
            {
                RegistrationDetails =
                [
                    .. tenant.RegistrationDetails,
                    new(
                        ExampleNames.Id(name),
                        registered,
                        capable,
                        IsAdmin: null,
                        methods ?? ["fido2SecurityKey"],
                        TakenAt
                    ),
                ],
            };
    }

    private static TimeSpan? Ago(YamlMap? given, string key) => given is null ? null : Time(given, key);

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other > one ? other : one;
}
