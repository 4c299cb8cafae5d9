using System.Text.Json;
using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.ReviewWorkbooks;

/// <summary>A role whose rows were all decided in a workbook needs no access review of Entra ID, from the next scan on.</summary>
public sealed class SignOffLoopTests
{
    private const string Printer = "Printer Administrator";
    private const string Teams = "Teams Administrator";

    [Test]
    public async Task A_role_that_was_signed_off_passes_in_the_next_scan_and_there_alone()
    {
        using var world = await SentOut.WorldAsync();
        world.Edit(
            "back.xlsx",
            page =>
            {
                foreach (
                    var row in page.RowsUsed().Where(row => page.At(row.RowNumber(), "Role").GetString() is Printer)
                )
                    page.Decide(row.RowNumber(), "Keep", "Anna Schmidt");
            }
        );
        int[] codes = [await world.RunAsync("review", "import", "back.xlsx"), await ScanAsync(world)];
        world.Write(
            "entra-alone.yaml",
            SampleTenants.ContosoConfiguration + "\nrules: { PIM501: { acceptImportedReviews: false } }\n"
        );
        string[] with = ["--reviews", SentOut.Record, "-f", "json", "--quiet"];
        await world.RunAsync(["evaluate", "a/snapshot.pimsnap", "--out", "before", .. with]);
        await world.RunAsync(["evaluate", "b/snapshot.pimsnap", "-c", "entra-alone.yaml", "--out", "off", .. with]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(codes[0], Is.Zero, world.Error);
            Assert.That(NotReviewed(world, "b"), Has.None.EqualTo(Printer).And.One.EqualTo(Teams));
            Assert.That(NotReviewed(world, "before"), Has.One.EqualTo(Printer), "decided after that snapshot");
            Assert.That(NotReviewed(world, "off"), Has.One.EqualTo(Printer));
        }
    }

    /// <summary>Four days after the review was sent out.</summary>
    private static async Task<int> ScanAsync(World world)
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        return await world
            .With("PIMAUDIT_GRAPH_ENDPOINT", graph.BaseAddress.AbsoluteUri)
            .With("PIMAUDIT_ACCESS_TOKEN", graph.AccessToken)
            .RunAsync("scan", "--reviews", SentOut.Record, "--out", "b", "-f", "json", "--quiet");
    }

    private static string?[] NotReviewed(World world, string folder)
    {
        using var json = JsonDocument.Parse(world.Bytes($"{folder}/result.json"));
        return
        [
            .. json
                .RootElement.GetProperty("findings")
                .EnumerateArray()
                .Where(finding => finding.GetProperty("ruleId").GetString() is "PIM501")
                .Select(finding => finding.GetProperty("subject").GetProperty("displayName").GetString()),
        ];
    }
}
