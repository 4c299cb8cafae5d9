using System.Globalization;

namespace PimAudit.Collect;

/// <summary>A request that is not among the reads that this product makes, or that would leave its Graph. It was not sent.</summary>
public sealed class ForbiddenRequestException(string message) : InvalidOperationException(message);

/// <summary>No token could be had, or Graph did not accept it: nothing can be read.</summary>
public sealed class SignInFailedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Nobody answered since the collection began: the address, the name or the way to it is wrong, or Graph is down.</summary>
/// <param name="origin">Of the Graph that was asked.</param>
/// <param name="detail">What became of the last request, as a sentence.</param>
public sealed class GraphUnreachableException(string origin, string detail)
    : Exception(
        $"""
        Cannot reach Microsoft Graph.
          {origin} did not answer. {detail}
          Nothing was read and nothing was written.
          Check the network, the proxy and the address of Graph (PIMAUDIT_GRAPH_ENDPOINT, where it is set), then run again.
        """
    );

/// <summary>The tenant that answered is not the one that the configuration names.</summary>
public sealed class WrongTenantException(Guid configured, Guid seen)
    : Exception(
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            Refused to read the tenant {seen:D}.
              The configuration names the tenant {configured:D}.
              Nothing of it was read or kept.
              Sign in to the configured tenant, or correct 'tenant' in the configuration.
            """
        )
    )
{
    public Guid Configured { get; } = configured;
    public Guid Seen { get; } = seen;
}

/// <summary>The tenant that answers is not the one of the snapshot, or nothing tells that it is.</summary>
/// <param name="snapshot">The tenant of the snapshot.</param>
/// <param name="seen">Null when neither the token nor Graph said which tenant it is.</param>
public sealed class OtherTenantException(Guid snapshot, Guid? seen)
    : Exception(
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            Refused to refresh the snapshot from this sign-in.
              The snapshot is of the tenant {snapshot:D}; {(
                seen is { } tenant ? $"the sign-in is for {tenant:D}." : "nothing told which tenant answered."
            )}
              Nothing was answered, and nothing of the tenant was kept.
              Sign in to the tenant of the snapshot, or name a snapshot of this one with --from.
            """
        )
    )
{
    public Guid Snapshot { get; } = snapshot;
    public Guid? Seen { get; } = seen;
}

/// <summary>An interrupted collection cannot go on as this one.</summary>
/// <param name="folder">Where it lies.</param>
/// <param name="difference">Why not, as a clause.</param>
public sealed class JournalMismatchException(string folder, string difference)
    : Exception(
        $"""
        Cannot resume the collection in {folder}.
          It cannot go on as this one: {difference}.
          Nothing was read and nothing was written.
          Run again without --resume to collect anew, or with the configuration and sign-in of then.
        """
    );
