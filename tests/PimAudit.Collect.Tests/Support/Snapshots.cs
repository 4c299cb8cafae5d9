using System.Text;
using PimAudit.Archive;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

/// <summary>Compares snapshots by the bytes of their files.</summary>
internal static class Snapshots
{
    /// <summary>The events in memory, so that the folder in which they lay can go.</summary>
    public static TenantSnapshot Detached(TenantSnapshot snapshot) => snapshot with { Events = [.. snapshot.Events] };

    /// <summary>All rows and the whole record, apart from what differs from run to run: origin, times, retries and bytes.</summary>
    public static string Comparable(TenantSnapshot snapshot)
    {
        var record = snapshot.Collection;
        var same = snapshot with
        {
            Collection = record with
            {
                Endpoint = "",
                StartedAt = default,
                EndedAt = default,
                Parts =
                [
                    .. record.Parts.Select(part =>
                        part with
                        {
                            Retries = 0,
                            Bytes = 0,
                            StartedAt = null,
                            EndedAt = null,
                        }
                    ),
                ],
            },
        };
        return Text(same);
    }

    /// <summary>Every file of the snapshot, one after the other.</summary>
    private static string Text(TenantSnapshot snapshot)
    {
        using var zipped = new MemoryStream();
        SnapshotFile.WriteAsync(snapshot, zipped, CancellationToken.None).GetAwaiter().GetResult();
        using var zip = new System.IO.Compression.ZipArchive(zipped);
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(entry.FullName).Append('\n').Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
