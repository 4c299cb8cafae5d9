using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PimAudit.History;

namespace PimAudit.Service;

/// <summary>Makes the messages for each channel. Whoever makes one of the same run, event and channel makes the same key.</summary>
public static class NoticeMessages
{
    private const int DigitsOfKey = 32;

    /// <summary>Empty when nothing happened that a channel asks for.</summary>
    public static ImmutableArray<OutboxMessage> Of(RunNews news, NotificationSettings settings) =>
        [
            .. from channel in settings.Channels
            let notice = RunNotice.Of(news, channel.On)
            where notice is not null
            select Message(notice, "run " + news.Result.Run.Id, channel.Name),
        ];

    /// <summary>Empty when no channel asks for it.</summary>
    public static ImmutableArray<OutboxMessage> Of(ScanTrouble trouble, NotificationSettings settings) =>
        [
            .. from channel in settings.Channels
            where trouble.IsMissed ? channel.On.ScanMissed : channel.On.ScanFailed
            select Message(TroubleNotice.Of(trouble), About(trouble), channel.Name),
        ];

    /// <summary>Clearly marked as a test.</summary>
    /// <param name="at">UTC; tells tests apart.</param>
    public static OutboxMessage Test(string channel, DateTimeOffset at) =>
        Message(TroubleNotice.Test(), "test " + Moment(at), channel);

    private static OutboxMessage Message(Notice notice, string about, string channel) =>
        new(Key(notice, about, channel), notice.TenantId, channel, NoticeJson.Write(notice));

    private static string About(ScanTrouble trouble) =>
        trouble.Slot is { } slot ? "slot " + Moment(slot) : "scan " + Moment(trouble.At);

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static string Key(Notice notice, string about, string channel)
    {
        var text = string.Join(
            '\n',
            notice.TenantId.ToString("D"),
            notice.Alias,
            about,
            string.Join(',', notice.Events),
            channel
        );
        return "pimaudit-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..DigitsOfKey];
    }
}
