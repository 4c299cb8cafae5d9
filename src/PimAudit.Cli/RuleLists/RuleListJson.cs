using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>The rules for machines: each once, by id. What holds for the primary profile stands at the rule itself.</summary>
internal static class RuleListJson
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Default,
    };

    public static string Of(AuditPlan plan) =>
        new JsonArray([.. plan.Rules.Select(planned => Rule(planned, plan))]).ToJsonString(Format);

    private static JsonNode Rule(PlannedRule planned, AuditPlan plan)
    {
        var info = planned.Rule.Info;
        return new JsonObject
        {
            ["id"] = planned.Id,
            ["name"] = planned.Name,
            ["title"] = info.Title,
            ["on"] = planned.IsOn,
            ["severity"] = Key(SeverityOf(planned)),
            ["defaultSeverity"] = Key(info.Severity),
            ["practice"] = info.Practice,
            ["source"] = planned.Source ?? info.Source,
            ["differs"] = planned.Differs,
            ["parameters"] = new JsonArray([.. info.Parameters.Select(one => Parameter(one, planned))]),
            ["needs"] = Parts(info.Needs),
            ["leansOn"] = Parts(info.LeansOn),
            ["controls"] = new JsonArray([.. ControlsOf(planned, plan).Select(Control)]),
            ["profiles"] = new JsonArray([.. plan.Further.Prepend(plan).Select(one => UnderProfile(one, planned.Id))]),
        };
    }

    private static JsonNode Parameter(RuleParameter parameter, PlannedRule planned)
    {
        var standard = ParameterValues.Of([parameter]).AsWritten[parameter.Name];
        return new JsonObject
        {
            ["name"] = parameter.Name,
            ["kind"] = Key(parameter.Kind),
            ["meaning"] = parameter.Meaning,
            ["default"] = Value(parameter.Kind, standard),
            ["value"] = Value(parameter.Kind, planned.Parameters.AsWritten[parameter.Name]),
        };
    }

    private static JsonNode UnderProfile(AuditPlan plan, string id)
    {
        var planned = plan.Rules.First(one => string.Equals(one.Id, id, StringComparison.Ordinal));
        return new JsonObject
        {
            ["name"] = plan.Profile.Name,
            ["on"] = planned.IsOn,
            ["severity"] = Key(SeverityOf(planned)),
            ["parameters"] = new JsonObject(
                planned.Rule.Info.Parameters.Select(one =>
                    KeyValuePair.Create(one.Name, Value(one.Kind, planned.Parameters.AsWritten[one.Name]))
                )
            ),
            ["source"] = planned.Source ?? planned.Rule.Info.Source,
            ["differs"] = planned.Differs,
        };
    }

    /// <summary>As YAML or JSON would hold it in a configuration.</summary>
    public static JsonNode? Value(ParameterKind kind, ImmutableArray<string> written) =>
        (kind, written) switch
        {
            (ParameterKind.Number, [var text]) => int.Parse(text, CultureInfo.InvariantCulture),
            (ParameterKind.Flag, [var text]) => bool.Parse(text),
            (ParameterKind.Ids, _) => Texts(written),
            (_, [var text]) => text,
            _ => Texts(written),
        };

    private static IEnumerable<ControlReference> ControlsOf(PlannedRule planned, AuditPlan plan) =>
        plan
            .Controls.Where(mapping => mapping.Rules.Contains(planned.Id, StringComparer.Ordinal))
            .Select(mapping => mapping.Control);

    private static JsonNode Control(ControlReference control) =>
        new JsonObject
        {
            ["framework"] = control.Framework,
            ["id"] = control.Id,
            ["title"] = control.Title,
            ["relation"] = control.Relation,
            ["url"] = control.Url,
        };

    private static JsonArray Parts(SnapshotParts parts) =>
        Texts(
            Enum.GetValues<SnapshotParts>()
                .Where(part => part is not SnapshotParts.None && parts.HasFlag(part))
                .Select(part => Key(part))
        );

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);

    private static Severity SeverityOf(PlannedRule planned) => planned.Severity ?? planned.Rule.Info.Severity;

    private static string Key(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
