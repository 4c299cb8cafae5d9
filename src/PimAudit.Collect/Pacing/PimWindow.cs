namespace PimAudit.Collect;

/// <summary>
/// How many PIM requests may be under way: forty, as two batches of twenty. Halved whenever PIM throttles, and widened a
/// little by each batch that it answers in peace.
/// </summary>
/// <remarks>PIM publishes no limit and asks to be called sparingly.</remarks>
internal sealed class PimWindow
{
    private const int Widest = 2 * BatchExchange.Most;
    private const int Step = 2;

    private readonly Lock gate = new();
    private readonly SemaphoreSlim queue = new(1, 1);
    private TaskCompletionSource left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int underWay;

    public int Size { get; private set; } = Widest;

    /// <summary>How many requests the next batch should hold.</summary>
    public int BatchSize => Math.Min(Size, BatchExchange.Most);

    public void Narrow()
    {
        lock (gate)
            Size = Math.Max(1, Size / 2);
    }

    public void Widen()
    {
        lock (gate)
            Size = Math.Min(Widest, Size + Step);
    }

    /// <summary>Waits for its turn, in the order of asking. A batch wider than the window goes alone.</summary>
    /// <returns>To be disposed of when the answer has come.</returns>
    public async ValueTask<IDisposable> EnterAsync(int requests, CancellationToken cancellation)
    {
        await queue.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                Task change;
                lock (gate)
                {
                    if (underWay == 0 || underWay + requests <= Size)
                    {
                        underWay += requests;
                        return new Place(this, requests);
                    }

                    change = left.Task;
                }

                await change.WaitAsync(cancellation);
            }
        }
        finally
        {
            queue.Release();
        }
    }

    private void Leave(int requests)
    {
        TaskCompletionSource told;
        lock (gate)
        {
            underWay -= requests;
            told = left;
            left = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        told.SetResult();
    }

    private sealed class Place(PimWindow window, int requests) : IDisposable
    {
        private bool hasLeft;

        public void Dispose()
        {
            if (hasLeft)
                return;
            hasLeft = true;
            window.Leave(requests);
        }
    }
}
