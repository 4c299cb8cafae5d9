namespace PimAudit.Collect;

/// <summary>The one Graph that a collection talks to: nothing goes to any other origin.</summary>
/// <remarks>An origin is scheme, host and port together.</remarks>
public sealed class GraphEndpoint
{
    private const string VersionSegment = "/v1.0";
    private const string BetaSegment = "/beta";

    /// <summary>All that is ever asked of beta.</summary>
    private static readonly string[] BetaReads =
    [
        "roleManagement/directory/roleDefinitions",
        "identityGovernance/privilegedAccess/group/resources",
        "identityGovernance/roleManagementAlerts/alerts",
    ];

    /// <param name="baseAddress">Such as <c>https://graph.microsoft.com</c>; version 1.0 may stand at its end.</param>
    /// <exception cref="ArgumentException">Not absolute, with a user, query or fragment, or plain http on another host than loopback.</exception>
    public GraphEndpoint(Uri baseAddress)
    {
        ArgumentNullException.ThrowIfNull(baseAddress);
        if (!baseAddress.IsAbsoluteUri || !IsGuarded(baseAddress))
            throw new ArgumentException(
                $"The Graph address is neither https nor plain http on loopback. "
                    + "A token is never sent to it. Give an https address.",
                nameof(baseAddress)
            );
        if (baseAddress.UserInfo.Length + baseAddress.Query.Length + baseAddress.Fragment.Length > 0)
            throw new ArgumentException(
                $"The Graph address '{baseAddress.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}' carries a user, a query or a fragment. "
                    + "Give scheme, host and port alone.",
                nameof(baseAddress)
            );

        BaseAddress = baseAddress;
        var root = WithoutVersion(baseAddress.AbsoluteUri.TrimEnd('/'));
        Version = new Uri(root + VersionSegment);
        Beta = new Uri(root + BetaSegment);
    }

    /// <summary>As given.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Origin => BaseAddress.GetLeftPart(UriPartial.Authority);

    /// <summary>Root of version 1.0, without a slash at the end.</summary>
    internal Uri Version { get; }

    /// <summary>Root of beta, without a slash at the end: for the few facts that version 1.0 does not tell.</summary>
    internal Uri Beta { get; }

    /// <summary>True when the address is version 1.0 of this Graph, or a list of beta's that is read: only then may a token go near it.</summary>
    public bool Owns(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.IsAbsoluteUri
            && string.Equals(address.Scheme, BaseAddress.Scheme, StringComparison.Ordinal)
            && string.Equals(address.IdnHost, BaseAddress.IdnHost, StringComparison.OrdinalIgnoreCase)
            && address.Port == BaseAddress.Port
            && address.UserInfo.Length == 0
            && (IsBelow(Version, address) || IsBetaRead(address));
    }

    /// <summary>Pages stay in the version in which they began.</summary>
    internal bool IsSameVersion(Uri one, Uri other) => IsBelow(Beta, one) == IsBelow(Beta, other);

    private bool IsBetaRead(Uri address) =>
        IsBelow(Beta, address)
        && BetaReads.Contains(address.AbsolutePath[(Beta.AbsolutePath.Length + 1)..], StringComparer.Ordinal);

    private static bool IsBelow(Uri root, Uri address) =>
        address.AbsolutePath.StartsWith(root.AbsolutePath + "/", StringComparison.Ordinal);

    private static string WithoutVersion(string address) =>
        address.EndsWith(VersionSegment, StringComparison.OrdinalIgnoreCase)
            ? address[..^VersionSegment.Length]
            : address;

    private static bool IsGuarded(Uri address) =>
        string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)
        || (string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal) && address.IsLoopback);
}
