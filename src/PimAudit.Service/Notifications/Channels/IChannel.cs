namespace PimAudit.Service;

/// <summary>A way to somebody who is told.</summary>
internal interface IChannel
{
    /// <summary>Tries once, for at most <see cref="ChannelSet.TimeLimit"/>.</summary>
    /// <param name="key">Receivers drop a second message of the same key.</param>
    /// <exception cref="ChannelException">The channel cannot be used as it is configured.</exception>
    Task<Answer> SendAsync(Notice notice, string key, CancellationToken cancellation);
}

/// <summary>A channel cannot be used as it is configured. The message is one sentence without a secret.</summary>
public sealed class ChannelException(string message) : Exception(message);

/// <summary>What came of an attempt.</summary>
public enum AnswerKind
{
    Delivered,

    /// <summary>It may go better later.</summary>
    TryAgain,

    /// <summary>It will not go better.</summary>
    Refused,
}

/// <param name="Why">What was seen, for people: no secret, no address of a person.</param>
/// <param name="After">How long the receiver asks to wait; null when it does not say.</param>
public sealed record Answer(AnswerKind Kind, string Why, TimeSpan? After = null);
