using System.Text.Json;
using AngleSharp.Html.Parser;
using MimeKit;
using NUnit.Framework;
using PimAudit.TestKit;

namespace PimAudit.Service.Tests.Notifications;

/// <summary>Every string of the corpus as the name of the tenant and the title of a rule, through every channel.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Elements = ["body", "div", "h3", "h4", "head", "html", "meta", "p"];

    private static IEnumerable<(string Text, Notice Notice)> Notices =>
        Corpus.Strings.Select(text => (text, Channel.Notice(text, text)));

    [Test]
    public void A_notice_is_one_bounded_line_that_can_be_seen() =>
        Assert.That(
            Notices
                .SelectMany(one => new[] { one.Notice.TenantName!, one.Notice.NewFindings.Single().Title })
                .Where(text => text.Length > 201 || text.Any(letter => char.IsControl(letter) || letter is '\u2028')),
            Is.Empty
        );

    [Test]
    public void A_card_holds_texts_that_are_not_Markdown_and_stays_small() =>
        Assert.That(
            Notices.Where(one => !IsHarmlessCard(AdaptiveCard.Of(one.Notice))).Select(one => one.Text),
            Is.Empty
        );

    [Test]
    public void A_mail_keeps_its_headers_and_its_elements()
    {
        var usual = Heads(Mail(Channel.Notice()));

        Assert.That(
            Notices
                .Select(one => (one.Text, Mail: Mail(one.Notice), one.Notice))
                .Where(one =>
                    Heads(one.Mail) != usual
                    || one.Mail.Subject?.Trim() != NoticeText.Of(one.Notice).Subject.Trim()
                    || !AreHarmless(one.Mail.HtmlBody ?? "<none>")
                )
                .Select(one => one.Text),
            Is.Empty
        );
    }

    [TestCase("slack.liquid")]
    [TestCase("siem.liquid")]
    public async Task A_template_makes_JSON_that_says_the_same(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Samples", file);
        var wrong = new List<string>();
        foreach (var (text, notice) in Notices)
        {
            using var json = JsonDocument.Parse(await NoticeTemplate.RenderAsync(path, notice, "k"));
            if (
                !Texts(json.RootElement)
                    .Any(one => one.Contains(notice.NewFindings.Single().Title, StringComparison.Ordinal))
            )
                wrong.Add(text);
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public async Task A_collector_gets_one_line_of_ASCII_for_each_notice()
    {
        using var lines = new StringWriter { NewLine = "\n" };
        var channel = new NdjsonChannel(lines);
        foreach (var (_, notice) in Notices)
            await channel.SendAsync(notice, "k", CancellationToken.None);

        var written = lines.ToString().TrimEnd('\n').Split('\n');
        Assert.That(written, Has.Length.EqualTo(Corpus.Strings.Length));
        Assert.That(written.Where(line => line.Any(letter => letter is < ' ' or > '~')), Is.Empty);
        Assert.That(
            written.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("tenantName").GetString()),
            Is.EqualTo(Notices.Select(one => one.Notice.TenantName))
        );
    }

    [Test]
    public async Task A_name_with_line_breaks_reaches_a_real_mail_server_as_one_subject()
    {
        await using var server = await MailReceiver.StartAsync();
        var channel = new MailChannel(Channel.Mail(server.Port, MailTls.None), Channel.World());

        await channel.SendAsync(
            Channel.Notice("Contoso\r\nBcc: evil@evil.example\r\n\r\n.\r\nQUIT"),
            "k",
            CancellationToken.None
        );

        var mail = server.All.Single();
        Assert.That(mail.Subject, Does.StartWith("PimAudit: ContosoU+000DU+000ABcc: evil@evil.example"));
        Assert.That((mail.Bcc.Count, mail.To.Count), Is.EqualTo((0, 1)));
    }

    [Test]
    public void The_largest_notice_makes_a_card_that_Teams_takes()
    {
        var wide = string.Concat(Enumerable.Repeat("王", 500));
        var notice = Channel.Notice(wide) with
        {
            Verdict = wide[..200],
            Reason = wide[..300],
            NewFindings =
            [
                .. Enumerable.Range(0, 10).Select(one => new NoticeRule(wide[..100], wide[..200], default, one)),
            ],
            NotRead =
            [
                .. Enum.GetValues<Model.SnapshotParts>()
                    .Select(part => new NoticePart(part, Model.PartNames.Of(part), default, IsLost: true)),
            ],
        };

        Assert.That(AdaptiveCard.Of(notice), Has.Length.LessThan(AdaptiveCard.MaxBytes));
    }

    private static bool IsHarmlessCard(byte[] card)
    {
        using var json = JsonDocument.Parse(card);
        var content = json.RootElement.GetProperty("attachments")[0].GetProperty("content");
        var blocks = content.GetProperty("body").EnumerateArray().ToList();
        return card.Length < AdaptiveCard.MaxBytes
            && blocks.All(block => block.GetProperty("type").GetString() is "RichTextBlock")
            && blocks
                .SelectMany(block => block.GetProperty("inlines").EnumerateArray())
                .All(run =>
                    run.GetProperty("type").GetString() is "TextRun"
                    && !run.GetProperty("text").GetString()!.Contains("{{", StringComparison.Ordinal)
                );
    }

    private static MimeMessage Mail(Notice notice)
    {
        using var stream = new MemoryStream();
        using (var message = MailBody.Of(notice, "k", Channel.Mail(25), Channel.Now))
            message.WriteTo(stream);
        stream.Position = 0;
        return MimeMessage.Load(stream);
    }

    private static string Heads(MimeMessage mail) => string.Join(',', mail.Headers.Select(head => head.Field));

    private static bool AreHarmless(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        return page.All.All(element =>
            Elements.Contains(element.LocalName, StringComparer.Ordinal)
            && element.Attributes.All(attribute => attribute.Name is "lang" or "charset")
        );
    }

    private static IEnumerable<string> Texts(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => [element.GetString()!],
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
            JsonValueKind.Object => element.EnumerateObject().SelectMany(one => Texts(one.Value)),
            _ => [],
        };
}
