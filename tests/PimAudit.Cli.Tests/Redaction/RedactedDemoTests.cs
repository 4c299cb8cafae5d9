using System.Text.Json;
using NUnit.Framework;
using PimAudit.Archive;

namespace PimAudit.Cli.Tests.Redaction;

/// <summary>The sample tenant, whole and redacted.</summary>
public sealed class RedactedDemoTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";
    private static readonly string[] Compared = ["result.json", "findings.csv", "findings.sarif"];

    private readonly World world = new World().Write("key", Key + "\n").Write("other", Key + "f");
    private HashSet<string> texts = [];

    [OneTimeSetUp]
    public async Task Scan()
    {
        var formats = string.Join(',', Cli.Formats.Names);
        Assert.That(await world.RunAsync("scan", "--demo", "--out", "whole", "--format", "json", "--quiet"), Is.Zero);
        Assert.That(await Redacted("redacted", "key", formats), Is.Zero, world.Error);
        texts = await TenantTexts.OfAsync(world.PathOf("whole/snapshot.pimsnap"), world.PathOf("whole/result.json"));
    }

    [OneTimeTearDown]
    public void Clear() => world.Dispose();

    private static IEnumerable<string> Files =>
        Cli.Formats.All.Select(format => format.FileName).Append("manifest.json");

    [TestCaseSource(nameof(Files))]
    public void Nothing_that_the_tenant_wrote_is_left(string name)
    {
        var text = TenantTexts.TextOf(world.PathOf($"redacted/{name}"));

        Assert.That(texts, Has.Count.GreaterThan(100));
        Assert.That(texts.Where(one => text.Contains(one, StringComparison.Ordinal)), Is.Empty);
        Assert.That(text, Does.Not.Contain("contoso").IgnoreCase);
    }

    [Test]
    public async Task The_classification_on_every_page_is_redacted_too()
    {
        world.Write("marked.yaml", "outputs: { classification: Contoso strictly Confidential }\n");
        string[] marked =
        [
            "report",
            "whole/result.json",
            "--config",
            "marked.yaml",
            "--out",
            "marked",
            "--format",
            "md",
        ];
        string[] redacted = ["--redact", "--redact-key-file", "key", "--fail-on", "none", "--quiet"];
        Assert.That(await world.RunAsync([.. marked, .. redacted]), Is.Zero, world.Error);

        var page = await File.ReadAllTextAsync(world.PathOf("marked/findings.md"));
        Assert.That(page, Does.Match(@" text-[0-9a-f]{8} strictly Confidential\.\n").And.Not.Contain("Contoso"));
    }

    [Test]
    public void What_is_looked_for_stands_in_the_whole_result()
    {
        var text = TenantTexts.TextOf(world.PathOf("whole/result.json"));

        Assert.That(texts.Count(one => text.Contains(one, StringComparison.Ordinal)), Is.GreaterThan(100));
    }

    [Test]
    public void No_id_of_a_row_hides_the_ids_of_its_objects()
    {
        var rows = new HashSet<string?>(StringComparer.Ordinal);
        Collect(Result("whole"), rows);
        var redacted = TenantTexts.Strings(Result("redacted")).ToHashSet(StringComparer.Ordinal);

        Assert.That(rows, Has.Count.GreaterThan(50));
        Assert.That(rows.Where(row => redacted.Contains(row!)), Is.Empty);

        static void Collect(JsonElement element, HashSet<string?> rows)
        {
            if (element.ValueKind is JsonValueKind.Array)
                foreach (var item in element.EnumerateArray())
                    Collect(item, rows);
            if (element.ValueKind is not JsonValueKind.Object)
                return;
            foreach (var property in element.EnumerateObject())
                if (property.Name == "evidence")
                    rows.UnionWith(property.Value.EnumerateArray().Select(row => row.GetProperty("id").GetString()));
                else
                    Collect(property.Value, rows);
        }
    }

    [Test]
    public void Every_finding_is_still_there_under_its_fingerprint() =>
        Assert.That(Fingerprints("redacted"), Is.EquivalentTo(Fingerprints("whole")));

    [Test]
    public void Sentences_can_still_be_read()
    {
        var titles = Result("redacted")
            .GetProperty("findings")
            .EnumerateArray()
            .Select(one => one.GetProperty("title").GetString());

        Assert.That(
            titles,
            Has.Some.Matches("^user-[0-9a-f]{8} holds Global Administrator permanently, without activation$")
        );
        Assert.That(titles, Has.None.Matches("\\btext-[0-9a-f]{8}"));
    }

    [Test]
    public void Ids_and_names_of_roles_rules_and_hashes_stay()
    {
        var (whole, redacted) = (Result("whole"), Result("redacted"));

        Assert.That(
            redacted
                .GetProperty("rules")
                .EnumerateArray()
                .Select(rule => $"{rule.GetProperty("id")} {rule.GetProperty("name")} {rule.GetProperty("title")}"),
            Is.EqualTo(
                whole
                    .GetProperty("rules")
                    .EnumerateArray()
                    .Select(rule => $"{rule.GetProperty("id")} {rule.GetProperty("name")} {rule.GetProperty("title")}")
            )
        );
        Assert.That(
            redacted.GetProperty("run").GetProperty("id").GetString(),
            Is.EqualTo(whole.GetProperty("run").GetProperty("id").GetString())
        );
        Assert.That(
            redacted.GetProperty("snapshot").GetProperty("hash").GetString(),
            Is.EqualTo(whole.GetProperty("snapshot").GetProperty("hash").GetString())
        );
        Assert.That(TenantTexts.Strings(redacted), Does.Contain("62e90394-69f5-4237-9190-012177145e10"));
    }

    [Test]
    public async Task A_redacted_result_is_a_result()
    {
        var read = await ResultFile.ReadAsync(world.PathOf("redacted/result.json"), CancellationToken.None);

        Assert.That(read.Run.RedactionKey, Has.Length.EqualTo(8));
    }

    [Test]
    public async Task The_same_key_gives_the_same_files_and_another_key_others()
    {
        world.With("PIMAUDIT_REDACT_KEY", Key);
        await world.RunAsync(
            "report",
            "whole/result.json",
            "--out",
            "again",
            "--quiet",
            "--fail-on",
            "none",
            "--redact",
            "--format",
            "csv,sarif"
        );
        await Redacted("different", "other", "csv,sarif");

        Assert.That(
            Compared.Where(name => !world.Bytes($"again/{name}").SequenceEqual(world.Bytes($"redacted/{name}"))),
            Is.Empty
        );
        Assert.That(
            Compared.Where(name => world.Bytes($"different/{name}").SequenceEqual(world.Bytes($"redacted/{name}"))),
            Is.Empty
        );
    }

    [Test]
    public async Task A_redacted_run_does_not_replace_the_whole_one()
    {
        var before = world.Bytes("whole/result.json");

        Assert.That(await Redacted("whole", "key", "json"), Is.EqualTo(2));
        Assert.That(world.Bytes("whole/result.json"), Is.EqualTo(before));
    }

    [Test]
    public async Task A_redacted_scan_keeps_no_snapshot_and_says_so()
    {
        using var fresh = new World().With("PIMAUDIT_REDACT_KEY", Key);

        var code = await fresh.RunAsync("scan", "--demo", "--redact", "--out", "run", "--format", "json");

        Assert.That(code, Is.Zero, fresh.Error);
        Assert.That(fresh.Names("run"), Is.EqualTo(new[] { "manifest.json", "result.json" }));
        Assert.That(fresh.Out, Does.Contain("keeps no snapshot"));
        Assert.That(texts.Where(one => fresh.Out.Contains(one, StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase("", "Redaction needs a key.")]
    [TestCase("0123456789abcde", "fewer than 16 characters")]
    public async Task Without_a_key_that_can_be_used_nothing_is_written(string key, string told)
    {
        using var fresh = new World().Write("key", key);

        var code = await fresh.RunAsync("scan", "--demo", "--out", "run", "--redact", "--redact-key-file", "key");

        Assert.That((code, Directory.Exists(fresh.PathOf("run"))), Is.EqualTo((2, false)));
        Assert.That(fresh.Error, Does.Contain(told).And.Contain("openssl rand -hex 32"));
    }

    [Test]
    public async Task No_key_at_all_and_a_file_that_is_not_there_are_refused()
    {
        using var fresh = new World();
        int[] codes =
        [
            await fresh.RunAsync("scan", "--demo", "--out", "run", "--redact"),
            await fresh.RunAsync("scan", "--demo", "--out", "run", "--redact", "--redact-key-file", "nowhere"),
            await fresh.RunAsync("scan", "--demo", "--out", "run", "--redact-key-file", "nowhere"),
        ];

        Assert.That((codes, Directory.Exists(fresh.PathOf("run"))), Is.EqualTo((new[] { 2, 2, 2 }, false)));
    }

    [Test]
    public async Task No_message_holds_the_key()
    {
        using var fresh = new World().With("PIMAUDIT_REDACT_KEY", "short-secret");
        await fresh.RunAsync("scan", "--demo", "--out", "run", "--redact");

        Assert.That(fresh.Error, Does.Contain("--redact-key-file").And.Not.Contain("short-secret"));
    }

    [TestCase("Contoso")]
    [TestCase("Webb")]
    [TestCase("Nadia")]
    [TestCase("marcus.webb@contoso.example")]
    [TestCase("contoso.example")]
    public void No_word_of_the_sample_tenant_is_a_word_of_the_program(string word) =>
        Assert.That(OwnWords.All.Allows(word), Is.False);

    private Task<int> Redacted(string folder, string key, string formats) =>
        world.RunAsync(
            "report",
            "whole/result.json",
            "--out",
            folder,
            "--quiet",
            "--fail-on",
            "none",
            "--redact",
            "--redact-key-file",
            key,
            "--format",
            formats
        );

    private JsonElement Result(string folder) => JsonElement.Parse(world.Bytes($"{folder}/result.json"));

    private IEnumerable<string?> Fingerprints(string folder) =>
        Result(folder)
            .GetProperty("findings")
            .EnumerateArray()
            .Select(one => one.GetProperty("fingerprint").GetString());
}
