using System.Collections.Immutable;
using MimeKit;

namespace PimAudit.Service;

/// <summary>Reads a secret, each time that it is needed, from where the configuration says.</summary>
/// <param name="variable">Value of an environment variable; null when it is not set.</param>
/// <exception cref="ChannelException">It is not there.</exception>
public delegate string SecretReader(Func<string, string?> variable);

/// <summary>A place to which notices go.</summary>
/// <param name="Name">In the configuration; messages name their channel by it.</param>
/// <param name="On">What it asks for.</param>
public abstract record ChannelSettings(string Name, NotifyOn On);

/// <summary>A workflow of Microsoft Teams that starts when a webhook request is received.</summary>
/// <param name="Url">A secret: whoever knows the address may post.</param>
public sealed record TeamsSettings(string Name, NotifyOn On, SecretReader Url) : ChannelSettings(Name, On);

/// <summary>Any receiver of HTTP POST.</summary>
/// <param name="Secret">Key of the signature; null sends none.</param>
/// <param name="Template">Absolute path of a Liquid template for the body; null sends the notice as JSON.</param>
/// <param name="Headers">Sent along.</param>
public sealed record WebhookSettings(
    string Name,
    NotifyOn On,
    SecretReader Url,
    SecretReader? Secret,
    string? Template,
    ImmutableArray<WebhookHeader> Headers
) : ChannelSettings(Name, On)
{
    /// <returns>The end of the sentence that starts with the key; null for an address that may be used.</returns>
    public static string? UrlProblem(string url) => HttpPost.Problem(url);
}

/// <param name="Value">Read when it is sent, because it may be a secret.</param>
public sealed record WebhookHeader(string Name, SecretReader Value);

/// <summary>How a mail server is spoken to.</summary>
public enum MailTls
{
    /// <summary>In clear first, then encrypted, or not at all: a server that does not offer it gets no mail.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte.</summary>
    Implicit,

    /// <summary>In clear; on the machine itself alone.</summary>
    None,
}

/// <summary>A mail server that takes mail over SMTP.</summary>
/// <param name="User">Null sends without signing in.</param>
/// <param name="Password">Null without <paramref name="User"/>.</param>
/// <param name="From">One address.</param>
/// <param name="To">Addresses.</param>
public sealed record MailSettings(
    string Name,
    NotifyOn On,
    string Host,
    int Port,
    MailTls Tls,
    string? User,
    SecretReader? Password,
    string From,
    ImmutableArray<string> To
) : ChannelSettings(Name, On)
{
    /// <summary>One address, with or without a name; nothing that could begin another header.</summary>
    public static bool IsAddress(string text) =>
        !text.Any(char.IsControl)
        && MailboxAddress.TryParse(text, out var address)
        && address.Domain is { Length: > 0 };
}

/// <summary>Lines of JSON on the standard output, for a collector.</summary>
public sealed record NdjsonSettings(string Name, NotifyOn On) : ChannelSettings(Name, On);
