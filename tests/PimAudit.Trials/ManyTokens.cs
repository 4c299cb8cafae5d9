using System.Globalization;
using PimAudit.Collect;

namespace PimAudit.Trials;

/// <summary>A sign-in that has a new token whenever one is turned away.</summary>
public sealed class ManyTokens : IAccessTokenSource
{
    private readonly Lock gate = new();
    private int at;

    /// <summary>All that are ever handed out.</summary>
    public IReadOnlyList<string> All { get; } =
    [.. Enumerable.Range(0, 2000).Select(number => "token-" + number.ToString(CultureInfo.InvariantCulture))];

    public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken)
    {
        lock (gate)
            return ValueTask.FromResult(All[at]);
    }

    public ValueTask<string?> RenewTokenAsync(string rejected, string? claims, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (string.Equals(All[at], rejected, StringComparison.Ordinal))
                at++;
            return ValueTask.FromResult<string?>(All[at]);
        }
    }
}
