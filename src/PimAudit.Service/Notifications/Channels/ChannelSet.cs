using System.Collections.Immutable;
using System.Text.Json;
using PimAudit.History;

namespace PimAudit.Service;

/// <summary>What channels need of the world around them.</summary>
/// <param name="Variable">Value of an environment variable; null when it is not set.</param>
/// <param name="Lines">Where lines for a collector go.</param>
/// <param name="Version">Of the program; receivers are told.</param>
public sealed record ChannelWorld(Func<string, string?> Variable, TimeProvider Time, TextWriter Lines, string Version);

/// <summary>The channels of a configuration.</summary>
public sealed class ChannelSet : IDisposable
{
    /// <summary>Of one attempt.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(15);

    /// <summary>Nobody mends a configuration sooner.</summary>
    private static readonly TimeSpan Mending = TimeSpan.FromMinutes(1);

    private readonly HttpPost post;
    private readonly ImmutableDictionary<string, IChannel> channels;

    public ChannelSet(NotificationSettings settings, ChannelWorld world)
    {
        post = new(world);
        channels = settings.Channels.ToImmutableDictionary(
            one => one.Name,
            one => Make(one, world),
            StringComparer.Ordinal
        );
    }

    /// <summary>Looks the channel up by its name and tries once. Whatever fails is told in the answer.</summary>
    public async Task<Answer> SendAsync(OutboxMessage message, CancellationToken cancellation)
    {
        if (!channels.TryGetValue(message.Channel, out var channel))
            return new(AnswerKind.TryAgain, "There is no channel of this name in the configuration.");

        try
        {
            return await channel.SendAsync(NoticeJson.Read(message.Body), message.Key, cancellation);
        }
        catch (JsonException)
        {
            return new(AnswerKind.Refused, "The message was written by another version of the program.");
        }
        catch (ChannelException error)
        {
            return new(AnswerKind.TryAgain, error.Message, Mending);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new(AnswerKind.TryAgain, $"The channel met a fault of its own: {error.GetType().Name}.");
        }
    }

    public void Dispose() => post.Dispose();

    private IChannel Make(ChannelSettings settings, ChannelWorld world) =>
        settings switch
        {
            TeamsSettings teams => new TeamsChannel(teams, post, world),
            WebhookSettings webhook => new WebhookChannel(webhook, post, world),
            MailSettings mail => new MailChannel(mail, world),
            _ => new NdjsonChannel(world.Lines),
        };
}
