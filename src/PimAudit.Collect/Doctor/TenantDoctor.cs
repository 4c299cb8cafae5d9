using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Finds out what a collection with this sign-in could read, without making one.</summary>
/// <remarks>It does not believe the token: a consent may be void, and some tokens say nothing.</remarks>
public sealed class TenantDoctor(GraphConnection connection, CollectionOptions options, TimeProvider time)
{
    /// <summary>An examination does not wait as long as a collection.</summary>
    private static readonly TimeSpan LongestThrottle = TimeSpan.FromSeconds(30);

    /// <exception cref="SignInFailedException">No token, or Graph did not accept it.</exception>
    /// <exception cref="GraphUnreachableException">Nobody answered.</exception>
    /// <exception cref="WrongTenantException">Another tenant than the configured one answered.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<Examination> ExamineAsync(CancellationToken cancellationToken)
    {
        using var session = await CollectionSession.BeginAsync(
            connection,
            options with
            {
                MaxThrottleWait = LongestThrottle,
                Timeout = null,
            },
            time,
            cancellationToken
        );
        var run = session.Run;
        var reach = await Reach.MeasureAsync(connection, run.Tenant.Organization().Question, time, cancellationToken);
        await new OrganizationStep().CollectAsync(run, cancellationToken);

        var probes = new Probes(run, new FirstPages(session.Pipe));
        await probes.AskAsync(cancellationToken);
        var parts = new PartChecks(run, probes).All;
        var bearer = BearerOf(run.Claims);
        return new(
            bearer,
            run.Rows.Tenant!,
            connection.Endpoint.Origin,
            probes.Of(SnapshotParts.Subscriptions) is [{ Failure: null }] ? Licences.Of(probes.Subscriptions) : null,
            reach.ClockSkew,
            reach.Latency,
            parts,
            new PermissionChecks(bearer, parts).All,
            probes.HidesMembers,
            connection.Calls
        );
    }

    private static TokenBearer BearerOf(TokenClaims claims) =>
        new(
            claims.IsDelegated is null ? null : claims.Identity,
            claims.IsDelegated,
            claims.Application,
            claims.IsDelegated is null ? null : claims.Permissions
        );
}
