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
