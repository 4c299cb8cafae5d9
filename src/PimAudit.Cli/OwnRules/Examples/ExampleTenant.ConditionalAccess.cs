using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Conditional Access policies and authentication contexts.</summary>
internal sealed partial class ExampleTenant
{
    private const string Everyone = "everyone";
    private const string Guests = "guests";

    private void ConditionalAccess()
    {
        foreach (var given in map.Maps("policies"))
        {
            tenant = tenant with { ConditionalAccessPolicies = [.. tenant.ConditionalAccessPolicies, Policy(given)] };
            given.RefuseOtherKeys();
        }

        foreach (var context in map.Texts("authenticationContexts") ?? [])
            tenant = tenant with
            {
                AuthenticationContexts = [.. tenant.AuthenticationContexts, new(context, context, IsAvailable: true)],
            };
    }

    /// <summary>Without contexts it guards all resources, and it applies to every way of signing in.</summary>
    private ConditionalAccessPolicy Policy(YamlMap given)
    {
        var contexts = given.Texts("contexts") ?? [];
        return new(
            ExampleNames.Id($"policy {tenant.ConditionalAccessPolicies.Length}").ToString("D"),
            given.Text("name") ?? (contexts.IsEmpty ? "Policy" : $"Policy for {string.Join(", ", contexts)}"),
            Word(given, "state", PolicyState.Enabled),
            Audience(given, "includes", everyone: true),
            Audience(given, "excludes", everyone: false),
            contexts,
            given.Flag("agentsOnly") is true,
            given.Texts("narrowedBy") ?? [],
            Grant(given),
            ToldTexts(given, "resources", contexts.IsEmpty ? ["All"] : []),
            ToldTexts(given, "onlyWhen", [])
        );
    }

    /// <summary>Null where an empty <c>asks</c> stands alone, as for a policy of session controls.</summary>
    private static PolicyGrant? Grant(YamlMap given)
    {
        var strength = given.Text("strength");
        var asks = given.Texts("asks") ?? (strength is null ? ["mfa"] : []);
        var (isOr, allows) = (given.Flag("anyIsEnough") is true, given.Texts("strengthAllows") ?? []);
        return asks.IsEmpty && strength is null ? null : new(isOr, asks, strength, allows);
    }

    private PolicyAudience Audience(YamlMap given, string key, bool everyone)
    {
        if (given.Texts(key) is not { } listed)
            return new([], [], [], everyone, Guests: false);

        foreach (var odd in listed.Where(name => !IsInAudience(name)))
            given.Issue(
                key,
                $"names '{odd}', which is nobody and no role of this example",
                Nearest.Of(odd, names.All.Append(Everyone).Append(Guests))
            );
        ImmutableArray<Guid> Of(Func<string, bool> isOne) => [.. listed.Where(isOne).Select(ExampleNames.Id)];
        return new(
            Of(name => names.Has(name) && !names.IsGroup(name)),
            Of(names.IsGroup),
            [.. listed.Where(name => !names.Has(name)).Select(names.Role).OfType<Guid>()],
            listed.Contains(Everyone, StringComparer.Ordinal),
            listed.Contains(Guests, StringComparer.Ordinal)
        );
    }

    private bool IsInAudience(string name) =>
        name is Everyone or Guests || names.Has(name) || names.Role(name) is not null;

    /// <summary>Null for <c>unknown</c>.</summary>
    private static ImmutableArray<string>? ToldTexts(YamlMap given, string key, ImmutableArray<string> standard) =>
        given.Texts(key) switch
        {
            null => standard,
            ["unknown"] => null,
            var told => told,
        };
}
