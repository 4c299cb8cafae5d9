using System.Text;
using System.Text.Encodings.Web;
using MimeKit;

namespace PimAudit.Service;

/// <summary>A notice as a mail: plain text and the same in simple HTML.</summary>
internal static class MailBody
{
    /// <param name="now">UTC.</param>
    public static MimeMessage Of(Notice notice, string key, MailSettings settings, DateTimeOffset now)
    {
        var text = NoticeText.Of(notice);
        var from = MailboxAddress.Parse(settings.From);
        var message = new MimeMessage
        {
            Subject = text.Subject,
            Date = now,
            MessageId = $"{key}@{from.Domain}",
            Body = new BodyBuilder { TextBody = Plain(text), HtmlBody = Html(text) }.ToMessageBody(),
        };
        message.From.Add(from);
        message.To.AddRange(settings.To.Select(MailboxAddress.Parse));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-PimAudit-Key", key);
        return message;
    }

    private static string Plain(NoticeText text)
    {
        var body = new StringBuilder(text.Subject).Append('\n');
        foreach (var paragraph in text.Paragraphs)
        {
            body.Append('\n');
            if (paragraph.Heading is { } heading)
                body.Append(heading).Append(":\n");
            foreach (var line in paragraph.Lines)
                body.Append("  ").Append(line).Append('\n');
        }

        body.Append('\n');
        foreach (var fact in text.Facts)
            body.Append(fact.Name).Append(": ").Append(fact.Value).Append('\n');
        return body.ToString();
    }

    private static string Html(NoticeText text)
    {
        var body = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"></head><body>");
        Element(body, "h3", text.Subject);
        foreach (var paragraph in text.Paragraphs)
        {
            if (paragraph.Heading is { } heading)
                Element(body, "h4", heading);
            foreach (var line in paragraph.Lines)
                Element(body, "p", line);
        }

        foreach (var fact in text.Facts)
            Element(body, "div", $"{fact.Name}: {fact.Value}");
        return body.Append("</body></html>\n").ToString();
    }

    private static void Element(StringBuilder body, string name, string text) =>
        body.Append($"<{name}>").Append(HtmlEncoder.Default.Encode(text)).Append($"</{name}>\n");
}
