using System.Text.Json;
using Microsoft.Kiota.Abstractions;

namespace PimAudit.Collect;

/// <summary>What became of one request: the address of the next page, or a failure.</summary>
internal readonly record struct Answer(string? Next, ReadFailure? Failure);

/// <summary>Sends one request until it is answered or patience ends.</summary>
internal sealed class GraphPipe(GraphConnection connection, RetryPolicy retry)
{
    private const int LongestErrorBody = 64 * 1024;

    /// <summary>A request that hangs longer, body included, has failed.</summary>
    private static readonly TimeSpan LongestExchange = TimeSpan.FromSeconds(100);

    /// <summary>Exchanges without any answer, at the start of a run, after which nobody is there.</summary>
    private const int MostUnheard = 2;

    private volatile bool heard;
    private int unheard;

    public RetryPolicy Retry => retry;

    public GraphEndpoint Endpoint => connection.Endpoint;

    /// <param name="take">Reads the body of a success.</param>
    /// <exception cref="SignInFailedException">Graph answered 401.</exception>
    /// <exception cref="GraphUnreachableException">Not one answer came since the run began, and this was not the first try.</exception>
    public async Task<Answer> ExchangeAsync(
        GraphRead read,
        Uri address,
        Func<Stream, CancellationToken, ValueTask<string?>> take,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            var answer = await TryAsync(read, address, take, cancellation);
            if (answer.Failure is not { } failure || retry.Next(read.Patience, failure) is not { } wait)
                return Heard(answer);

            read.Retries++;
            await retry.WaitAsync(wait, cancellation);
        }
    }

    /// <summary>A first request may be cut by something on the way that lets others pass; two in a row are a dead line.</summary>
    private Answer Heard(Answer answer)
    {
        if (!heard && answer.Failure is { } failure && Interlocked.Increment(ref unheard) >= MostUnheard)
            throw new GraphUnreachableException(connection.Endpoint.Origin, failure.Detail);
        return answer;
    }

    private async Task<Answer> TryAsync(
        GraphRead read,
        Uri address,
        Func<Stream, CancellationToken, ValueTask<string?>> take,
        CancellationToken cancellation
    )
    {
        var question = read.Question;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(LongestExchange);
        try
        {
            using var response = await connection.SendAsync(Request(question, address), patience.Token);
            heard = true;
            await using var body = new CountingStream(await response.Content.ReadAsStreamAsync(patience.Token));
            try
            {
                return response.IsSuccessStatusCode
                    ? new(await take(body, patience.Token), Failure: null)
                    : new(Next: null, await FailureAsync(question, response, body, patience.Token));
            }
            finally
            {
                read.Bytes += body.Count;
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Lost($"Graph did not answer {question.Template} within 100 seconds.");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return Lost($"The connection failed during {question.Template}: {Reason(failure)}.");
        }
        catch (JsonException failure)
        {
            return new(Next: null, Unreadable(question, failure));
        }
    }

    /// <summary>An answer that was read and makes no sense.</summary>
    public static ReadFailure Unreadable(GraphQuestion question, JsonException failure) =>
        ReadFailure.Malformed(
            $"The answer to {question.Template} does not follow the contract"
                + (failure.Path is { Length: > 0 } path ? $" at {path}." : $": {failure.Message}")
        );

    private async Task<ReadFailure> FailureAsync(
        GraphQuestion question,
        HttpResponseMessage response,
        Stream body,
        CancellationToken cancellation
    )
    {
        var status = (int)response.StatusCode;
        var error = GraphError.Of(
            question,
            status,
            GraphError.Parse(await HeadAsync(body, cancellation)),
            GraphError.RetryAfter(response.Headers.RetryAfter, retry.Now)
        );
        return status == 401 ? throw NotSignedIn(error) : error;
    }

    private static async Task<ReadOnlyMemory<byte>> HeadAsync(Stream body, CancellationToken cancellation)
    {
        var head = new byte[LongestErrorBody];
        var length = await body.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        return head.AsMemory(0, length);
    }

    /// <summary>Further pages are read with GET, also those of an answer to POST.</summary>
    private static RequestInformation Request(GraphQuestion question, Uri address)
    {
        var request = new RequestInformation { HttpMethod = Method.GET, URI = address };
        request.Headers.Add("Accept", "application/json");
        if (question.Eventual)
            request.Headers.Add("ConsistencyLevel", "eventual");
        if (question.Body is not { } body || address != question.Address)
            return request;

        request.HttpMethod = Method.POST;
        request.SetStreamContent(new MemoryStream(body, writable: false), "application/json");
        return request;
    }

    /// <summary>The words of the system, such as "Connection refused"; the outer ones only say that something failed.</summary>
    private static string Reason(Exception failure) => GraphError.OneLine(failure.GetBaseException().Message);

    private static Answer Lost(string detail) => new(Next: null, ReadFailure.Transport(detail));

    private static SignInFailedException NotSignedIn(ReadFailure failure) =>
        new(
            $"""
            Microsoft Graph did not accept the sign-in.
              {failure.Detail}
              The collection stopped; nothing was kept.
              Sign in again, and check that the token is for this cloud and tenant.
            """
        );
}
