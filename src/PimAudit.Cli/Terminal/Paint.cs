using System.Globalization;
using System.Text;
using PimAudit.Model;
using Spectre.Console;

namespace PimAudit.Cli;

/// <summary>Marks that stand for severities and outcomes.</summary>
internal enum Glyph
{
    Critical,
    High,
    Medium,
    Low,
    Info,
    Pass,
    Fail,
    Unknown,
    NotApplicable,

    /// <summary>What to do.</summary>
    Next,
}

/// <summary>Colours and marks of the terminal: form before colour, and neither where the terminal cannot show it.</summary>
internal sealed class Paint
{
    private const int Grey = 244;

    private readonly bool colour;
    private readonly bool unicode;

    private Paint(bool colour, bool unicode)
    {
        this.colour = colour;
        this.unicode = unicode;
    }

    /// <summary>Spectre.Console decides what a terminal can show; NO_COLOR and a file or pipe switch colour off.</summary>
    public static Paint For(Surroundings surroundings, bool isTerminal, bool noColor)
    {
        var terminal = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(surroundings.Out) });
        var asked = !noColor && string.IsNullOrEmpty(surroundings.Variable("NO_COLOR"));
        var writesUnicode = surroundings.Out.Encoding is UTF8Encoding or UnicodeEncoding;
        return new(isTerminal && asked && terminal.Profile.Capabilities.Ansi, writesUnicode);
    }

    /// <summary>Whether lines and shapes beyond ASCII can be shown.</summary>
    public bool IsUnicode => unicode;

    public string Bold(string text) => colour ? $"\e[1m{text}\e[0m" : text;

    public string Quiet(string text) => colour ? Colour(Grey, text) : text;

    public string Mark(Glyph glyph) => colour ? Colour(ColourOf(glyph), Shape(glyph)) : Shape(glyph);

    /// <summary>Cells that a mark takes.</summary>
    public int Width(Glyph glyph) => Shape(glyph).Length;

    public string Mark(Severity severity) => Mark(GlyphOf(severity));

    /// <summary>A bar of full cells in the severity's colour.</summary>
    public string Bar(Severity severity, int cells)
    {
        var bar = new string(unicode ? '█' : '#', cells);
        return colour ? Colour(ColourOf(GlyphOf(severity)), bar) : bar;
    }

    private string Shape(Glyph glyph) =>
        glyph switch
        {
            Glyph.Critical => unicode ? "◆" : "[C]",
            Glyph.High => unicode ? "▲" : "[H]",
            Glyph.Medium => unicode ? "■" : "[M]",
            Glyph.Low => unicode ? "●" : "[L]",
            Glyph.Info => unicode ? "○" : "[I]",
            Glyph.Pass => unicode ? "✓" : "ok",
            Glyph.Fail => unicode ? "✗" : "x",
            Glyph.NotApplicable => unicode ? "–" : "-",
            Glyph.Next => unicode ? "→" : "->",
            _ => "?",
        };

    private static Glyph GlyphOf(Severity severity) =>
        severity switch
        {
            Severity.Critical => Glyph.Critical,
            Severity.High => Glyph.High,
            Severity.Medium => Glyph.Medium,
            Severity.Low => Glyph.Low,
            _ => Glyph.Info,
        };

    private static int ColourOf(Glyph glyph) =>
        glyph switch
        {
            Glyph.Critical or Glyph.Fail => 161,
            Glyph.High => 166,
            Glyph.Medium => 136,
            Glyph.Low => 67,
            Glyph.Pass => 29,
            Glyph.Unknown => 98,
            _ => Grey,
        };

    private static string Colour(int code, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"\e[38;5;{code}m{text}\e[0m");
}
