using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A mail to an address outside the tenant reaches nobody, or somebody who should not read it.</summary>
public sealed class DeadNotificationAddress : IRule
{
    private const string AllowDomains = "allowDomains";

    public RuleInfo Info { get; } =
        new(
            Id: "PIM703",
            Title: "PIM sends mail to an address outside the tenant's domains",
            Severity: Severity.Low,
            Practice: RuleInfo.BeyondThePractice,
            Why: "An address of a domain that the tenant does not own is mistyped, left over from another company, or somebody else's. The "
                + "warning is lost, or tells a stranger who is an administrator.",
            Needs: SettingsJudge.Needs | SnapshotParts.Organization
        )
        {
            Source = "Microsoft Zero Trust Assessment, 21899",
            Parameters = [RuleParameter.Words(AllowDomains, "", "further domains to which PIM may send mail")],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var allowed = context.Parameters.Words(AllowDomains);
        var domains = context.Snapshot.Tenant.Domains is { } verified ? allowed.Union(verified) : null;
        return SettingsJudge.EachHeld(context, (held, settings) => Judge(context, held, Addresses(settings), domains));
    }

    private static IEnumerable<Judgement> Judge(
        RuleContext context,
        HeldSetting held,
        ImmutableArray<string> addresses,
        ImmutableHashSet<string>? domains
    )
    {
        if (addresses.IsEmpty)
            return [held.Meets()];
        if (domains is null)
            return [held.Blind(NotTold())];

        var dead = addresses
            .Where(address => !domains.Contains(DomainOf(address)))
            .Select(address => Finding(context, held, address))
            .ToList();
        return dead.Count == 0 ? [held.Meets()] : dead;
    }

    /// <summary>Of every notification, each once; letter case does not matter to mail.</summary>
    private static ImmutableArray<string> Addresses(RoleSettings settings) =>
        [
            .. settings
                .Notifications.SelectMany(rule => rule.Recipients)
                .Where(address => !string.IsNullOrWhiteSpace(address))
                .Select(address => address.Trim().ToLowerInvariant())
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];

    private static Gap NotTold() =>
        new(SnapshotParts.Organization, MissingReason.Malformed, "The tenant's verified domains were not told.");

    private static Judgement Finding(RuleContext context, HeldSetting held, string address)
    {
        var recipient = new ObjectRef(ObjectKind.Other, address);
        return new Judgement.Breaks(
            new FindingDraft
            {
                Subject = held.Subject,
                Identity = held.Identity.Add(recipient),
                Title = $"Notifications about {held.Label} go to {address}",
                Observed = "not in a verified domain of the tenant",
                Expected = "an address in a verified domain of the tenant, or in allowDomains",
                Role = held.Owner.IsRole ? held.Subject : null,
                Related = [new(recipient, "recipient")],
                Evidence = [held.Evidence, new(SnapshotParts.Organization, context.Snapshot.Tenant.Id.ToString("D"))],
                Fix = SettingsFixes.Of(
                    held,
                    "On the Notification tab, replace the address by one that somebody in the organisation reads"
                ),
            }
        )
        {
            Identity = held.Identity.Add(recipient),
        };
    }
}
