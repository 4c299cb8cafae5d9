using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PimAudit.Collect;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>An answer for other programs: each escapes the tenant's texts for its own reader.</summary>
internal static class AnswerFiles
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Json(Answer answer) =>
        new JsonObject
        {
            ["verb"] = answer.Verb,
            ["subject"] = answer.Title,
            ["aside"] = answer.Aside,
            ["tenant"] = new JsonObject
            {
                ["id"] = answer.Snapshot.Tenant.Id.ToString("D"),
                ["displayName"] = answer.Snapshot.Tenant.DisplayName,
            },
            ["snapshot"] = new JsonObject
            {
                ["takenAt"] = Moment(answer.TakenAt),
                ["askedAt"] = Moment(answer.Now),
                ["ageSeconds"] = (long)answer.Age.TotalSeconds,
            },
            ["fresh"] = Json(answer.Fresh),
            ["sections"] = new JsonArray([.. answer.Sections.Select(Json)]),
            ["notes"] = new JsonArray([.. answer.Notes.Select(note => (JsonNode)note)]),
            ["isComplete"] = answer.Unread.IsEmpty,
            ["unread"] = new JsonArray([
                .. answer.Unread.Select(fact => new JsonObject
                {
                    ["part"] = fact.Gap.Part.ToString(),
                    ["reason"] = fact.Gap.Reason.ToString(),
                    ["detail"] = fact.Gap.Detail,
                    ["subject"] = Json(fact.Subject),
                }),
            ]),
        }.ToJsonString(Indented);

    public static JsonObject? Json(ObjectRef? one) =>
        one is null
            ? null
            : new()
            {
                ["kind"] = one.Kind.ToString(),
                ["id"] = one.Id,
                ["displayName"] = one.DisplayName,
            };

    /// <summary>A number of roles that is null means all of them.</summary>
    private static JsonObject? Json(Freshness? fresh) =>
        fresh is null
            ? null
            : new()
            {
                ["readAt"] = Moment(fresh.ReadAt),
                ["roles"] = fresh.Roles,
                ["groups"] = fresh.Groups,
                ["people"] = fresh.People,
                ["applications"] = fresh.Applications,
                ["requests"] = fresh.Requests,
            };

    /// <summary>ISO 8601, UTC; null stays null.</summary>
    public static string? Moment(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static JsonObject Json(Section section) =>
        new()
        {
            ["name"] = section.Name,
            ["count"] = section.Count,
            ["rows"] = new JsonArray([
                .. section.Rows.Select(row => new JsonObject(
                    section
                        .Columns.Zip(row)
                        .Where(pair => pair.First.Shown is not Shown.Drawing)
                        .Select(pair => KeyValuePair.Create(pair.First.Key, pair.Second.Json))
                )),
            ]),
        };

    public static string Csv(Answer answer)
    {
        var text = new StringBuilder();
        var columns = answer
            .Sections.SelectMany(section => section.Columns)
            .Where(column => column.Shown is not Shown.Drawing)
            .DistinctBy(column => column.Key, StringComparer.Ordinal)
            .ToList();
        Row(
            text,
            [
                "section",
                .. columns.Select(column => column.Key),
                "tenant",
                "snapshotTakenAt",
                "snapshotAge",
                "freshReadAt",
            ]
        );
        foreach (var section in answer.Sections)
        foreach (var row in section.Rows)
        {
            var cells = section
                .Columns.Zip(row)
                .ToDictionary(
                    pair => pair.First.Key,
                    pair => pair.Second.Csv ?? pair.Second.Text,
                    StringComparer.Ordinal
                );
            Row(
                text,
                [
                    section.Name,
                    .. columns.Select(column => cells.GetValueOrDefault(column.Key, "")),
                    answer.Snapshot.Tenant.Id.ToString("D"),
                    Moment(answer.TakenAt)!,
                    answer.AgeInWords,
                    Moment(answer.Fresh?.ReadAt) ?? "",
                ]
            );
        }

        return text.ToString().TrimEnd('\r', '\n');
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(Sinks.Csv)).Append("\r\n");

    public static string Markdown(Answer answer)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"**{Sinks.Markdown(answer.Title)}**, {Sinks.Markdown(answer.Aside)}\n\n{Sinks.Markdown(answer.TenantLabel)}, {answer.Taken}\n"
        );
        foreach (var section in answer.Sections)
            Markdown(text, section);
        text.Append('\n');
        foreach (var line in answer.Notes.Concat(answer.Coverage))
            text.Append(CultureInfo.InvariantCulture, $"- {Sinks.Markdown(line)}\n");
        return text.ToString().TrimEnd('\n');
    }

    private static void Markdown(StringBuilder text, Section section)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n**{Sinks.Markdown(section.Name)}**: {section.Count}, {Sinks.Markdown(section.Caption)}\n"
        );
        if (section.Rows.IsEmpty)
            return;

        var columns = section
            .Columns.Index()
            .Where(column => column.Item.Shown is Shown.Always or Shown.Wide or Shown.File)
            .ToList();
        text.Append('\n');
        Line(text, columns.Select(column => column.Item.Head));
        Line(text, columns.Select(_ => "---"));
        foreach (var row in section.Rows)
            Line(text, columns.Select(column => Sinks.Markdown(row[column.Index].Text)));
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
