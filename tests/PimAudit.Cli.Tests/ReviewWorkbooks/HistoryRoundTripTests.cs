using System.Text;
using NUnit.Framework;
using PimAudit.Archive;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Cli.Tests.ReviewWorkbooks;

/// <summary>Whatever people answer, the CSV of a review gives it back.</summary>
public sealed class HistoryRoundTripTests
{
    private static readonly ReviewDecision[] Decisions = Enum.GetValues<ReviewDecision>();

    [Test]
    public async Task Hostile_answers_come_back_as_they_were()
    {
        using var world = await SentOut.WorldAsync();
        var asked = (await ReviewFile.ReadAsync(world.PathOf(SentOut.Record), CancellationToken.None)).Review;
        var path = world.PathOf("own.csv");

        foreach (var texts in Texts.Chunk(asked.Rows.Length))
        {
            var answered = asked with { Rows = [.. asked.Rows.Select((row, at) => Answered(row, texts, at))] };
            await using (var writer = new StreamWriter(path, append: false, new UTF8Encoding(false, true)))
                ReviewHistory.Write(answered, writer);

            var back = new ReturnedFile(path).TakenInto(asked, new(2026, 10, 5), replace: false);

            Assert.That(
                back.After.Rows.Select(row => row.Answer is { } answer ? answer with { File = "" } : null),
                Is.EqualTo(answered.Rows.Select(row => row.Answer))
            );
        }
    }

    /// <summary>As an import leaves them.</summary>
    private static IEnumerable<string> Texts =>
        Corpus.Strings.Select(text => text.Trim()).Where(text => text.Length is > 0 and <= 32_767);

    private static IssuedRow Answered(IssuedRow row, string[] texts, int at)
    {
        if (at >= texts.Length)
            return row;
        string Text(int further) => texts[(at + further) % texts.Length];
        var decision = Decisions[at % Decisions.Length];
        return row with
        {
            Asked = Text(1),
            Answer = new(
                decision,
                at % 3 == 0 ? null : Text(2),
                Text(3),
                at % 2 == 0 ? null : new DateOnly(2026, 10, 1 + (at % 5)),
                Text(4),
                at % 4 == 0 ? null : Text(5),
                AppliedOn: null,
                File: ""
            )
            {
                Source = at % 2 == 0 ? null : new(Text(6), Text(7), ReviewerId: null, Text(8), Text(9)),
            },
        };
    }
}
