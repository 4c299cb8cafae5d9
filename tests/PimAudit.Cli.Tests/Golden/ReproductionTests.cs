using System.Collections.Immutable;
using System.Globalization;
using NUnit.Framework;
using PimAudit.Archive;
using PimAudit.GraphEmulator;
using PimAudit.Model;
using PimAudit.Reports.Pdf;

namespace PimAudit.Cli.Tests.Golden;

/// <summary>The same input gives the same bytes.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ReproductionTests
{
    private const string Hash = "5f0c7d1be2a94863f7d0a1c2b3e4f5061728394a5b6c7d8e9f00112233445566";

    private static readonly Lazy<Task<Audited>> WholeContoso = new(() => Sample.Contoso.AuditAsync());

    [Test]
    public async Task Two_scans_of_one_tenant_are_one_run()
    {
        var (first, second) = (await ScanAsync(), await ScanAsync());

        Assert.That(second.Run.Id, Is.EqualTo(first.Run.Id));
        Assert.That(await BytesAsync(second), Is.EqualTo(await BytesAsync(first)));
    }

    [Test]
    public async Task A_saved_snapshot_is_judged_as_the_fresh_one()
    {
        var snapshot = (await WholeContoso.Value).Snapshot;
        var hash = await SnapshotFile.HashAsync(snapshot, CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("pimaudit-test-");
        try
        {
            var path = Path.Combine(folder.FullName, "contoso.pimsnap");
            await SnapshotFile.WriteAsync(snapshot, path, CancellationToken.None);
            var saved = await SnapshotFile.ReadAsync(path, CancellationToken.None);

            Assert.That(saved.Hash, Is.EqualTo(hash));
            Assert.That(
                await BytesAsync(Sample.Contoso.Judge(saved.Snapshot, saved.Hash)),
                Is.EqualTo(await BytesAsync(Sample.Contoso.Judge(snapshot, hash)))
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Graph promises no order, and neither does an archive made by hand.</summary>
    [TestCase(1)]
    [TestCase(7)]
    [TestCase(31)]
    public async Task The_order_of_rows_does_not_matter(int step)
    {
        var snapshot = (await WholeContoso.Value).Snapshot;
        var shuffled = Tables.Shuffled(snapshot, step);

        Assert.That(shuffled.Users, Is.Not.EqualTo(snapshot.Users).And.EquivalentTo(snapshot.Users));
        Assert.That(
            await BytesAsync(Sample.Contoso.Judge(shuffled, Hash)),
            Is.EqualTo(await BytesAsync(Sample.Contoso.Judge(snapshot, Hash)))
        );
    }

    /// <summary>Only the record of the collection tells the difference.</summary>
    [TestCase(1, false)]
    [TestCase(3, true)]
    public async Task The_size_of_pages_does_not_matter(int rows, bool emptyFirst)
    {
        var whole = (await WholeContoso.Value).Result;
        var paged = await Sample.Contoso.AuditAsync(
            new EmulatorOptions
            {
                PageSize = rows,
                LongestPage = rows,
                EmptyFirstPages = emptyFirst,
            }
        );

        Assert.That(
            await BytesAsync(paged.Result with { Snapshot = whole.Snapshot, Coverage = whole.Coverage }),
            Is.EqualTo(await BytesAsync(whole))
        );
    }

    /// <summary>A result is written the same wherever numbers and dates are not.</summary>
    [Test]
    public async Task The_language_of_the_machine_does_not_matter()
    {
        var whole = (await WholeContoso.Value).Result;
        var (result, report) = (await BytesAsync(whole), PdfReport.Write(whole, new(Hash)));
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = Strange;
        try
        {
            var audited = (await Sample.Contoso.AuditAsync()).Result;

            Assert.That($"{1234.5:N1}", Is.EqualTo("1'234,5"));
            Assert.That(await BytesAsync(audited), Is.EqualTo(result));
            Assert.That(PdfReport.Write(audited, new(Hash)), Is.EqualTo(report));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public async Task A_report_comes_from_the_result_file_alone()
    {
        var result = (await WholeContoso.Value).Result;
        using var file = new MemoryStream(await BytesAsync(result));
        var read = await ResultFile.ReadAsync(file, CancellationToken.None);

        Assert.That(PdfReport.Write(read, new(Hash)), Is.EqualTo(PdfReport.Write(result, new(Hash))));
        Assert.That(await BytesAsync(read), Is.EqualTo(await BytesAsync(result)));
    }

    private static CultureInfo Strange
    {
        get
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.NumberFormat.NumberGroupSeparator = "'";
            culture.NumberFormat.NegativeSign = "~";
            culture.DateTimeFormat.DateSeparator = ".";
            culture.DateTimeFormat.TimeSeparator = ".";
            culture.DateTimeFormat.ShortDatePattern = "d.M.yy";
            culture.DateTimeFormat.FirstDayOfWeek = DayOfWeek.Saturday;
            return culture;
        }
    }

    private static async Task<AuditResult> ScanAsync()
    {
        var audited = await Sample.Contoso.AuditAsync();
        var hash = await SnapshotFile.HashAsync(audited.Snapshot, CancellationToken.None);
        return Sample.Contoso.Judge(audited.Snapshot, hash);
    }

    private static async Task<byte[]> BytesAsync(AuditResult result)
    {
        using var stream = new MemoryStream();
        await ResultFile.WriteAsync(result, stream, CancellationToken.None);
        return stream.ToArray();
    }

    /// <summary>Every table of a snapshot, be it one that a later version adds.</summary>
    private static class Tables
    {
        public static TenantSnapshot Shuffled(TenantSnapshot snapshot, int step)
        {
            var copy = snapshot with { };
            var rows = typeof(Tables).GetMethod(nameof(Rows))!;
            foreach (var table in typeof(TenantSnapshot).GetProperties().Where(property => property.CanWrite))
                if (
                    table.PropertyType is { IsGenericType: true } type
                    && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
                )
                    table.SetValue(
                        copy,
                        rows.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [table.GetValue(copy), step])
                    );
            return copy;
        }

        /// <summary>Last first, then dealt to as many heaps as the step says.</summary>
        public static ImmutableArray<T> Rows<T>(ImmutableArray<T> rows, int step) =>
            [.. rows.Reverse().Index().OrderBy(row => row.Index % step).Select(row => row.Item)];
    }
}
