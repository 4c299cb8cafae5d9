namespace PimAudit.Cli;

/// <summary>Ends a run for all who wait for it: the terminal, the shell, and the channels of the configuration.</summary>
internal static class ToldRun
{
    /// <summary>A run that ends without a result is told to the channels too.</summary>
    public static async Task<ExitCode> EndAsync(Run run, Func<Task<Publication>> make, CancellationToken cancellation)
    {
        Publication publication;
        try
        {
            publication = await make();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            var expected = run.ExpectedTenant ?? Guid.Empty;
            await NoticeSender.TellAsync(run, expected, Notices.OfFailure(run, error), cancellation);
            throw;
        }

        var code = new Ending(run).Tell(publication);
        await NoticeSender.TellAsync(run, publication.Result.Tenant.Id, publication.Notices, cancellation);
        return code;
    }
}
