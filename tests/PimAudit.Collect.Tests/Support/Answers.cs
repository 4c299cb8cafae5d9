using System.Net;
using System.Text;

namespace PimAudit.Collect.Tests;

/// <summary>Stands for the network: answers by path and query, and remembers what was asked.</summary>
internal sealed class Answers(Func<string, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly List<(string Method, Uri Address, string? Authorization)> asked = [];

    public IReadOnlyList<(string Method, Uri Address, string? Authorization)> Asked => asked;

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        asked.Add((request.Method.Method, request.RequestUri!, request.Headers.Authorization?.ToString()));
        return Task.FromResult(answer(request.RequestUri!.PathAndQuery));
    }
}
