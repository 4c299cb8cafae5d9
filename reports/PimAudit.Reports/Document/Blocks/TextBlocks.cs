using System.Collections.Immutable;

namespace PimAudit.Reports.Document.Blocks;

/// <summary>The title of what follows.</summary>
/// <param name="Note">Beside it; null where there is nothing to add.</param>
internal sealed record Heading(string Text, string? Note = null) : Block;

/// <summary>Running text.</summary>
/// <param name="Tone">Of the paragraph as a whole.</param>
internal sealed record Paragraph(Rich Text, Tone Tone = Tone.Plain) : Block;

/// <summary>A label and what it stands for.</summary>
internal sealed record Fact(string Label, Rich Value);

/// <summary>Labels at the left, their values beside them.</summary>
internal sealed record FactList(ImmutableArray<Fact> Facts) : Block;

/// <summary>The verdict and its five sentences.</summary>
internal sealed record VerdictBlock(string Verdict, ImmutableArray<string> Sentences) : Block;

/// <param name="Unit">Such as <c>%</c> or <c>/ 91</c>; empty where the figure needs none.</param>
/// <param name="Note">What the figure is to be compared with.</param>
internal sealed record KeyFigure(string Figure, string Unit, string Label, string Note);

/// <summary>The figures that everybody asks for.</summary>
internal sealed record KeyFigures(ImmutableArray<KeyFigure> Figures) : Block;

/// <param name="Who">Must take it.</param>
internal sealed record AskedDecision(string What, string Who);

/// <summary>What the report asks its readers to decide, the gravest first.</summary>
internal sealed record DecisionList(string Title, ImmutableArray<AskedDecision> Decisions) : Block;

/// <param name="Who">In which part somebody signs.</param>
/// <param name="Statement">What is declared with the signature.</param>
internal sealed record Signature(string Who, string Statement);

/// <summary>Room for signatures.</summary>
internal sealed record SignatureBlock(ImmutableArray<Signature> Signatures) : Block;

/// <summary>Two blocks side by side where there is room, else one below the other.</summary>
/// <param name="Share">Of the width that the left one takes, between 0 and 1.</param>
internal sealed record Beside(Block Left, Block Right, float Share) : Block;

/// <param name="Mark">What stands in the report.</param>
/// <param name="Meaning">What it says; empty where the mark comes with its word.</param>
internal sealed record LegendItem(Rich Mark, string Meaning);

/// <summary>What the marks of a section mean.</summary>
internal sealed record Legend(ImmutableArray<LegendItem> Items) : Block;
