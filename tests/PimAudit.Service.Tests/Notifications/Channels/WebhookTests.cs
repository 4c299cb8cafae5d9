using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace PimAudit.Service.Tests.Notifications;

public sealed class WebhookTests
{
    private const string Key = "s3cret";

    [Test]
    public async Task The_receiver_can_check_who_sent_it_and_when()
    {
        await using var receiver = await HttpReceiver.AnsweringAsync(202);
        using var channels = Channel.Set(Channel.Webhook(receiver.Url, Key), Channel.World());

        var answer = await channels.SendAsync(Channel.Message("hook"), CancellationToken.None);

        var got = receiver.All.Single();
        var timestamp = got.Headers["X-PimAudit-Timestamp"];
        var expected = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(Key),
            Encoding.UTF8.GetBytes($"{timestamp}.{got.Body}")
        );
        Assert.That(answer, Is.EqualTo(new Answer(AnswerKind.Delivered, "The receiver answered 202.")));
        Assert.That(got.Headers["X-PimAudit-Signature"], Is.EqualTo("sha256=" + Convert.ToHexStringLower(expected)));
        Assert.That(DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp)), Is.EqualTo(Channel.Now));
        Assert.That(
            (got.Headers["Idempotency-Key"], got.Headers["X-Source"], got.Headers["Content-Type"]),
            Is.EqualTo(("pimaudit-0123", "PimAudit", "application/json; charset=utf-8"))
        );
        Assert.That(got.Body, Is.EqualTo(NoticeJson.Write(Channel.Notice())));
    }

    [Test]
    public async Task Without_a_secret_nothing_is_signed()
    {
        await using var receiver = await HttpReceiver.AnsweringAsync(200);
        using var channels = Channel.Set(Channel.Webhook(receiver.Url), Channel.World());

        await channels.SendAsync(Channel.Message("hook"), CancellationToken.None);

        Assert.That(receiver.All.Single().Headers.Keys, Has.None.EqualTo("X-PimAudit-Signature"));
    }

    [TestCase(200, AnswerKind.Delivered)]
    [TestCase(299, AnswerKind.Delivered)]
    [TestCase(302, AnswerKind.Refused)]
    [TestCase(400, AnswerKind.Refused)]
    [TestCase(404, AnswerKind.Refused)]
    [TestCase(408, AnswerKind.TryAgain)]
    [TestCase(429, AnswerKind.TryAgain)]
    [TestCase(500, AnswerKind.TryAgain)]
    [TestCase(503, AnswerKind.TryAgain)]
    public async Task The_answer_decides_what_becomes_of_the_message(int status, AnswerKind expected)
    {
        await using var receiver = await HttpReceiver.AnsweringAsync(status);
        using var channels = Channel.Set(Channel.Webhook(receiver.Url), Channel.World());

        var answer = await channels.SendAsync(Channel.Message("hook"), CancellationToken.None);

        Assert.That(answer.Kind, Is.EqualTo(expected), answer.Why);
        Assert.That(answer.Why, Does.Contain($"{status}").And.Not.Contain("do-not-tell"));
        Assert.That(receiver.All.Select(one => one.Path), Is.EqualTo(["/hook"]));
    }

    [TestCase("120", 120)]
    [TestCase("Thu, 01 Oct 2026 06:15:00 GMT", 600)]
    [TestCase("Thu, 01 Oct 2026 05:00:00 GMT", null)]
    [TestCase("soon", null)]
    public async Task Retry_after_is_heard(string header, int? seconds)
    {
        await using var receiver = await HttpReceiver.AnsweringAsync(429, header);
        using var channels = Channel.Set(Channel.Webhook(receiver.Url), Channel.World());

        var answer = await channels.SendAsync(Channel.Message("hook"), CancellationToken.None);

        Assert.That(answer.After?.TotalSeconds, Is.EqualTo(seconds));
    }

    [Test]
    public async Task A_receiver_that_never_answers_is_left_after_the_time_limit()
    {
        var time = new FakeTimeProvider(Channel.Now);
        var reached = new TaskCompletionSource();
        await using var receiver = await HttpReceiver.StartAsync(
            async (context, _) =>
            {
                reached.SetResult();
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
        );
        using var channels = Channel.Set(Channel.Webhook(receiver.Url), Channel.World(time));

        var sending = channels.SendAsync(Channel.Message("hook"), CancellationToken.None);
        await reached.Task;
        time.Advance(ChannelSet.TimeLimit - TimeSpan.FromMilliseconds(1));
        Assert.That(sending.IsCompleted, Is.False);
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.That(await sending, Is.EqualTo(new Answer(AnswerKind.TryAgain, "There was no answer in time.")));
    }

    [Test]
    public async Task A_receiver_that_hangs_up_is_tried_again()
    {
        await using var receiver = await HttpReceiver.StartAsync(
            (context, _) =>
            {
                context.Abort();
                return Task.CompletedTask;
            }
        );
        using var channels = Channel.Set(Channel.Webhook(receiver.Url), Channel.World());

        var answer = await channels.SendAsync(Channel.Message("hook"), CancellationToken.None);

        Assert.That((answer.Kind, answer.Why), Is.EqualTo((AnswerKind.TryAgain, answer.Why)));
        Assert.That(answer.Why, Does.StartWith("The connection failed"));
    }

    [Test]
    public async Task An_answer_whose_body_never_ends_counts_by_its_status()
    {
        await using var receiver = await HttpReceiver.StartAsync(
            async (context, _) =>
            {
                await context.Response.WriteAsync("half");
                await context.Response.Body.FlushAsync();
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
        );
        using var channels = Channel.Set(Channel.Webhook(receiver.Url), Channel.World());

        var answer = await channels.SendAsync(Channel.Message("hook"), CancellationToken.None);

        Assert.That(answer.Kind, Is.EqualTo(AnswerKind.Delivered));
    }

    [TestCase("http://contoso.example/hook")]
    [TestCase("ftp://127.0.0.1/hook")]
    [TestCase("https://user:password@contoso.example/hook")]
    [TestCase("hook")]
    public async Task An_address_that_is_not_encrypted_gets_nothing_and_is_not_repeated(string url)
    {
        using var channels = Channel.Set(Channel.Webhook(url), Channel.World());

        var answer = await channels.SendAsync(Channel.Message("hook"), CancellationToken.None);

        Assert.That(answer.Kind, Is.EqualTo(AnswerKind.TryAgain));
        Assert.That(answer.Why, Does.StartWith("The url ").And.Not.Contain(url));
    }

    [Test]
    public async Task A_header_cannot_begin_another_one()
    {
        await using var receiver = await HttpReceiver.AnsweringAsync(200);
        var settings = Channel.Webhook(receiver.Url) with
        {
            Headers = [new("X-Source", Channel.Kept("a\r\nX-Evil: b"))],
        };
        using var channels = Channel.Set(settings, Channel.World());

        var answer = await channels.SendAsync(Channel.Message("hook"), CancellationToken.None);

        Assert.That(answer.Why, Is.EqualTo("The header X-Source has more than one line."));
        Assert.That(receiver.All, Is.Empty);
    }

    [Test]
    public async Task A_body_of_another_version_is_given_up()
    {
        using var channels = Channel.Set(Channel.Webhook("https://contoso.example"), Channel.World());

        var answer = await channels.SendAsync(
            Channel.Message("hook") with
            {
                Body = JsonSerializer.Serialize(new { schemaVersion = 2 }),
            },
            CancellationToken.None
        );

        Assert.That(answer.Kind, Is.EqualTo(AnswerKind.Refused));
    }
}
