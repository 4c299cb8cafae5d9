using System.Collections.Immutable;
using PimAudit.Archive;
using PimAudit.Model;
using PimAudit.Reports;
using PimAudit.Reports.Fleet;

namespace PimAudit.Cli;

/// <summary>The formats in which a roll-up can be written.</summary>
internal static class RollUpFormats
{
    private const string Json = "json";

    public static readonly ImmutableArray<string> Names = ["xlsx", "pdf", Json, "html"];

    /// <param name="given">Null takes all.</param>
    /// <exception cref="Failure">A name is not known.</exception>
    public static ImmutableArray<string> Read(ImmutableArray<string>? given)
    {
        if (given?.FirstOrDefault(name => !Names.Contains(name, StringComparer.Ordinal)) is { } odd)
            throw SettingsLoader.Usage($"The format '{odd}' is not known.", odd, Names);
        return given ?? Names;
    }

    public static string FileName(string format) => format is Json ? FleetRollUp.FileName : $"fleet.{format}";

    public static void Write(string format, FleetRollUp rollUp, ReportFacts facts, Stream stream)
    {
        switch (format)
        {
            case "xlsx":
                FleetReports.Excel(rollUp, facts, stream);
                break;
            case "pdf":
                stream.Write(FleetReports.Pdf(rollUp, facts));
                break;
            case "html":
                stream.Write(FleetReports.Html(rollUp, facts));
                break;
            default:
                stream.Write(RollUpFile.Bytes(rollUp));
                break;
        }
    }
}
