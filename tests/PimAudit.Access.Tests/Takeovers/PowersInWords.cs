using PimAudit.Access.Questions;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Takeovers;

/// <summary>Takeovers by power as a person reads them: <c>Ada PasswordReset over Ben as Helpdesk Administrator, Contested</c>.</summary>
internal static class PowersInWords
{
    public static WhoCan Takeover(this TenantSnapshot tenant, string role, string? scope = null) =>
        WhoCan.Ask(
            AccessMap.Resolve(tenant),
            A.Role(role),
            scope,
            TimeSpan.FromHours(1),
            takeover: true,
            now: A.TakenAt
        );

    public static IEnumerable<string> Powers(this TenantSnapshot tenant, string role, string? scope = null) =>
        tenant.Takeover(role, scope).Powers.Select(Of);

    public static string Of(TakeoverWay one) =>
        $"{one.Takeover.Principal.Label} {one.Takeover.Means}"
        + Over(one.Takeover.Targets.Select(target => target.Label).ToList())
        + As(one.Takeover.Powers.Select(path => path.Role.Label).Distinct(StringComparer.Ordinal).ToList())
        + $", {one.Takeover.Confidence}"
        + (one.Blocker is null ? "" : $", {one.Blocker}");

    private static string Over(List<string> targets) =>
        targets.Count == 0 ? "" : $" over {string.Join(" and ", targets.Order(StringComparer.Ordinal))}";

    private static string As(List<string> roles) =>
        roles.Count == 0 ? "" : $" as {string.Join(" and ", roles.Order(StringComparer.Ordinal))}";
}
