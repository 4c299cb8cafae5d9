using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PimAudit.Engine;

/// <summary>The parameters of one rule as they apply in a run: defaults, then the profile, then the configuration.</summary>
public sealed class ParameterValues
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    private readonly ImmutableSortedDictionary<string, ImmutableArray<string>> values;
    private readonly ImmutableSortedDictionary<string, RuleParameter> declared;

    private ParameterValues(
        ImmutableSortedDictionary<string, ImmutableArray<string>> values,
        ImmutableSortedDictionary<string, RuleParameter> declared
    )
    {
        this.values = values;
        this.declared = declared;
    }

    /// <summary>Each value as a configuration would write it, by name; a scalar is a list of one.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> AsWritten => values;

    /// <summary>Each value in words, by name: what a report prints as the threshold used.</summary>
    public ImmutableSortedDictionary<string, string> InWords =>
        values.ToImmutableSortedDictionary(
            pair => pair.Key,
            pair => pair.Value.IsEmpty ? "none" : string.Join(", ", pair.Value),
            StringComparer.Ordinal
        );

    public static ParameterValues Of(IEnumerable<RuleParameter> parameters) =>
        Of(parameters, ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty);

    /// <param name="overrides">Only names that are declared, only values that <see cref="Problem"/> accepts.</param>
    public static ParameterValues Of(
        IEnumerable<RuleParameter> parameters,
        IReadOnlyDictionary<string, ImmutableArray<string>> overrides
    )
    {
        var known = parameters.ToImmutableSortedDictionary(one => one.Name, one => one, StringComparer.Ordinal);
        var effective = known.ToImmutableSortedDictionary(
            pair => pair.Key,
            pair => overrides.TryGetValue(pair.Key, out var given) ? given : Split(pair.Value),
            StringComparer.Ordinal
        );
        return new(effective, known);
    }

    public int Number(string name) => int.Parse(One(name, ParameterKind.Number), CultureInfo.InvariantCulture);

    public bool Flag(string name) => bool.Parse(One(name, ParameterKind.Flag));

    public ImmutableHashSet<Guid> Ids(string name)
    {
        Expect(name, ParameterKind.Ids);
        return [.. values[name].Select(Guid.Parse)];
    }

    public Regex Pattern(string name) =>
        new(One(name, ParameterKind.Pattern), RegexOptions.CultureInvariant, PatternTimeout);

    public RoleChoice Roles(string name)
    {
        Expect(name, ParameterKind.Roles);
        return RoleChoice.Parse(values[name]);
    }

    public ImmutableArray<RolePair> Pairs(string name)
    {
        Expect(name, ParameterKind.Pairs);
        return [.. values[name].Select(text => RolePair.Parse(text)!).Distinct()];
    }

    /// <summary>One of the declared words, as declared.</summary>
    public string Choice(string name)
    {
        var written = One(name, ParameterKind.Choice);
        return declared[name].Choices.First(word => string.Equals(word, written, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Letter case does not matter in them.</summary>
    public ImmutableHashSet<string> Words(string name)
    {
        Expect(name, ParameterKind.Words);
        return values[name].ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public ImmutableHashSet<DeclaredDay> Days(string name)
    {
        Expect(name, ParameterKind.Days);
        return [.. values[name].Select(text => DeclaredDay.Parse(text)!)];
    }

    /// <summary>What is wrong with a value, in words that end a sentence; null when it is fine.</summary>
    public static string? Problem(RuleParameter parameter, ImmutableArray<string> given) =>
        parameter.Kind switch
        {
            ParameterKind.Number
                when !IsOne(
                    given,
                    text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                ) => "must be one whole number from 0",
            ParameterKind.Flag when !IsOne(given, text => bool.TryParse(text, out _)) => "must be true or false",
            ParameterKind.Ids when !given.All(text => Guid.TryParse(text, out _)) => "must be a list of ids (GUIDs)",
            ParameterKind.Pattern when !IsOne(given, IsPattern) => "must be one regular expression",
            ParameterKind.Roles when !RoleChoice.IsChoice(given) =>
                "must be held, privileged, all, or a list of role template ids",
            ParameterKind.Pairs when !given.All(text => RolePair.Parse(text) is not null) =>
                "must be a list of pairs of two different role template ids, each pair written ID+ID",
            ParameterKind.Choice when !IsOne(given, text => IsChoice(parameter, text)) =>
                $"must be one of {string.Join(", ", parameter.Choices)}",
            ParameterKind.Words when given.Any(string.IsNullOrWhiteSpace) =>
                "must be a list of words, none of them blank",
            ParameterKind.Days when !given.All(text => DeclaredDay.Parse(text) is not null) =>
                "must be a list of days such as 2026-09-30, each alone or followed by a slash and an object id",
            _ => null,
        };

    private static bool IsOne(ImmutableArray<string> given, Func<string, bool> fits) =>
        given.Length == 1 && fits(given[0]);

    private static bool IsChoice(RuleParameter parameter, string text) =>
        parameter.Choices.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static bool IsPattern(string text)
    {
        try
        {
            _ = new Regex(text, RegexOptions.CultureInvariant, PatternTimeout);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private string One(string name, ParameterKind kind)
    {
        Expect(name, kind);
        return values[name][0];
    }

    private void Expect(string name, ParameterKind kind)
    {
        if (declared.GetValueOrDefault(name)?.Kind != kind)
            throw new ArgumentException($"The rule declares no {kind} named '{name}'.", nameof(name));
    }

    private static ImmutableArray<string> Split(RuleParameter parameter) =>
        parameter.Kind
            is ParameterKind.Ids
                or ParameterKind.Roles
                or ParameterKind.Pairs
                or ParameterKind.Words
                or ParameterKind.Days
            ? [.. parameter.Default.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
            : [parameter.Default];
}
