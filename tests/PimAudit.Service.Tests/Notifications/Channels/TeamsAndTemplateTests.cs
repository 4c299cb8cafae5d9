using System.Text.Json;
using NUnit.Framework;

namespace PimAudit.Service.Tests.Notifications;

public sealed class TeamsAndTemplateTests
{
    private string folder = "";

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("pimaudit-test-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task A_workflow_of_Teams_gets_a_card_in_its_envelope()
    {
        await using var receiver = await HttpReceiver.AnsweringAsync(202);
        using var channels = Channel.Set(
            new TeamsSettings("teams", NotifyOn.Default, Channel.Kept(receiver.Url)),
            Channel.World()
        );

        var answer = await channels.SendAsync(Channel.Message("teams"), CancellationToken.None);

        using var body = JsonDocument.Parse(receiver.All.Single().Body);
        var attachment = body.RootElement.GetProperty("attachments")[0];
        var card = attachment.GetProperty("content");
        Assert.That(answer.Kind, Is.EqualTo(AnswerKind.Delivered));
        Assert.That(
            (
                body.RootElement.GetProperty("type").GetString(),
                attachment.GetProperty("contentType").GetString(),
                card.GetProperty("type").GetString(),
                card.GetProperty("version").GetString()
            ),
            Is.EqualTo(("message", "application/vnd.microsoft.card.adaptive", "AdaptiveCard", "1.4"))
        );
        Assert.That(
            card.GetProperty("body")
                .EnumerateArray()
                .Select(block => block.GetProperty("inlines")[0].GetProperty("text").GetString()),
            Is.EqualTo([
                "PimAudit: Contoso: 1 new finding at or above high",
                "Verdict",
                "In order",
                "New findings",
                "PIM101, critical, 1: Role is held for good",
                "Open now",
                "1 critical",
                $"Tenant: {TestKit.A.Id("Contoso"):D}",
                "Name: Contoso",
                "Taken at: 2026-10-01 06:00 UTC",
                "Run: 00112233445566aa",
                "Compared with run: 00112233445566aa",
            ])
        );
    }

    [Test]
    public async Task A_template_of_ones_own_makes_the_body()
    {
        await using var receiver = await HttpReceiver.AnsweringAsync(200);
        var template = Write("""{ "what": "{{ notice.headline }}", "id": "{{ key }}" }""");
        using var channels = Channel.Set(Channel.Webhook(receiver.Url, template: template), Channel.World());

        await channels.SendAsync(Channel.Message("hook"), CancellationToken.None);

        Assert.That(
            receiver.All.Single().Body,
            Is.EqualTo("""{ "what": "1 new finding at or above high", "id": "pimaudit-0123" }""")
        );
    }

    [TestCase("{% if %}", "cannot be understood")]
    [TestCase("""{ "a": "{{ notice.headline }}" """, "makes no JSON")]
    [TestCase("""{ "a": "{{ notice.headline | shout }}" }""", "failed")]
    [TestCase("""{ "a": "{% include 'other' %}" }""", "failed")]
    [TestCase("""{ "a": "{% for i in (1..1000000) %}{% endfor %}" }""", "failed")]
    public async Task A_template_that_cannot_be_meant_is_told(string text, string expected)
    {
        var error = await Assert.ThrowsAsync<ChannelException>(() =>
            NoticeTemplate.RenderAsync(Write(text), Channel.Notice(), "k")
        );

        Assert.That(error!.Message, Does.Contain(expected).And.Not.Contain(folder));
    }

    [TestCase("{{ notice.nobody }}")]
    [TestCase("{{ settings }}{{ env }}{{ notice.headline.GetType.Assembly }}")]
    public async Task A_template_sees_nothing_but_the_notice(string text) =>
        Assert.That(
            await NoticeTemplate.RenderAsync(Write($"[\"{text}\"]"), Channel.Notice(), "k"),
            Is.EqualTo("[\"\"]")
        );

    [Test]
    public async Task A_template_that_is_not_there_is_told()
    {
        var error = await Assert.ThrowsAsync<ChannelException>(() =>
            NoticeTemplate.RenderAsync(Path.Combine(folder, "no.liquid"), Channel.Notice(), "k")
        );

        Assert.That(error!.Message, Does.StartWith("The template no.liquid does not exist"));
    }

    [TestCase("slack.liquid")]
    [TestCase("siem.liquid")]
    public async Task The_samples_fit_every_kind_of_notice(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Samples", file);
        var trouble = new ScanTrouble(Guid.Empty, Slot: null, Channel.Now, "No sign-in.", IsMissed: false);
        Notice[] kinds =
        [
            Channel.Notice(),
            Channel.Notice() with
            {
                MoreRules = 2,
                NotRead = [new(Model.SnapshotParts.Principals, "Users and applications", default, IsLost: true)],
                Alias = "contoso",
            },
            TroubleNotice.Of(trouble),
            TroubleNotice.Of(trouble with { Slot = Channel.Now, IsMissed = true, WhyNot = null }),
            TroubleNotice.Test(),
        ];

        foreach (var notice in kinds)
            Assert.That(await NoticeTemplate.RenderAsync(path, notice, "k"), Does.Contain(notice.Headline));
    }

    private string Write(string text)
    {
        var path = Path.Combine(folder, "template.liquid");
        File.WriteAllText(path, text);
        return path;
    }
}
