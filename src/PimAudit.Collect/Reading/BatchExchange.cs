using System.Globalization;
using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Sends up to twenty reads as one request. The outer status says nothing about the inner ones.</summary>
internal sealed class BatchExchange(GraphPipe pipe)
{
    public const int Most = 20;

    private readonly Uri address = new(pipe.Endpoint.Version.AbsoluteUri + "/$batch");

    /// <summary>Sends the next page of each trail. What is throttled or disturbed inside is repeated alone.</summary>
    /// <returns>Null, or why the batch as a whole came to nothing; the trails that it left are where they were.</returns>
    public async Task<ReadFailure?> SendAsync(IReadOnlyList<PageTrail> trails, CancellationToken cancellation)
    {
        var pending = trails;
        while (pending.Count > 0)
        {
            var batch = new BatchRead(new(SnapshotParts.None, "POST $batch", address) { Body = Body(pending) });
            if (await FailureOfAsync(batch, pending, cancellation) is { } whole)
                return whole;

            var again = new List<PageTrail>();
            var wait = TimeSpan.Zero;
            foreach (var (at, trail) in pending.Index())
            {
                var answer = Inner(trail.Read, batch.Response(at));
                if (answer is { Failure: { HttpStatus: not null } failure } && Next(trail.Read, failure) is { } asked)
                {
                    wait = asked > wait ? asked : wait;
                    again.Add(trail);
                }
                else if (MayBeAboutTheBatch(trail, answer))
                    trail.LeavesBatch = true;
                else
                    trail.Go(answer);
            }

            if (again.Count > 0)
                await pipe.Retry.WaitAsync(wait, cancellation);
            pending = again;
        }

        return null;
    }

    /// <summary>
    /// A request that no batch takes is answered as if it were wrong. What a first page is not found for, or what a right or a
    /// licence is missing for, is an answer.
    /// </summary>
    private static bool MayBeAboutTheBatch(PageTrail trail, Answer answer) =>
        answer.Failure is { Reason: not (MissingReason.Permission or MissingReason.Licence) } failure
        && (failure.HttpStatus is 400 or 405 or 501 || (failure.HttpStatus is 404 && trail.IsFurther));

    /// <summary>The batch was repeated already, so its status must not make anybody repeat what is in it.</summary>
    private async Task<ReadFailure?> FailureOfAsync(
        BatchRead batch,
        IReadOnlyList<PageTrail> trails,
        CancellationToken cancellation
    )
    {
        var (_, failure) = await pipe.ExchangeAsync(batch, address, batch.TakeAsync, cancellation);
        foreach (var trail in trails)
            trail.Read.Retries += batch.Retries;

        return failure is null ? null : failure with { HttpStatus = null };
    }

    private TimeSpan? Next(GraphRead read, ReadFailure failure)
    {
        var wait = pipe.Retry.Next(read.Patience, failure);
        if (wait is not null)
            read.Retries++;
        return wait;
    }

    private Answer Inner(GraphRead read, BatchResponse? response)
    {
        if (response is null)
            return new(Next: null, ReadFailure.Malformed($"The batch holds no answer to {read.Question.Template}."));
        if (response.Status is < 200 or > 299)
            return new(Next: null, GraphError.Of(read.Question, response.Status, response.Body, RetryAfter(response)));

        try
        {
            return new(read.Take(response.Body), Failure: null);
        }
        catch (JsonException failure)
        {
            return new(Next: null, GraphPipe.Unreadable(read.Question, failure));
        }
    }

    private TimeSpan? RetryAfter(BatchResponse response) =>
        response
            .Headers?.Where(header => string.Equals(header.Key, "Retry-After", StringComparison.OrdinalIgnoreCase))
            .Select(header => GraphError.RetryAfter(header.Value.ToString(), pipe.Retry.Now))
            .FirstOrDefault();

    private byte[] Body(IReadOnlyList<PageTrail> trails)
    {
        var root = pipe.Endpoint.Version.AbsolutePath.Length;
        var requests = trails.Select(
            (trail, at) =>
                new BatchRequest(
                    at.ToString(CultureInfo.InvariantCulture),
                    "GET",
                    trail.Next!.PathAndQuery[root..],
                    trail.Read.Question.Eventual ? BatchRequest.EventualHeaders : null
                )
        );
        return JsonSerializer.SerializeToUtf8Bytes(new BatchRequests([.. requests]), GraphJson.Default.BatchRequests);
    }

    private sealed class BatchRead(GraphQuestion question) : GraphRead(question)
    {
        private readonly Dictionary<string, BatchResponse> responses = new(StringComparer.OrdinalIgnoreCase);

        public BatchResponse? Response(int at) =>
            responses.GetValueOrDefault(at.ToString(CultureInfo.InvariantCulture));

        protected override async ValueTask<string?> ReadAsync(Stream body, CancellationToken cancellation)
        {
            var read = await JsonSerializer.DeserializeAsync(body, GraphJson.Default.BatchResponses, cancellation);
            foreach (var response in read?.Responses ?? throw new JsonException("The batch has no responses."))
                responses.TryAdd(response.Id, response);
            return null;
        }

        protected override string? Read(JsonElement body) => throw new NotSupportedException("Batches do not nest.");

        protected override void Forget() => responses.Clear();
    }
}
