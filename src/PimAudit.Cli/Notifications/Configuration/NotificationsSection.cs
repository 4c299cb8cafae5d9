using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PimAudit.Model;
using PimAudit.Service;

namespace PimAudit.Cli;

/// <summary>Reads the <c>notifications:</c> mapping.</summary>
internal static partial class NotificationsSection
{
    private static readonly ImmutableArray<string> Kinds = ["teams", "mail", "webhook", "ndjson"];

    /// <param name="folder">Where relative paths begin.</param>
    public static NotificationSettings Read(YamlMap? notifications, string folder)
    {
        if (notifications is null)
            return NotificationSettings.None;

        var usual = OnOf(notifications.Map("on"), NotifyOn.Default);
        var channels = notifications.Map("channels");
        var settings = new NotificationSettings([
            .. (channels?.Keys ?? [])
                .Select(name => ChannelOf(channels!, name, usual, folder))
                .OfType<ChannelSettings>(),
        ]);
        notifications.RefuseOtherKeys();
        return settings;
    }

    private static ChannelSettings? ChannelOf(YamlMap channels, string name, NotifyOn usual, string folder)
    {
        if (!PlainName().IsMatch(name))
            channels.Issue(name, "must be 1 to 40 of a-z, A-Z, 0-9, dot, dash and underscore");
        if (channels.Map(name) is not { } map)
        {
            channels.Issue(name, $"must say its kind: one of {string.Join(", ", Kinds)}");
            return null;
        }

        if (map.OneOf("kind", Kinds) is not { } kind)
        {
            if (!map.Keys.Contains("kind", StringComparer.Ordinal))
                map.Issue("kind", $"is missing: one of {string.Join(", ", Kinds)}");
            return null;
        }

        var on = OnOf(map.Map("on"), usual);
        ChannelSettings? settings = kind switch
        {
            "teams" => TeamsOf(map, name, on, folder),
            "mail" => MailSection.Read(map, name, on, folder),
            "webhook" => WebhookSection.Read(map, name, on, folder),
            _ => new NdjsonSettings(name, on),
        };
        map.RefuseOtherKeys();
        return settings;
    }

    private static TeamsSettings TeamsOf(YamlMap map, string name, NotifyOn on, string folder) =>
        new(name, on, ChannelSecrets.Required(map, "url", folder));

    private static NotifyOn OnOf(YamlMap? on, NotifyOn usual)
    {
        if (on is null)
            return usual;

        var read = new NotifyOn(
            FindingsOf(on, usual),
            on.Flag("coverageLost") ?? usual.CoverageLost,
            on.Flag("scanMissed") ?? usual.ScanMissed,
            on.Flag("scanFailed") ?? usual.ScanFailed,
            on.Flag("reviewOverdue") ?? usual.ReviewOverdue
        );
        on.RefuseOtherKeys();
        return read;
    }

    private static Severity? FindingsOf(YamlMap on, NotifyOn usual)
    {
        if (on.Text("findings") is not { } text)
            return usual.Findings;
        if (Threshold.Parse(text) is { } threshold)
            return threshold.Severity;

        on.Issue("findings", $"is '{text}' but must be info, low, medium, high, critical or none");
        return usual.Findings;
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainName();
}
