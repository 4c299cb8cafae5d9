using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>SHA-256 over content in a fixed order, so that the spelling of a file does not matter.</summary>
public static class ContentHash
{
    /// <summary>64 hex digits over the texts, each ended by a line feed.</summary>
    public static string Of(params IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
            hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Over everything in the configuration that can change a verdict.</summary>
    /// <param name="rules">Those that do not ship are part of the configuration.</param>
    public static string Of(AuditConfiguration configuration, IEnumerable<IRule> rules) =>
        Of([
            .. configuration.EmergencyAccounts.Select(entry => $"emergency {entry.ToLowerInvariant()}"),
            Roles("highlyPrivileged", configuration.HighlyPrivilegedRoles),
            Roles("alsoPrivileged", configuration.AlsoPrivileged),
            Roles("service", configuration.ServiceRoles),
            .. configuration.Rules.Select(pair => $"rule {pair.Key} {Words(pair.Value)}"),
            .. configuration.Waivers.Select(Words),
            .. configuration.Owners.Select(pair => $"owner {pair.Key} {pair.Value}"),
            .. configuration.Reviewers.Select(pair => $"reviewer {pair.Key} {pair.Value}"),
            .. rules
                .Select(rule => rule.Info)
                .Where(info => info.Definition is not null)
                .OrderBy(info => info.Id, StringComparer.Ordinal)
                .Select(info => $"own rule {info.Id} {info.Definition}"),
        ]);

    /// <summary>Over everything in a profile.</summary>
    public static string Of(
        string name,
        string title,
        bool beyondThePractice,
        bool onlyListed,
        int maxWaiverDays,
        RoleTiers roles,
        ImmutableSortedDictionary<string, RuleChange> rules
    ) =>
        Of([
            name,
            title,
            beyondThePractice.ToString(CultureInfo.InvariantCulture),
            onlyListed.ToString(CultureInfo.InvariantCulture),
            maxWaiverDays.ToString(CultureInfo.InvariantCulture),
            Roles("highlyPrivileged", roles.HighlyPrivileged),
            Roles("alsoPrivileged", roles.AlsoPrivileged),
            Roles("service", roles.Service),
            .. rules.Select(pair => $"rule {pair.Key} {Words(pair.Value)}"),
        ]);

    /// <summary>Over everything in a baseline.</summary>
    public static string Of(Baseline baseline) =>
        Of([
            baseline.TenantId.ToString("D"),
            baseline.Profile,
            baseline.TakenAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            baseline.RunId,
            .. baseline.Findings.Select(Words),
        ]);

    private static string Words(BaselinedFinding one) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"finding {one.Fingerprint} {one.RuleName} {one.Severity} {one.Since:yyyy-MM-dd} {one.Scope} {one.Title} {one.Observed} "
        )
        + $"{one.Expected} "
        + string.Join(
            ' ',
            one.Identity.Append(one.Subject).Append(one.Role).Select(part => $"{part?.Key}={part?.DisplayName}")
        );

    private static string Roles(string name, ImmutableSortedSet<Guid>? ids) =>
        $"{name} {(ids is null ? "kept" : string.Join(' ', ids.Select(id => id.ToString("D")).Order(StringComparer.Ordinal)))}";

    private static string Words(RuleChange change) =>
        $"{change.Enabled} {change.Severity} {change.Source} {change.Differs} "
        + string.Join(' ', change.Parameters.Select(pair => $"{pair.Key}={string.Join(',', pair.Value)}"));

    private static string Words(Waiver waiver) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"waiver {waiver.Rule} {string.Join(' ', waiver.Targets)} {waiver.Reason} {waiver.ApprovedBy} {waiver.Expires:yyyy-MM-dd}"
        );
}
