namespace PimAudit.Service;

/// <summary>Posts an Adaptive Card to a workflow of Microsoft Teams.</summary>
internal sealed class TeamsChannel(TeamsSettings settings, HttpPost post, ChannelWorld world) : IChannel
{
    /// <summary>The idempotency key is sent along although workflows do not look at it: a gateway in between may.</summary>
    public Task<Answer> SendAsync(Notice notice, string key, CancellationToken cancellation) =>
        post.SendAsync(
            HttpPost.Address(settings.Url(world.Variable)),
            AdaptiveCard.Of(notice),
            head => head.Add("Idempotency-Key", key),
            cancellation
        );
}
