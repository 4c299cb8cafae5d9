using System.Text;

namespace PimAudit.Collect;

/// <summary>What a 401 says about the token that Graph would accept.</summary>
internal static class Challenge
{
    private const string Claims = "claims=\"";

    /// <summary>The claims challenge of continuous access evaluation, decoded; null when there is none.</summary>
    public static string? ClaimsIn(HttpResponseMessage answer) =>
        answer
            .Headers.WwwAuthenticate.Select(header => Decoded(header.Parameter))
            .FirstOrDefault(claims => claims is not null);

    private static string? Decoded(string? parameter)
    {
        var start = parameter?.IndexOf(Claims, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (start < 0)
            return null;

        start += Claims.Length;
        var end = parameter!.IndexOf('"', start);
        var text = parameter[start..(end < 0 ? parameter.Length : end)];
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }
}
