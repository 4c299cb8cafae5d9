using System.Collections.Immutable;
using System.Net;
using PimAudit.Service;

namespace PimAudit.Cli;

/// <summary>Reads a channel of kind <c>mail</c>.</summary>
internal static class MailSection
{
    private static readonly ImmutableArray<string> Ways = ["starttls", "implicit", "none"];

    public static MailSettings Read(YamlMap map, string name, NotifyOn on, string folder)
    {
        var host = map.Text("host") ?? "";
        if (host.Length == 0)
            map.Issue("host", "is missing");
        var tls = map.OneOf("tls", Ways) switch
        {
            "implicit" => MailTls.Implicit,
            "none" => MailTls.None,
            _ => MailTls.StartTls,
        };
        if (tls is MailTls.None && !IsHere(host))
            map.Issue("tls", "is 'none', which is for a server on the machine itself; use starttls or implicit");

        var user = map.Text("user");
        var password = ChannelSecrets.Optional(map, "password", folder);
        if (user is null != password is null)
            map.Issue(user is null ? "password" : "user", "needs both user and password");
        return new(name, on, host, PortOf(map, tls), tls, user, password, FromOf(map), ToOf(map));
    }

    private static bool IsHere(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static int PortOf(YamlMap map, MailTls tls)
    {
        var usual = tls switch
        {
            MailTls.StartTls => 587,
            MailTls.Implicit => 465,
            _ => 25,
        };
        var port = map.Number("port") ?? usual;
        if (port is < 1 or > ushort.MaxValue)
            map.Issue("port", $"is '{port}' but must be between 1 and {ushort.MaxValue}");
        return port;
    }

    private static string FromOf(YamlMap map)
    {
        var from = map.Text("from") ?? "";
        if (!MailSettings.IsAddress(from))
            map.Issue("from", from.Length == 0 ? "is missing" : "is no mail address");
        return from;
    }

    private static ImmutableArray<string> ToOf(YamlMap map)
    {
        var to = map.Texts("to") ?? [];
        if (to.IsEmpty)
            map.Issue("to", "is missing: at least one mail address");
        if (to.Any(address => !MailSettings.IsAddress(address)))
            map.Issue("to", "holds something that is no mail address");
        return to;
    }
}
