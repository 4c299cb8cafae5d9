using System.Globalization;
using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Sends up to twenty reads as one request. The outer status says nothing about the inner ones.</summary>
internal sealed class BatchExchange(GraphPipe pipe)
{
    public const int Most = 20;

    private readonly Uri address = new(pipe.Endpoint.Version.AbsoluteUri + "/$batch");

    /// <returns>The reads that have a further page, with its address. All others have their rows or their failure.</returns>
    public async Task<IReadOnlyList<(GraphRead Read, string Next)>> SendAsync(
        IReadOnlyList<GraphRead> reads,
        CancellationToken cancellation
    )
    {
        var more = new List<(GraphRead, string)>();
        var pending = reads;
        while (pending.Count > 0)
        {
            var again = new List<GraphRead>();
            var wait = TimeSpan.Zero;
            foreach (var (read, answer) in await OnceAsync(pending, cancellation))
            {
                if (answer is { Failure: { HttpStatus: not null } failure } && Next(read, failure) is { } asked)
                {
                    wait = asked > wait ? asked : wait;
                    again.Add(read);
                }
                else if (answer.Failure is not null)
                    read.Fail(answer.Failure);
                else if (answer.Next is not null)
                    more.Add((read, answer.Next));
            }

            if (again.Count > 0)
                await pipe.Retry.WaitAsync(wait, cancellation);
            pending = again;
        }

        return more;
    }

    private TimeSpan? Next(GraphRead read, ReadFailure failure)
    {
        var wait = pipe.Retry.Next(read.Patience, failure);
        if (wait is not null)
            read.Retries++;
        return wait;
    }

    private async Task<List<(GraphRead Read, Answer Answer)>> OnceAsync(
        IReadOnlyList<GraphRead> reads,
        CancellationToken cancellation
    )
    {
        var outer = new BatchRead(new(SnapshotParts.None, "POST $batch", address) { Body = Body(reads) });
        var (_, failure) = await pipe.ExchangeAsync(outer, address, outer.TakeAsync, cancellation);

        var answers = new List<(GraphRead, Answer)>();
        foreach (var (at, read) in reads.Index())
        {
            read.Requests++;
            read.Retries += outer.Retries;
            answers.Add((read, failure is null ? Inner(read, outer.Response(at)) : Outer(failure)));
        }

        return answers;
    }

    /// <summary>The outer request was retried already, so its failure is final for the inner ones.</summary>
    private static Answer Outer(ReadFailure failure) => new(Next: null, failure with { HttpStatus = null });

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

    private byte[] Body(IReadOnlyList<GraphRead> reads)
    {
        var root = pipe.Endpoint.Version.AbsoluteUri.Length;
        var requests = reads.Select(
            (read, at) =>
                new BatchRequest(
                    at.ToString(CultureInfo.InvariantCulture),
                    "GET",
                    read.Question.Address.AbsoluteUri[root..],
                    read.Question.Eventual ? BatchRequest.EventualHeaders : null
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
