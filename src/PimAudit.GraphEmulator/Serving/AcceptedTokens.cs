namespace PimAudit.GraphEmulator;

/// <summary>The bearer tokens that are good; one that expired never becomes good again.</summary>
internal sealed class AcceptedTokens(IEnumerable<string> tokens)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Caller> alive = tokens
        .Distinct(StringComparer.Ordinal)
        .ToDictionary(token => token, Caller.With, StringComparer.Ordinal);

    /// <summary>Null for a token that is unknown or has expired.</summary>
    public Caller? Find(string token)
    {
        lock (gate)
            return alive.GetValueOrDefault(token);
    }

    public void Expire(Caller caller)
    {
        lock (gate)
            alive.Remove(caller.Token);
    }
}
