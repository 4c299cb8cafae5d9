using System.Text;

namespace PimAudit.Reports.Csv.Returned;

/// <summary>The characters of a file: UTF-8, or what its byte order mark says. A byte that is none is refused, never replaced.</summary>
internal static class TableText
{
    /// <returns>Throws <see cref="DecoderFallbackException"/> where it comes upon a byte that is no text.</returns>
    public static TextReader Of(byte[] content)
    {
        var (encoding, mark) = content switch
        {
            [0xFF, 0xFE, ..] => (
                new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
                2
            ),
            [0xFE, 0xFF, ..] => (
                new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
                2
            ),
            [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
            _ => ((Encoding)Utf8, 0),
        };
        return new StreamReader(
            new MemoryStream(content, mark, content.Length - mark, writable: false),
            encoding,
            detectEncodingFromByteOrderMarks: false
        );
    }

    private static Encoding Utf8 { get; } =
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
