using System.Security.Cryptography;
using System.Text;

namespace PimAudit.Reports.Html.Markup;

/// <summary>A file that is embedded in the program and in each page.</summary>
/// <param name="Content">With line feeds alone, so that its hash is the same whatever the checkout.</param>
internal sealed record Asset(string Content)
{
    public static readonly Asset Style = Read("page.css");
    public static readonly Asset Script = Read("page.js");

    /// <summary>As a content security policy names it.</summary>
    public string Source => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Content)))}'";

    private static Asset Read(string name)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new(reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal));
    }
}
