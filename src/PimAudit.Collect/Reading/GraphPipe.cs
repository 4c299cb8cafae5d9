using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Polly.Timeout;

namespace PimAudit.Collect;

/// <summary>What became of one request: the address of the next page, or a failure.</summary>
internal readonly record struct Answer(string? Next, ReadFailure? Failure);

/// <summary>Asks one request of Graph and says what became of it.</summary>
internal sealed class GraphPipe(GraphConnection connection, GraphResilience resilience, RunLimit limit)
{
    /// <summary>Exchanges without any answer, at the start of a run, after which nobody is there.</summary>
    private const int MostUnheard = 2;

    private volatile bool heard;
    private int unheard;

    public GraphResilience Resilience => resilience;

    public RunLimit Limit => limit;

    public GraphEndpoint Endpoint => connection.Endpoint;

    /// <exception cref="SignInFailedException">Graph answered 401, and there is no other token.</exception>
    /// <exception cref="GraphUnreachableException">Not one answer came since the run began, and this was not the first try.</exception>
    public async Task<Answer> ExchangeAsync(
        GraphRead read,
        Uri address,
        IReadOnlyList<RequestLoad> loads,
        CancellationToken cancellation
    )
    {
        if (limit.IsOver)
            return new(Next: null, limit.Missed(read.Question));

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return Heard(await TryAsync(read, address, loads, ending.Token));
        }
        catch (OperationCanceledException) when (limit.IsOver && !cancellation.IsCancellationRequested)
        {
            return new(Next: null, limit.Missed(read.Question));
        }
    }

    /// <summary>Waits before a request inside a batch is repeated.</summary>
    /// <returns>False when the time of the run is over.</returns>
    public async Task<bool> WaitAsync(TimeSpan wait, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            await resilience.WaitAsync(wait, ending.Token);
        }
        catch (OperationCanceledException) when (limit.IsOver && !cancellation.IsCancellationRequested)
        {
            return false;
        }

        return !limit.IsOver;
    }

    /// <inheritdoc cref="GraphConnection.Renewals"/>
    public int Renewals => connection.Renewals;

    /// <inheritdoc cref="GraphConnection.RenewTokenAsync"/>
    public ValueTask<bool> RenewTokenAsync(int seen, CancellationToken cancellation) =>
        connection.RenewTokenAsync(seen, cancellation);

    /// <summary>An answer that was read and makes no sense.</summary>
    public static ReadFailure Unreadable(GraphQuestion question, JsonException failure) =>
        ReadFailure.Malformed(
            $"The answer to {question.Template} does not follow the contract"
                + (failure.Path is { Length: > 0 } path ? $" at {path}." : $": {failure.Message}")
        );

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
        IReadOnlyList<RequestLoad> loads,
        CancellationToken cancellation
    )
    {
        var question = read.Question;
        var tries = 0;
        try
        {
            using var response = await resilience.SendAsync(
                read.Patience,
                loads,
                token =>
                {
                    tries++;
                    return SendAsync(question, address, token);
                },
                cancellation
            );
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            read.Bytes += body.Length;
            if (!response.IsSuccessStatusCode)
                return new(Next: null, FailureOf(read.Asked, response, body));

            resilience.Rules.Answered(read.Patience.Service);
            return new(read.Take(body), Failure: null);
        }
        catch (TimeoutRejectedException)
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
        finally
        {
            read.Retries += Math.Max(0, tries - 1);
        }
    }

    private async ValueTask<HttpResponseMessage> SendAsync(
        GraphQuestion question,
        Uri address,
        CancellationToken cancellation
    )
    {
        try
        {
            var response = await connection.SendAsync(() => Request(question, address), cancellation);
            heard = true;
            return response;
        }
        catch (IncompleteBodyException)
        {
            heard = true;
            throw;
        }
    }

    private ReadFailure FailureOf(GraphQuestion question, HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        var error = GraphError.Of(
            question,
            status,
            GraphError.Parse(body),
            GraphError.RetryAfter(response.Headers.RetryAfter, resilience.Now)
        );
        return status == 401 ? throw NotSignedIn(error) : error;
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
              The collection stopped there; no snapshot was made.
              Sign in again, and check that the token is for this cloud and tenant.
            """
        );
}
