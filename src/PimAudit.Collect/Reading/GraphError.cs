using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Says what an answer without success means.</summary>
/// <remarks>PIM hides the true code as JSON text inside <c>message</c> of the code <c>UnknownError</c>.</remarks>
internal static class GraphError
{
    private const int LongestMessage = 400;

    /// <param name="body">Undefined when the answer had no JSON.</param>
    public static ReadFailure Of(GraphQuestion question, int status, JsonElement body, TimeSpan? retryAfter)
    {
        var (code, message) = Read(body);
        var told = OneLine(string.Join(": ", new[] { code, message }.Where(text => !string.IsNullOrWhiteSpace(text))));
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"Graph answered {status} to {question.Template}{(told.Length > 0 ? ": " + told : "")}."
        );
        if (
            (status is 403 || (status is 400 && question.BadRequestMeansLicence))
            && Member(body, "error").ValueKind is not JsonValueKind.Object
        )
            return Strangers(question, status, retryAfter);

        var (outcome, reason) = Meaning(question, status, code);
        var lacksRole = reason is MissingReason.Permission && IsAboutThePerson(told);
        return new(outcome, reason, lacksRole ? $"{detail} {Lacking.EntraRole}" : detail, status, retryAfter, code);
    }

    /// <summary>What PIM answers to a signed-in user without an Entra role, whatever the application may do.</summary>
    private static bool IsAboutThePerson(string told) =>
        told.Contains("UnauthorizedAccessException", StringComparison.Ordinal)
        || told.Contains("Attempted to perform an unauthorized operation", StringComparison.Ordinal);

    /// <summary>Without Graph's words a refusal may be anybody's, such as a proxy's: no right and no licence is missing for sure.</summary>
    private static ReadFailure Strangers(GraphQuestion question, int status, TimeSpan? retryAfter) =>
        new(
            PartStatus.Failed,
            MissingReason.Transport,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{question.Template} was answered with {status} and without an error of Graph's: something on the way may have refused it."
            ),
            status,
            retryAfter
        );

    /// <summary>Body of an error answer; Undefined when it is no JSON.</summary>
    public static JsonElement Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>Seconds or a date; null when it is neither.</summary>
    public static TimeSpan? RetryAfter(string? header, DateTimeOffset now) =>
        RetryConditionHeaderValue.TryParse(header, out var value) ? RetryAfter(value, now) : null;

    public static TimeSpan? RetryAfter(RetryConditionHeaderValue? value, DateTimeOffset now)
    {
        var wait = value?.Delta ?? value?.Date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static (PartStatus, MissingReason) Meaning(GraphQuestion question, int status, string? code) =>
        status switch
        {
            400 or 403 when IsLicence(code) => (PartStatus.Unlicensed, MissingReason.Licence),
            400 when question.BadRequestMeansLicence => (PartStatus.Unlicensed, MissingReason.Licence),
            401 or 403 => (PartStatus.Refused, MissingReason.Permission),
            429 => (PartStatus.Failed, MissingReason.Throttled),
            408 or >= 500 => (PartStatus.Failed, MissingReason.Transport),
            _ => (PartStatus.Failed, MissingReason.Malformed),
        };

    private static bool IsLicence(string? code) =>
        string.Equals(code, "AadPremiumLicenseRequired", StringComparison.OrdinalIgnoreCase)
        || string.Equals(
            code,
            "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
            StringComparison.OrdinalIgnoreCase
        );

    private static (string? Code, string? Message) Read(JsonElement body)
    {
        var error = body;
        while (Member(error, "error") is { ValueKind: JsonValueKind.Object } inner)
            error = inner;

        var code = Text(error, "errorCode") ?? Text(error, "code");
        var message = Text(error, "message");
        if (message is null || !message.TrimStart().StartsWith('{'))
            return (code, message);

        var hidden = Read(Parse(System.Text.Encoding.UTF8.GetBytes(message)));
        return (hidden.Code ?? code, hidden.Message ?? message);
    }

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement element, string name) => Spelling.Text(Member(element, name));

    /// <summary>Without control characters, full stop and excess.</summary>
    public static string OneLine(string text)
    {
        var line = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim().TrimEnd('.');
        return line.Length <= LongestMessage ? line : line[..LongestMessage] + "...";
    }
}
