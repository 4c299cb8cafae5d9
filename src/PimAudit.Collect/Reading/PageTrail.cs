namespace PimAudit.Collect;

/// <summary>A read on its way from page to page.</summary>
internal sealed class PageTrail(GraphRead read, GraphEndpoint endpoint)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public GraphRead Read => read;

    /// <summary>The page to ask for; null at the end, which a failure is too.</summary>
    public Uri? Next { get; private set; } = read.Question.Address;

    /// <summary>At least one page has been read.</summary>
    public bool IsFurther => seen.Count > 0;

    /// <summary>A batch turned the page away with words that may be about the batch: it is asked for alone.</summary>
    public bool LeavesBatch { get; set; }

    /// <summary>How often the token was renewed for this page.</summary>
    public int Renewals { get; set; }

    /// <summary>What the next page weighs.</summary>
    public RequestLoad Load => RequestLoad.Of(Next ?? read.Question.Address);

    /// <summary>Takes what became of the page, and goes on to the one that it names.</summary>
    public void Go(Answer answer)
    {
        if (Next is { } asked)
            seen.Add(asked.AbsoluteUri);
        if (answer.Failure is { } failure)
            read.Fail(failure);
        else
        {
            read.Patience.Reset();
            Renewals = 0;
        }

        Next = answer.Next is { } next ? Pinned(next) : null;
    }

    /// <summary>Checks a nextLink before a token goes near it. One that leads away, or back, makes the read malformed.</summary>
    private Uri? Pinned(string next)
    {
        var isOurs =
            Uri.TryCreate(next, UriKind.Absolute, out var address)
            && endpoint.Owns(address)
            && endpoint.IsSameVersion(address, read.Question.Address);
        if (isOurs && !seen.Contains(address!.AbsoluteUri))
            return address;

        read.Fail(
            ReadFailure.Malformed(
                isOurs
                    ? $"The pages of {read.Question.Template} lead back to one already read."
                    : $"The next page of {read.Question.Template} is not on {endpoint.Origin}; it was not asked for."
            )
        );
        return null;
    }
}
