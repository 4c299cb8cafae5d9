using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using ClosedXML.Excel;
using NUnit.Framework;

namespace PimAudit.Cli.Tests.ReviewWorkbooks;

/// <summary>Nothing of a workbook is taken when one cell of it is not as it was sent out, and the cell is named.</summary>
public sealed class TamperedReviewTests
{
    private const string Role = "Exchange Administrator";

    [TestCase("Principal")]
    [TestCase("Type")]
    [TestCase("Role")]
    [TestCase("Path")]
    [TestCase("State")]
    [TestCase("End (UTC)")]
    [TestCase("Recommendation")]
    [TestCase("Reason")]
    [TestCase("User name")]
    [TestCase("Object id")]
    [TestCase("Account")]
    [TestCase("Role id")]
    [TestCase("Tier")]
    [TestCase("Approach")]
    [TestCase("Scope")]
    [TestCase("Start (UTC)")]
    [TestCase("Permanent")]
    [TestCase("Row key")]
    public async Task Another_text_in_a_locked_column_is_refused(string head)
    {
        var (seen, place) = await RefusedAsync(page =>
        {
            var cell = page.At(5, head);
            cell.SetValue<string>("something else");
            return cell;
        });

        Assert.That(seen, Does.Contain($"{place}:").And.Contain("something else"));
    }

    [TestCase("Principal")]
    [TestCase("Row key")]
    public async Task An_emptied_cell_is_refused(string head)
    {
        var (seen, place) = await RefusedAsync(page =>
        {
            var cell = page.At(5, head);
            cell.Clear(XLClearOptions.Contents);
            return cell;
        });

        Assert.That(seen, Does.Contain($"{place}:"));
    }

    [Test]
    public async Task A_date_that_was_moved_is_refused()
    {
        var (seen, place) = await RefusedAsync(page =>
        {
            var cell = page.Column(page.NumberOf("End (UTC)"))
                .CellsUsed()
                .First(one => one.DataType is XLDataType.DateTime);
            cell.SetValue(cell.GetDateTime().AddDays(1));
            return cell;
        });

        Assert.That(seen, Does.Contain($"{place}: End (UTC) was changed"));
    }

    [Test]
    public async Task A_formula_that_shows_the_same_is_refused()
    {
        var (seen, place) = await RefusedAsync(page =>
        {
            var cell = page.At(5, "Principal");
            cell.FormulaA1 = $"\"{cell.GetString()}\"";
            return cell;
        });

        Assert.That(seen, Does.Contain($"{place}: Principal was changed"));
    }

    [TestCase("Decision", "Yes", "'Yes' is no decision; use Keep, Revoke, Change, Unsure")]
    [TestCase("Decision date", "tomorrow", "'tomorrow' is no date")]
    [TestCase("Decision date", "2026-09-29", "lies before the snapshot of 2026-10-01")]
    [TestCase("Decision date", "2026-10-06", "lies in the future")]
    [TestCase("Applied date", "2026-09-29", "lies before the snapshot of 2026-10-01")]
    [TestCase("Applied date", "2027-10-06", "lies in the future")]
    public async Task An_answer_that_cannot_be_meant_is_refused(string head, string text, string said)
    {
        var (seen, place) = await RefusedAsync(page =>
        {
            var cell = page.At(5, head);
            cell.SetValue<string>(text);
            return cell;
        });

        Assert.That(seen, Does.Contain($"{place}: ").And.Contain(said));
    }

    /// <summary>The snapshot is of the first; it is the fifth at Greenwich, and nowhere the sixth.</summary>
    [TestCase("Decision date", "2026-09-30")]
    [TestCase("Decision date", "2026-10-05")]
    [TestCase("Applied date", "2026-10-05")]
    public async Task A_day_between_the_snapshot_and_today_is_taken(string head, string text)
    {
        using var world = await SentOut.WorldAsync();
        world.Edit("back.xlsx", page => page.At(5, head).SetValue(Day(text)));

        Assert.That(await world.RunAsync("review", "import", "back.xlsx"), Is.Zero, world.Error);
    }

    [Test]
    public async Task A_formula_for_an_answer_is_refused()
    {
        var (seen, place) = await RefusedAsync(page =>
        {
            var cell = page.At(5, "Decision");
            cell.FormulaA1 = "\"Keep\"";
            return cell;
        });

        Assert.That(seen, Does.Contain($"{place}: Decision is a formula"));
    }

    [Test]
    public async Task A_row_that_was_not_sent_out_is_refused()
    {
        var (seen, place) = await RefusedAsync(page =>
        {
            var last = page.LastRowUsed().RowNumber() + 1;
            page.At(last, "Principal").SetValue<string>("Eve");
            page.At(last, "Row key").SetValue<string>(new string('0', 32));
            return page.At(last, "Row key");
        });

        Assert.That(seen, Does.Contain($"{place}: no row with the key"));
    }

    [Test]
    public async Task A_row_that_stands_twice_with_two_answers_is_refused()
    {
        var (seen, place) = await RefusedAsync(page =>
        {
            var last = page.LastRowUsed().RowNumber() + 1;
            page.Row(5).CopyTo(page.Row(last));
            page.At(last, "Decision").SetValue("Keep");
            return page.At(last, "Row key");
        });

        Assert.That(seen, Does.Contain($"{place}: the row of ").And.Contain("stands here again, with another answer"));
    }

    [Test]
    public async Task A_row_that_was_taken_out_is_missed()
    {
        var (seen, _) = await RefusedAsync(page =>
        {
            page.Row(page.RowOf("Freya Nielsen", Role)).Delete();
            return page.Cell(1, 1);
        });

        Assert.That(
            seen,
            Does.Contain("The row of Freya Nielsen and Exchange Administrator").And.Contain("is missing")
        );
    }

    [Test]
    public async Task A_head_that_was_changed_is_refused()
    {
        var (seen, _) = await RefusedAsync(page =>
        {
            page.Cell(3, page.NumberOf("Decision")).SetValue<string>("Verdict");
            return page.Cell(1, 1);
        });

        Assert.That(seen, Does.Contain("The column 'Decision' is missing, or its head was changed."));
    }

    [Test]
    public async Task Every_problem_of_a_file_is_named()
    {
        var (seen, _) = await RefusedAsync(page =>
        {
            page.At(5, "Principal").SetValue<string>("Eve");
            page.At(6, "Decision").SetValue<string>("Maybe");
            page.At(7, "Role").SetValue<string>("Reader");
            return page.Cell(1, 1);
        });

        Assert.That(seen, Does.Contain("A5:").And.Contain("L6:").And.Contain("C7:"));
    }

    [Test]
    public async Task A_workbook_of_another_review_is_refused()
    {
        using var world = await SentOut.WorldAsync();
        await world.RunAsync("review", "new", "--from", "a", "--name", "other", "--due", "2026-12-31", "--out", "o");

        var code = await world.RunAsync("review", "import", "o/review-other.xlsx", "--review", SentOut.Record);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(Seen(world), Does.Contain("Cover: review 'other'; this one is '2026-Q3'."));
    }

    [Test]
    public async Task A_workbook_of_another_tenant_is_refused()
    {
        using var world = await SentOut.WorldAsync();
        var record = await File.ReadAllTextAsync(world.PathOf(SentOut.Record));
        world.Write(
            SentOut.Record,
            record.Replace("3b9e4c18-6f0d-4a52-8d7e-91c2a5e07f34", Guid.Empty.ToString("D"), StringComparison.Ordinal)
        );

        var code = await world.RunAsync("review", "import", SentOut.Workbook);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(Seen(world), Does.Contain("Cover: tenant '3b9e4c18-6f0d-4a52-8d7e-91c2a5e07f34'"));
    }

    [Test]
    public async Task One_bad_file_keeps_the_good_ones_out_too()
    {
        using var world = await SentOut.WorldAsync();
        var before = world.Bytes(SentOut.Record);
        world
            .Edit("good.xlsx", page => page.Decide(5, "Keep", "Anna Schmidt"))
            .Edit("bad.xlsx", page => page.At(5, "Principal").SetValue<string>("Eve"));

        var code = await world.RunAsync("review", "import", "good.xlsx", "bad.xlsx");

        Assert.That(code, Is.EqualTo(2));
        Assert.That(world.Bytes(SentOut.Record), Is.EqualTo(before));
    }

    [TestCase("=cmd|' /C calc'!A0")]
    [TestCase("+1")]
    [TestCase("-1+1")]
    [TestCase("@SUM(A1)")]
    [TestCase("a\u0001\u001b[31mb")]
    [TestCase("\u202Egnp.exe")]
    [TestCase("<b>&amp;]]></b>")]
    [TestCase("_x0041_ and \"quotes\", commas")]
    public async Task What_people_type_is_kept_as_it_is_and_shown_harmlessly(string text)
    {
        using var world = await SentOut.WorldAsync();
        world.Edit(
            "back.xlsx",
            page =>
            {
                page.Decide(5, "Keep", text, text);
                page.At(5, "Ticket").SetValue<string>(text);
                page.At(5, "Applied by").SetValue<string>(text);
            }
        );

        int[] codes =
        [
            await world.RunAsync("review", "import", "back.xlsx"),
            await world.RunAsync("review", "status"),
            await world.RunAsync("review", "status", "--csv"),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 0, 0, 0 }), world.Error);
        Assert.That(world.Out, Does.Not.Contain("\u001b").And.Not.Contain("\u0001").And.Not.Contain("\u202E"));
        Assert.That(world.Out, Does.Not.Match(",[=+@-]"));
        Assert.That(Justification(world), Is.EqualTo(text));
    }

    [TestCase(32_767, 0)]
    [TestCase(40_000, 2)]
    public async Task A_text_is_as_long_as_a_cell_at_most(int length, int code)
    {
        using var world = await SentOut.WorldAsync();
        world.Edit("back.xlsx", page => page.Decide(5, "Keep", "Anna Schmidt", "MARKER"));
        world.Splice("back.xlsx", "xl/sharedStrings.xml", "MARKER", new string('a', length));

        Assert.That(await world.RunAsync("review", "import", "back.xlsx"), Is.EqualTo(code), world.Error);
        if (code == 0)
            Assert.That(Justification(world), Has.Length.EqualTo(length));
        else
            Assert.That(Seen(world), Does.Contain("Access Review!M5: Justification has 40000 characters"));
    }

    [TestCase("_xD800_")]
    [TestCase("_x0000_")]
    public async Task What_no_XML_can_hold_breaks_nothing(string text)
    {
        using var world = await SentOut.WorldAsync();
        world.Edit("back.xlsx", page => page.Decide(5, "Keep", "Anna Schmidt", "MARKER"));
        world.Splice("back.xlsx", "xl/sharedStrings.xml", "MARKER", text);

        int[] codes =
        [
            await world.RunAsync("review", "import", "back.xlsx"),
            await world.RunAsync("review", "status", "--csv"),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 0, 0 }), world.Error);
    }

    [TestCase("")]
    [TestCase("PK")]
    [TestCase("not a workbook")]
    [TestCase(null)]
    public async Task A_file_that_is_no_workbook_is_refused(string? text)
    {
        using var world = await SentOut.WorldAsync();
        if (text is not null)
            world.Write("back.xlsx", text);

        Assert.That(await world.RunAsync("review", "import", "back.xlsx"), Is.EqualTo(2), world.Error);
        Assert.That(Seen(world), Does.Contain("cannot be read"));
    }

    [Test]
    public async Task A_workbook_that_is_no_review_is_refused()
    {
        using var world = await SentOut.WorldAsync();
        using (var workbook = new XLWorkbook())
        {
            workbook.AddWorksheet("Access Review").Cell(3, 1).SetValue("Row key");
            workbook.SaveAs(world.PathOf("back.xlsx"));
        }

        Assert.That(await world.RunAsync("review", "import", "back.xlsx"), Is.EqualTo(2));
        Assert.That(Seen(world), Does.Contain("It has no table 'AccessReview'"));
    }

    [Test]
    public async Task A_bomb_is_not_unpacked()
    {
        using var world = await SentOut.WorldAsync();
        File.Copy(world.PathOf(SentOut.Workbook), world.PathOf("back.xlsx"));
        using (var zip = ZipFile.Open(world.PathOf("back.xlsx"), ZipArchiveMode.Update))
        {
            await using var stream = zip.CreateEntry("xl/media/image1.png", CompressionLevel.SmallestSize).Open();
            await stream.WriteAsync(new byte[20 << 20]);
        }

        Assert.That(await world.RunAsync("review", "import", "back.xlsx"), Is.EqualTo(2));
        Assert.That(Seen(world), Does.Contain("unpacks to far more than a workbook would"));
    }

    [TestCase("{}")]
    [TestCase("")]
    [TestCase(null)]
    public async Task A_review_that_is_none_is_refused(string? text)
    {
        using var world = await SentOut.WorldAsync();
        if (text is not null)
            world.Write("broken.json", text);

        int[] codes =
        [
            await world.RunAsync("review", "status", "broken.json"),
            await world.RunAsync("evaluate", "a/snapshot.pimsnap", "--reviews", "broken.json", "--out", "c"),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 2, 2 }));
        Assert.That(Seen(world), Does.Contain("Cannot read the review"));
    }

    private static async Task<(string Seen, string Place)> RefusedAsync(Func<IXLWorksheet, IXLCell> edit)
    {
        using var world = await SentOut.WorldAsync();
        var before = world.Bytes(SentOut.Record);
        var place = "";
        world.Edit(
            "back.xlsx",
            page =>
            {
                page.Decide(8, "Keep", "Anna Schmidt");
                var address = edit(page).Address;
                place = $"Access Review!{address.ColumnLetter}{address.RowNumber}";
            }
        );

        var code = await world.RunAsync("review", "import", "back.xlsx");

        Assert.That(code, Is.EqualTo(2), world.Out);
        Assert.That(world.Bytes(SentOut.Record), Is.EqualTo(before));
        return (Seen(world), place);
    }

    /// <summary>What was said, as one line.</summary>
    private static string Seen(World world) =>
        string.Join(' ', world.Error.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? Justification(World world)
    {
        using var json = JsonDocument.Parse(world.Bytes(SentOut.Record));
        return json
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .Select(row => row.GetProperty("answer"))
            .Single(answer => answer.ValueKind is JsonValueKind.Object)
            .GetProperty("justification")
            .GetString();
    }

    private static DateTime Day(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
