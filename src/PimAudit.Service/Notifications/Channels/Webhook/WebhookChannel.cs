using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace PimAudit.Service;

/// <summary>Posts the notice, or what a template makes of it, and signs it.</summary>
internal sealed class WebhookChannel(WebhookSettings settings, HttpPost post, ChannelWorld world) : IChannel
{
    public const string KeyHeader = "Idempotency-Key";

    public async Task<Answer> SendAsync(Notice notice, string key, CancellationToken cancellation)
    {
        var text = settings.Template is { } template
            ? await NoticeTemplate.RenderAsync(template, notice, key)
            : NoticeJson.Write(notice);
        var body = Encoding.UTF8.GetBytes(text);
        return await post.SendAsync(
            HttpPost.Address(settings.Url(world.Variable)),
            body,
            head => Fill(head, key, body),
            cancellation
        );
    }

    private void Fill(HttpRequestHeaders head, string key, byte[] body)
    {
        foreach (var header in settings.Headers)
            if (!head.TryAddWithoutValidation(header.Name, OneLine(header)))
                throw new ChannelException($"The header {header.Name} cannot be sent.");
        head.Add(KeyHeader, key);

        var timestamp = world.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        head.Add(Signature.TimestampHeader, timestamp);
        if (settings.Secret is { } secret)
            head.Add(Signature.Header, Signature.Of(secret(world.Variable), timestamp, body));
    }

    private string OneLine(WebhookHeader header) =>
        header.Value(world.Variable) is var value && value.Any(char.IsControl)
            ? throw new ChannelException($"The header {header.Name} has more than one line.")
            : value;
}
