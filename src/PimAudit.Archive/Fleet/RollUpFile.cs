using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Archive;

/// <summary><c>fleet.json</c>. The same roll-up gives the same bytes.</summary>
public static class RollUpFile
{
    public static byte[] Bytes(FleetRollUp rollUp) =>
        JsonSerializer.SerializeToUtf8Bytes(rollUp, ArchiveJson.Indented.FleetRollUp);
}
