using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>Where a rule of one's own stands.</summary>
/// <param name="File">Relative to the configuration, with slashes, so that a result names no machine.</param>
/// <param name="Line">From 1; 0 where no line can be named.</param>
public sealed record RuleOrigin(string File, long Line)
{
    public override string ToString() =>
        Line > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}, line {Line}") : File;
}

/// <summary>A rule as its file tells it, every word checked.</summary>
/// <param name="Practice">Lines of the document, or <c>ext</c>.</param>
/// <param name="Source">Null: the lines of the practice, or the file.</param>
/// <param name="Query">SQL; each row is a finding.</param>
/// <param name="Origin">The file, and the line of its query.</param>
/// <param name="Hash">SHA-256 of the file, line ends aside, 64 hex digits.</param>
/// <param name="Page">What <c>rules show</c> prints, Markdown.</param>
public sealed record OwnRuleDefinition(
    string Id,
    string Name,
    string Title,
    Severity Severity,
    string Practice,
    string Why,
    ImmutableArray<string> Fix,
    string? Source,
    ImmutableArray<RuleParameter> Parameters,
    string Query,
    RuleOrigin Origin,
    string Hash,
    string Page
);

/// <summary>A rule that a user wrote, usable or not.</summary>
public interface IOwnRule : IRule
{
    /// <summary>What <c>rules show</c> prints, Markdown.</summary>
    string Page { get; }

    RuleOrigin Origin { get; }
}
