using NUnit.Framework;
using PimAudit.Collect;

namespace PimAudit.Cli.Tests.Terminal;

public sealed class ProgressTests
{
    private static readonly CollectionProgress Begun = new(
        "Reading groups",
        Number: 2,
        Steps: 4,
        Done: 0,
        Total: 0,
        Rows: 0,
        HttpCalls: 12,
        TimeSpan.Zero,
        TimeSpan.Zero
    );

    private static readonly CollectionProgress Busy = Begun with
    {
        Done = 120,
        Total = 480,
        Rows = 3456,
        Throttled = TimeSpan.FromSeconds(8),
        Elapsed = TimeSpan.FromSeconds(30),
    };

    [Test]
    public void A_step_that_has_not_told_anything_has_its_name_alone() =>
        Assert.That(
            LineOf(Begun, left: null),
            Is.EqualTo("  ━━━━━───────────────── 2 of 4  Reading groups, 12 requests")
        );

    [Test]
    public void Everything_that_is_known_stands_on_one_line() =>
        Assert.That(
            LineOf(Busy, TimeSpan.FromSeconds(90)),
            Is.EqualTo(
                "  ━━━━━━──────────────── 2 of 4  Reading groups, 120 of 480 asked, about 90 s left, waited 8 s for Graph, 3456 rows, 12 requests"
            )
        );

    [TestCase(100, "  ━━━━━━──────────────── 2 of 4  Reading groups, 120 of 480 asked, about 90 s left, 3456 rows")]
    [TestCase(50, "  2 of 4  Reading groups, 120 of 480 asked")]
    [TestCase(40, "  2 of 4  Reading groups, 3456 rows")]
    [TestCase(20, "  2 of 4  Reading g")]
    [TestCase(1, "")]
    public void A_narrow_terminal_gets_fewer_words(int width, string expected) =>
        Assert.That(
            new ProgressText(Busy, TimeSpan.FromSeconds(90)).Line(width, unicode: true),
            Is.EqualTo(expected).And.Length.LessThan(Math.Max(1, width))
        );

    [Test]
    public void A_terminal_without_such_letters_gets_a_plain_bar() =>
        Assert.That(
            new ProgressText(Busy, left: null).Line(70, unicode: false),
            Is.EqualTo("  ######---------------- 2 of 4  Reading groups, 120 of 480 asked")
        );

    [Test]
    public void A_log_gets_a_sentence() =>
        Assert.That(
            new ProgressText(Busy, TimeSpan.FromMinutes(7)).Sentence(),
            Is.EqualTo(
                "2 of 4: Reading groups, 120 of 480 asked, about 7 min left, waited 8 s for Graph, 3456 rows, 12 requests"
            )
        );

    [Test]
    public void A_record_without_steps_divides_by_nothing() =>
        Assert.That(
            LineOf(Begun with { Number = 0, Steps = 0, Done = 3 }, left: null),
            Does.StartWith("  ──────────────────────")
        );

    [Test]
    public void The_pace_of_the_step_tells_what_is_left()
    {
        var left = new TimeLeft();
        left.After(Begun with { Total = 480, Elapsed = TimeSpan.FromSeconds(10) });

        Assert.That(left.After(Busy), Is.EqualTo(TimeSpan.FromSeconds(60)));
    }

    [Test]
    public void A_total_that_grows_lengthens_what_is_left()
    {
        var left = new TimeLeft();
        left.After(Begun with { Total = 120, Elapsed = TimeSpan.FromSeconds(10) });

        Assert.That(left.After(Busy with { Total = 600 }), Is.EqualTo(TimeSpan.FromSeconds(80)));
    }

    [Test]
    public void Another_step_has_another_pace()
    {
        var left = new TimeLeft();
        left.After(Begun);
        left.After(Busy);

        Assert.That(left.After(Busy with { Number = 3, Elapsed = TimeSpan.FromSeconds(40) }), Is.Null);
    }

    [TestCase(0, 480, 60, Description = "nothing answered")]
    [TestCase(120, 480, 2, Description = "too short a look")]
    [TestCase(480, 480, 60, Description = "nothing left")]
    [TestCase(120, 0, 60, Description = "no total")]
    public void Nothing_is_said_where_it_cannot_be_told(int done, int total, int seconds)
    {
        var left = new TimeLeft();
        left.After(Begun);

        Assert.That(
            left.After(Begun with { Done = done, Total = total, Elapsed = TimeSpan.FromSeconds(seconds) }),
            Is.Null
        );
    }

    [Test]
    public void A_terminal_sees_each_step_and_an_empty_line_in_the_end()
    {
        var error = new StringWriter();
        using (var progress = new Progress(Watched(error, isTerminal: true), quiet: false))
        {
            progress.Report(Begun);
            progress.Report(Begun with { Rows = 5 });
            progress.Report(Begun with { Number = 3 });
        }

        Assert.That(
            error.ToString().Split('\r').Select(line => line.Trim()),
            Is.EqualTo(
                new[]
                {
                    "",
                    "━━━━━───────────────── 2 of 4  Reading groups, 12 requests",
                    "━━━━━━━━━━━─────────── 3 of 4  Reading groups, 12 requests",
                    "",
                    "",
                }
            )
        );
        Assert.That(error.ToString(), Does.Not.Contain('\e'));
    }

    [Test]
    public void A_log_sees_a_line_each_half_minute()
    {
        var error = new StringWriter();
        var clock = new SteppingTime(TimeSpan.FromSeconds(20));
        using (var progress = new Progress(Watched(error, isTerminal: false) with { Time = clock }, quiet: false))
            foreach (var number in new[] { 1, 2, 3, 4 })
                progress.Report(Begun with { Number = number });

        Assert.That(
            error.ToString().ReplaceLineEndings("\n"),
            Is.EqualTo("2 of 4: Reading groups, 12 requests\n4 of 4: Reading groups, 12 requests\n")
        );
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Quiet_is_quiet(bool isTerminal)
    {
        var error = new StringWriter();
        using (
            var progress = new Progress(
                Watched(error, isTerminal) with
                {
                    Time = new SteppingTime(TimeSpan.FromMinutes(1)),
                },
                quiet: true
            )
        )
            progress.Report(Busy);

        Assert.That(error.ToString(), Is.Empty);
    }

    private static string LineOf(CollectionProgress progress, TimeSpan? left) =>
        new ProgressText(progress, left).Line(200, unicode: true);

    private static Surroundings Watched(TextWriter error, bool isTerminal) =>
        new(
            new StringWriter(),
            error,
            _ => null,
            Environment.CurrentDirectory,
            new FixedTime(DateTimeOffset.UnixEpoch),
            OutIsTerminal: isTerminal,
            ErrorIsTerminal: isTerminal,
            Width: 100
        );

    /// <summary>Each look at this clock finds it further on.</summary>
    private sealed class SteppingTime(TimeSpan step) : TimeProvider
    {
        private DateTimeOffset now = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => now += step;
    }
}
