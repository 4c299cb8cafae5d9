using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Something about an emergency account that can fail together with the rest of the tenant.</summary>
/// <param name="Text">As it follows the account's name and a colon.</param>
/// <param name="Step">What to do about it.</param>
internal sealed record AccountFault(string Text, Severity Severity, string Step, ImmutableArray<Evidence> Evidence);

/// <summary>Looks at an emergency account's own properties: each is a fault, fine, or not known.</summary>
internal static class AccountFaults
{
    private const string Replace =
        "Create a new cloud-only account on the tenant's initial domain, give it the role, and name it under emergencyAccounts instead of this one.";

    /// <summary>Which properties were not told, as they follow "It was not read".</summary>
    public static IEnumerable<string> Untold(User user) =>
        new[]
        {
            ("whether it is enabled", user.IsEnabled is null),
            ("whether it is synchronised", user.IsSynchronised is null),
            ("whether it is a guest", user.IsGuest is null),
            ("which licences it has", user.Plans is null),
            ("its user principal name", user.UserPrincipalName is null),
        }
            .Where(pair => pair.Item2)
            .Select(pair => pair.Item1);

    public static IEnumerable<AccountFault> Of(User user, string? initialDomain)
    {
        ImmutableArray<Evidence> row = [new(SnapshotParts.Principals, user.Id.ToString("D"))];
        if (user.IsEnabled is false)
            yield return new(
                "disabled",
                Severity.High,
                "In the Entra admin centre, open Users, select the account and enable it.",
                row
            );
        if (user.IsSynchronised is true)
            yield return new("synchronised from on-premises", Severity.High, Replace, row);
        if (user.IsGuest is true)
            yield return new("a guest", Severity.High, Replace, row);
        if (
            user.Plans is { } plans
            && plans.Any(plan => plan.IsEnabled && ProductivityPlans.GiveMailbox(plan.ServicePlanId))
        )
            yield return new(
                "licensed for a mailbox",
                Severity.High,
                "In the Microsoft 365 admin centre, take the Exchange Online licence from it.",
                row
            );
        if (initialDomain is not null && DomainOf(user) is { } domain && !IsSame(domain, initialDomain))
            yield return new(
                $"on {domain}, not on the initial domain",
                Severity.High,
                Replace,
                [.. row, new(SnapshotParts.Organization, initialDomain)]
            );
    }

    private static string? DomainOf(User user) =>
        user.UserPrincipalName is { } name ? name[(name.LastIndexOf('@') + 1)..] : null;

    private static bool IsSame(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
