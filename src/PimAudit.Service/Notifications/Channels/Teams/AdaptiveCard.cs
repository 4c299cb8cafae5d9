using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace PimAudit.Service;

/// <summary>
/// A notice as an Adaptive Card 1.4 in the envelope that a Teams workflow takes. Every text is a <c>TextRun</c>: Markdown is not
/// read there, so a name can neither format nor link.
/// </summary>
/// <remarks>
/// Source: learn.microsoft.com, Adaptive Cards, text features: RichTextBlock does not support Markdown; DATE and TIME in double
/// braces are replaced in texts.
/// </remarks>
internal static class AdaptiveCard
{
    /// <summary>Teams refuses more than 28 KB. Texts and lists of a notice are bounded, so that no card comes near.</summary>
    public const int MaxBytes = 28 * 1024;

    /// <summary>Letters as they are: as escapes they would take twice the room.</summary>
    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static byte[] Of(Notice notice)
    {
        var text = NoticeText.Of(notice);
        var body = new JsonArray { Block(Run(text.Subject, weight: "bolder", size: "medium")) };
        foreach (var paragraph in text.Paragraphs)
        {
            if (paragraph.Heading is { } heading)
                body.Add((JsonNode)Block(Run(heading, weight: "bolder")));
            foreach (var line in paragraph.Lines)
                body.Add((JsonNode)Block(Run(line), spacing: "small"));
        }

        foreach (var fact in text.Facts)
            body.Add((JsonNode)Block(Run($"{fact.Name}: {fact.Value}", isSubtle: true), spacing: "none"));
        return Encoding.UTF8.GetBytes(Envelope(body).ToJsonString(Compact));
    }

    private static JsonObject Envelope(JsonArray body) =>
        new()
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray
            {
                new JsonObject
                {
                    ["contentType"] = "application/vnd.microsoft.card.adaptive",
                    ["contentUrl"] = null,
                    ["content"] = new JsonObject
                    {
                        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                        ["type"] = "AdaptiveCard",
                        ["version"] = "1.4",
                        ["body"] = body,
                    },
                },
            },
        };

    private static JsonObject Block(JsonObject run, string spacing = "default") =>
        new()
        {
            ["type"] = "RichTextBlock",
            ["spacing"] = spacing,
            ["inlines"] = new JsonArray(run),
        };

    private static JsonObject Run(string text, string? weight = null, string? size = null, bool isSubtle = false)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = WithoutFunctions(text) };
        if (weight is not null)
            run["weight"] = weight;
        if (size is not null)
            run["size"] = size;
        if (isSubtle)
            run["isSubtle"] = true;
        return run;
    }

    /// <summary>Parts double braces, which would begin a function.</summary>
    private static string WithoutFunctions(string text) => text.Replace("{", "{ ", StringComparison.Ordinal);
}
