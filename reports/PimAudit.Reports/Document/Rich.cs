using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Document;

/// <summary>How a stretch of text stands to the text around it.</summary>
internal enum Tone
{
    Plain,

    /// <summary>What the eye should find first.</summary>
    Strong,

    /// <summary>What is there for whoever looks for it.</summary>
    Quiet,
}

/// <summary>A stretch of a line. Its text is as the tenant wrote it: each writer escapes for its own kind of file.</summary>
internal abstract record Run;

/// <summary>Words.</summary>
internal sealed record TextRun(string Text, Tone Tone = Tone.Plain) : Run
{
    /// <summary>A name: where there is little room it loses its middle, never its end.</summary>
    public bool IsName { get; init; }
}

/// <summary>An id, hash or time: never wrapped, never shortened.</summary>
internal sealed record IdRun(string Id, Tone Tone = Tone.Plain) : Run;

/// <summary>The mark of a severity, and its word unless the line says it otherwise.</summary>
internal sealed record SeverityRun(Severity Severity, bool IsNamed = true) : Run;

/// <summary>The mark of an outcome, and its word unless the line says it otherwise.</summary>
internal sealed record OutcomeRun(RuleOutcome Outcome, bool IsNamed = true) : Run;

/// <summary>The mark of an approach and its word.</summary>
internal sealed record ApproachRun(Approach Approach) : Run
{
    /// <summary>Of a path without a group, which the mark shows as well; null elsewhere.</summary>
    public HopState? State { get; init; }
}

/// <summary>Leads to a place in the same document; paper prints the page.</summary>
internal sealed record LinkRun(string Text, string Anchor) : Run;

/// <summary>Lines, one below the other.</summary>
internal sealed record Rich(ImmutableArray<ImmutableArray<Run>> Lines)
{
    public static readonly Rich Nothing = new([]);

    public static Rich Of(string text, Tone tone = Tone.Plain) => Line(new TextRun(text, tone));

    public static Rich Name(string name) => Line(new TextRun(name) { IsName = true });

    public static Rich Line(params ReadOnlySpan<Run> runs) =>
        new([
            [.. runs],
        ]);

    public static Rich Stack(params ReadOnlySpan<Rich> parts)
    {
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<Run>>();
        foreach (var part in parts)
            lines.AddRange(part.Lines);
        return new(lines.ToImmutable());
    }

    /// <summary>A name over its id; the id alone where the name was not read.</summary>
    public static Rich Named(ObjectRef item) =>
        item.DisplayName is null
            ? Line(new IdRun(item.Id, Tone.Strong))
            : Stack(Of(item.Label, Tone.Strong), Line(new IdRun(item.Id, Tone.Quiet)));

    /// <summary>What is unknown is said, and marked as such.</summary>
    public static Rich Unread(string words = "not read") =>
        Line(new OutcomeRun(RuleOutcome.NotEvaluated, IsNamed: false), new TextRun(words));

    public static implicit operator Rich(string text) => Of(text);
}
