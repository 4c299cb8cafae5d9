using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Conditional Access and alerts.</summary>
internal sealed partial class ExampleTenant
{
    private void ConditionalAccess()
    {
        foreach (var given in map.Maps("policies"))
        {
            var contexts = given.Texts("contexts") ?? [];
            var strength = given.Text("strength");
            var asks = given.Texts("asks") ?? (strength is null ? ["mfa"] : []);
            var policy = new ConditionalAccessPolicy(
                ExampleNames.Id($"policy {tenant.ConditionalAccessPolicies.Length}").ToString("D"),
                given.Text("name") ?? $"Policy for {string.Join(", ", contexts)}",
                Word(given, "state", PolicyState.Enabled),
                Audience(given, "includes", everyone: true),
                Audience(given, "excludes", everyone: false),
                contexts,
                given.Flag("agentsOnly") is true,
                given.Texts("narrowedBy") ?? [],
                new(given.Flag("anyIsEnough") is true, asks, strength, [])
            );
            tenant = tenant with { ConditionalAccessPolicies = [.. tenant.ConditionalAccessPolicies, policy] };
            given.RefuseOtherKeys();
        }

        foreach (var context in map.Texts("authenticationContexts") ?? [])
            tenant = tenant with
            {
                AuthenticationContexts = [.. tenant.AuthenticationContexts, new(context, context, IsAvailable: true)],
            };
    }

    private PolicyAudience Audience(YamlMap given, string key, bool everyone)
    {
        if (given.Texts(key) is not { } listed)
            return new([], [], [], everyone, Guests: false);

        ImmutableArray<Guid> Of(Func<string, bool> isOne) => [.. listed.Where(isOne).Select(ExampleNames.Id)];
        return new(
            Of(name => names.Has(name) && !names.IsGroup(name)),
            Of(names.IsGroup),
            [.. listed.Where(name => !names.Has(name)).Select(names.Role).OfType<Guid>()],
            listed.Contains("everyone", StringComparer.Ordinal),
            listed.Contains("guests", StringComparer.Ordinal)
        );
    }

    private void Alerts()
    {
        foreach (var given in map.Maps("alerts"))
        {
            var incidents = given
                .Maps("incidents")
                .Select(one =>
                {
                    var incident = new PimAlertIncident(
                        NextId("incident"),
                        Who(one, "who"),
                        one.Text("role") is null ? null : Role(one)
                    );
                    one.RefuseOtherKeys();
                    return incident;
                })
                .ToImmutableArray();
            var name = given.Text("name") ?? "StaleSignInAlert";
            tenant = tenant with
            {
                PimAlerts =
                [
                    .. tenant.PimAlerts,
                    new(
                        $"DirectoryRole_{TenantId:D}_{name}",
                        name,
                        given.Flag("active") ?? true,
                        given.Flag("enabled") ?? true,
                        Math.Max(incidents.Length, given.Number("count") ?? 0),
                        TakenAt,
                        given.Text("severity") ?? "medium",
                        [],
                        incidents
                    ),
                ],
            };
            given.RefuseOtherKeys();
        }
    }

    private static T Word<T>(YamlMap given, string key, T standard)
        where T : struct, Enum =>
        given.OneOf(key, [.. Enum.GetNames<T>().Select(Camel)]) is { } word
            ? Enum.Parse<T>(word, ignoreCase: true)
            : standard;

    private static string Camel(string word) => char.ToLowerInvariant(word[0]) + word[1..];
}
