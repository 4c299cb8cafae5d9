using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PimAudit.GraphEmulator;

/// <summary>Skip tokens: opaque to the client, and good only for the query that they were made for.</summary>
internal static class Paging
{
    private const string Option = "$skiptoken=";

    public static string NextQuery(GraphRequest request, long offset)
    {
        var rest = WithoutToken(request.RawQuery);
        var token = Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{offset}|{Mark(request)}"))
        );
        return rest.Length == 0 ? Option + token : $"{rest}&{Option}{token}";
    }

    /// <summary>Where the page begins; 0 without a token.</summary>
    public static long Offset(GraphRequest request, string? token)
    {
        if (token is null)
            return 0;
        try
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split('|');
            if (parts.Length == 2 && string.Equals(parts[1], Mark(request), StringComparison.Ordinal))
                return long.Parse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            // Falls through: a token that we did not make.
        }

        throw GraphErrors.BadRequest("Invalid skip token.");
    }

    private static string Mark(GraphRequest request)
    {
        var text = $"{request.Version}{request.RawPath}?{GraphRequest.Unescape(WithoutToken(request.RawQuery))}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
    }

    private static string WithoutToken(string rawQuery) =>
        string.Join(
            '&',
            rawQuery
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Where(part => !GraphRequest.Unescape(part).StartsWith(Option, StringComparison.OrdinalIgnoreCase))
        );
}
