using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.ReviewWorkbooks;

/// <summary>A review of Contoso as it was sent out, made once; each test has a copy of its own.</summary>
internal static class SentOut
{
    public const string Workbook = "review-2026-Q3.xlsx";
    public const string Record = "review-2026-Q3.json";
    public const string Sheet = "Access Review";
    private const int HeadRow = 3;

    private static readonly string[] Names = ["a/result.json", "a/snapshot.pimsnap", Workbook, Record];

    private static readonly Lazy<Task<Dictionary<string, byte[]>>> Files = new(MakeAsync);

    /// <summary>Four days after the snapshot.</summary>
    public static async Task<World> WorldAsync()
    {
        var world = new World { Now = SampleTenants.ContosoNow.AddDays(4) };
        Directory.CreateDirectory(world.PathOf("a"));
        foreach (var (name, content) in await Files.Value)
            await File.WriteAllBytesAsync(world.PathOf(name), content);
        return world.Write("pimaudit.yaml", SampleTenants.ContosoConfiguration);
    }

    /// <summary>Opens a workbook as a reviewer would, and saves it under another name.</summary>
    public static World Edit(this World world, string to, Action<IXLWorksheet> edit, string from = Workbook)
    {
        using var workbook = new XLWorkbook(world.PathOf(from));
        edit(workbook.Worksheet(Sheet));
        workbook.SaveAs(world.PathOf(to));
        return world;
    }

    /// <summary>Puts another text where one stands in the file, past what a spreadsheet program would let in.</summary>
    public static void Splice(this World world, string name, string part, string old, string text)
    {
        using var zip = ZipFile.Open(world.PathOf(name), ZipArchiveMode.Update);
        var entry = zip.GetEntry(part)!;
        using var reader = new StreamReader(entry.Open());
        var whole = reader.ReadToEnd().Replace(old, text, StringComparison.Ordinal);
        reader.Dispose();
        entry.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(part).Open(), new UTF8Encoding(false));
        writer.Write(whole);
    }

    /// <summary>The number of a column, by its head.</summary>
    public static int NumberOf(this IXLWorksheet page, string head) =>
        page.Row(HeadRow).CellsUsed().Single(cell => cell.GetString() == head).Address.ColumnNumber;

    public static IXLCell At(this IXLWorksheet page, int row, string head) => page.Cell(row, page.NumberOf(head));

    /// <summary>The first row of somebody's.</summary>
    public static int RowOf(this IXLWorksheet page, string principal, string role) =>
        page.RowsUsed()
            .First(row =>
                row.Cell(page.NumberOf("Principal")).GetString() == principal
                && row.Cell(page.NumberOf("Role")).GetString() == role
            )
            .RowNumber();

    public static void Decide(
        this IXLWorksheet page,
        int row,
        string decision,
        string reviewer,
        string? justification = null
    )
    {
        page.At(row, "Decision").SetValue(decision);
        page.At(row, "Reviewer").SetValue(reviewer);
        page.At(row, "Decision date").SetValue(new DateTime(2026, 10, 3));
        if (justification is not null)
            page.At(row, "Justification").SetValue<string>(justification);
    }

    private static async Task<Dictionary<string, byte[]>> MakeAsync()
    {
        using var world = new World().Write("pimaudit.yaml", SampleTenants.ContosoConfiguration);
        int[] codes =
        [
            await world.RunAsync("scan", "--demo", "--out", "a", "--quiet", "--format", "json"),
            await world.RunAsync("review", "new", "--from", "a", "--name", "2026-Q3", "--due", "2026-12-31"),
        ];
        return codes is [0, 0]
            ? Names.ToDictionary(name => name, world.Bytes)
            : throw new InvalidOperationException(world.Error);
    }
}
