using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>
/// Ends a scan that does not end by itself. The collector keeps the time limit and leaves a result that says what is missing;
/// a sign-in that hangs leaves nothing, so twice the limit ends whatever is still under way. Judging and writing
/// take no part of the limit, so a short one leaves them a minute.
/// </summary>
internal sealed class HardLimit : IDisposable
{
    private const int Times = 2;

    private static readonly TimeSpan LeastBeyond = TimeSpan.FromMinutes(1);

    private readonly TimeSpan limit;
    private readonly TimeSpan longest;
    private readonly CancellationTokenSource timer;
    private readonly CancellationTokenSource both;

    public HardLimit(TimeSpan limit, TimeProvider time, CancellationToken cancellation)
    {
        this.limit = limit;
        longest = limit < LeastBeyond ? limit + LeastBeyond : limit * Times;
        timer = new(longest, time);
        both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
    }

    public CancellationToken Token => both.Token;

    public bool IsOver => timer.IsCancellationRequested;

    public Failure Failure =>
        new(
            ExitCode.Incomplete,
            "The scan did not end in time.",
            $"It was still under way after {Say.Duration(longest)}; its time limit is {Say.Duration(limit)}.",
            "It was stopped; nothing is known about the tenant from this scan.",
            "Look whether the sign-in and Microsoft Graph answer, or give it more time with timeLimit in the list."
        );

    public void Dispose()
    {
        both.Dispose();
        timer.Dispose();
    }
}
