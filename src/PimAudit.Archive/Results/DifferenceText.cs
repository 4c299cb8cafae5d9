using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Archive;

/// <summary>The difference of two runs, spelled as result.json spells its parts.</summary>
public static class DifferenceText
{
    public static string Of(RunDifference difference) =>
        JsonSerializer.Serialize(difference, ArchiveJson.Indented.RunDifference);
}
