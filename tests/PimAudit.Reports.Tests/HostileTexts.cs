using NUnit.Framework;

namespace PimAudit.Reports.Tests;

/// <summary>Texts that mean something to one format or another.</summary>
internal static class HostileTexts
{
    /// <summary>Named by number: a test runner is no place for such names.</summary>
    public static IEnumerable<TestCaseData> Cases =>
        All.Index().Select(pair => new TestCaseData(pair.Item).SetArgDisplayNames($"text {pair.Index}"));

    public static readonly string[] All =
    [
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(1,1)",
        "＝1+1",
        "  =1+1",
        "\t=1+1",
        "\r\n=1+1",
        "'=quoted",
        "'",
        "\"quoted\", with a comma",
        " spaces around ",
        "line one\nline two\r\nline three",
        "]]>",
        "<![CDATA[<script>alert(1)</script>]]>",
        "&lt;b&gt; & <b>",
        "[click](https://attacker.example)",
        "[click](1) {0} {name} }{",
        "\\u{202E} written out \\",
        "\u202Egnp.exe",
        "zero\u200Bwidth\uFEFF",
        "\u0000\u0001\u001B[2J\u007F\u0085",
        "none \uFFFE\uFFFF",
        "half \uD800 and \uDC00",
        "Åsa Ωμέγα Юлия 王 🎈 e\u0301",
        "{\"json\": [1, 2]}\n{\"kind\":\"run\"}",
        "",
    ];
}
