using System.Collections.Immutable;

namespace PimAudit.Engine;

/// <summary>What a parameter holds.</summary>
public enum ParameterKind
{
    /// <summary>A whole number from 0.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A list of object or template ids.</summary>
    Ids,

    /// <summary>A .NET regular expression.</summary>
    Pattern,

    /// <summary>Whose role settings: <c>held</c>, <c>privileged</c> or <c>all</c>, or a list of template ids.</summary>
    Roles,

    /// <summary>A list of two role template ids each, joined by a plus sign.</summary>
    Pairs,

    /// <summary>One of the words of <see cref="RuleParameter.Choices"/>.</summary>
    Choice,

    /// <summary>A list of words, such as names of domains.</summary>
    Words,

    /// <summary>A list of days, UTC, each for everybody or for one object: see <see cref="DeclaredDay"/>.</summary>
    Days,
}

/// <summary>A threshold or choice of a rule that a profile or the configuration may change.</summary>
/// <param name="Name">As the configuration writes it, such as <c>maxHours</c>.</param>
/// <param name="Default">As the configuration would write it; a list is separated by commas, empty for an empty one.</param>
/// <param name="Meaning">One phrase for people.</param>
public sealed record RuleParameter(string Name, ParameterKind Kind, string Default, string Meaning)
{
    /// <summary>The words that a parameter of kind Choice accepts; empty for the other kinds.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Id of the rule whose value of the same name holds here too, until this rule is given its own; null for none.</summary>
    public string? Follows { get; init; }

    public static RuleParameter Number(string name, int standard, string meaning) =>
        new(name, ParameterKind.Number, standard.ToString(System.Globalization.CultureInfo.InvariantCulture), meaning);

    public static RuleParameter Flag(string name, bool standard, string meaning) =>
        new(name, ParameterKind.Flag, standard ? "true" : "false", meaning);

    public static RuleParameter Ids(string name, string meaning, params IEnumerable<Guid> standard) =>
        new(name, ParameterKind.Ids, string.Join(',', standard.Select(id => id.ToString("D"))), meaning);

    public static RuleParameter Pattern(string name, string standard, string meaning) =>
        new(name, ParameterKind.Pattern, standard, meaning);

    public static RuleParameter Words(string name, string standard, string meaning) =>
        new(name, ParameterKind.Words, standard, meaning);

    /// <summary>No days unless configured.</summary>
    public static RuleParameter Days(string name, string meaning) => new(name, ParameterKind.Days, "", meaning);

    public static RuleParameter Roles(string name, string standard, string meaning) =>
        new(name, ParameterKind.Roles, standard, meaning);

    /// <summary>No pairs unless configured.</summary>
    public static RuleParameter Pairs(string name, string meaning) => new(name, ParameterKind.Pairs, "", meaning);

    public static RuleParameter Choice(
        string name,
        string standard,
        string meaning,
        params ImmutableArray<string> choices
    ) => new(name, ParameterKind.Choice, standard, meaning) { Choices = choices };
}
