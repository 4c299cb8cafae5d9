using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An auditor who can change what he looks at is a way into the tenant, and no independent witness.</summary>
public sealed class AuditorOverprivileged : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM904",
            Title: "The identity that collected the evidence may do more than read",
            Severity: Severity.Medium,
            Practice: RuleInfo.BeyondThePractice,
            Why: "PimAudit reads and never writes, so a permission to write is of use only to whoever takes over its credentials. An "
                + "identity that reads every role of the tenant is worth taking over.",
            Needs: SnapshotParts.None
        )
        {
            Source =
                "Microsoft identity platform, Enhance security with the principle of least privilege: an application holds no permission that it does not need",
        };

    /// <summary>A token that does not say what it permits leaves nothing to judge; the provenance of a report says so.</summary>
    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var collection = context.Snapshot.Collection;
        if (collection.Permissions.IsEmpty)
            return [];

        ImmutableArray<string> more =
        [
            .. collection.Permissions.Where(GraphPermission.IsMoreThanRead).Order(StringComparer.Ordinal),
        ];
        var identity = IdentityOf(context, collection.Identity);
        return [more.IsEmpty ? new Judgement.Meets(identity) : Finding(identity, more)];
    }

    /// <summary>The application or the user; the collection knows its id alone.</summary>
    private static ObjectRef IdentityOf(RuleContext context, string identity) =>
        Guid.TryParse(identity, out var id) && context.Access.Directory.User(id) is { } user
            ? user.Reference
            : new(ObjectKind.ServicePrincipal, identity);

    private static Judgement.Breaks Finding(ObjectRef identity, ImmutableArray<string> more) =>
        new(
            new FindingDraft
            {
                Subject = identity,
                Title = $"The collecting identity {identity.Label} may do more than read",
                Observed = string.Join(", ", more),
                Expected = "permissions to read alone",
                Evidence = [.. more.Select(permission => new Evidence(SnapshotParts.None, $"permission {permission}"))],
                Fix = new([
                    "In the Entra admin centre, open Enterprise applications, the collecting application, Permissions, and revoke what does more than read.",
                    "Give PimAudit an application of its own, with the permissions that 'pimaudit doctor' lists.",
                ]),
            }
        );
}
