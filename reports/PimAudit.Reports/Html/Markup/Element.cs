using System.Collections.Immutable;

namespace PimAudit.Reports.Html.Markup;

/// <summary>An element of a page.</summary>
/// <param name="Name">As the standard writes it; never from a tenant, like the names of attributes.</param>
internal sealed record Element(string Name, ImmutableArray<Node> Children) : Node
{
    public ImmutableArray<(string Name, string Value)> Attributes { get; private init; } = [];

    public static Element Of(string name, params ReadOnlySpan<Node> children) => new(name, [.. children]);

    public static Element Of(string name, IEnumerable<Node> children) => new(name, [.. children]);

    /// <param name="value">Null leaves the attribute out.</param>
    public Element With(string name, string? value) =>
        value is null ? this : this with { Attributes = Attributes.Add((name, value)) };

    /// <summary>An attribute that says all by being there.</summary>
    public Element With(string name) => With(name, "");

    public Element Class(string names) => With("class", names);
}
