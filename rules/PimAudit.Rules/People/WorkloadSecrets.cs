using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Client secrets that work at a moment: whoever reads one signs in as the workload, from anywhere.</summary>
internal static class WorkloadSecrets
{
    public static IEnumerable<(WorkloadWay? Way, Gap? Gap)> OnServicePrincipal(
        ServicePrincipal one,
        DateTimeOffset now
    ) => Valid(one.Reference, "service principal", SnapshotParts.Principals, one.Credentials, now, "ServicePrincipal");

    public static IEnumerable<(WorkloadWay? Way, Gap? Gap)> OnApplication(Application one, DateTimeOffset now) =>
        Valid(
            new(ObjectKind.Other, one.Id, one.DisplayName),
            "application",
            SnapshotParts.Applications,
            one.Credentials,
            now,
            "Application"
        );

    private static IEnumerable<(WorkloadWay? Way, Gap? Gap)> Valid(
        ObjectRef holder,
        string place,
        SnapshotParts part,
        ImmutableArray<Credential>? credentials,
        DateTimeOffset now,
        string noun
    )
    {
        if (credentials is not { } read)
            return [(null, NotTold(part, $"The credentials of the {place} {holder.Label} were not read."))];

        return read.Where(one => one.Kind is CredentialKind.Password)
            .Select(one =>
                IsValid(one, now) switch
                {
                    true => (Way(holder, place, part, one, noun), (Gap?)null),
                    false => (null, null),
                    null => (
                        (WorkloadWay?)null,
                        NotTold(
                            part,
                            $"From when to when a client secret of the {place} {holder.Label} is valid was not told."
                        )
                    ),
                }
            );
    }

    /// <summary>A date that Graph did not tell is not "always" and not "never".</summary>
    private static bool? IsValid(Credential one, DateTimeOffset now) =>
        Maybe.And(one.StartsAt is { } start ? start <= now : null, one.EndsAt is { } end ? end > now : null);

    private static WorkloadWay Way(ObjectRef holder, string place, SnapshotParts part, Credential one, string noun) =>
        new(
            $"client secret on the {place}, valid until {Say.Day(one.EndsAt!.Value)}",
            Owner: null,
            new(part, holder.Id),
            one.KeyId is { } key ? $"Remove-Mg{noun}Password -{noun}Id '{holder.Id}' -KeyId '{key:D}'" : null
        );

    private static Gap NotTold(SnapshotParts part, string detail) => new(part, MissingReason.Malformed, detail);
}
