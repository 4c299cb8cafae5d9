using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PimAudit.GraphEmulator;

/// <summary>Reads the part of OData's filter language that the contract documents.</summary>
internal sealed partial class FilterParser
{
    private static readonly string[] Functions = ["startswith", "endswith", "contains"];
    private static readonly string[] Operators = ["eq", "ne", "ge", "gt", "le", "lt"];

    private readonly List<string> tokens;
    private readonly List<Comparison> comparisons = [];
    private int at;
    private int ors;
    private bool onlyAnd = true;
    private bool onlyOr = true;

    private FilterParser(string text) => tokens = Split(text);

    public static ODataFilter Parse(string text)
    {
        var parser = new FilterParser(text);
        var test = parser.Or();
        if (parser.at < parser.tokens.Count)
            throw Syntax();
        return new ODataFilter(test, [.. parser.comparisons], parser.onlyAnd, parser.onlyOr, parser.ors);
    }

    private Func<JsonObject, bool> Or()
    {
        var left = And();
        while (Accept("or"))
        {
            ors++;
            onlyAnd = false;
            var (first, second) = (left, And());
            left = body => first(body) || second(body);
        }

        return left;
    }

    private Func<JsonObject, bool> And()
    {
        var left = Unary();
        while (Accept("and"))
        {
            onlyOr = false;
            var (first, second) = (left, Unary());
            left = body => first(body) && second(body);
        }

        return left;
    }

    private Func<JsonObject, bool> Unary()
    {
        if (Accept("not"))
        {
            onlyAnd = false;
            onlyOr = false;
            var inner = Unary();
            return body => !inner(body);
        }

        if (!Accept("("))
            return Comparison();
        var nested = Or();
        Expect(")");
        return nested;
    }

    private Func<JsonObject, bool> Comparison()
    {
        var word = Next();
        var comparison =
            Functions.Contains(word, StringComparer.OrdinalIgnoreCase) ? Function(word.ToLowerInvariant())
            : Accept("in") ? new Comparison(Property(word), "in", Literals())
            : new Comparison(Property(word), Operator(), [Literal()], WasText);
        comparisons.Add(comparison);
        return body => ODataFilter.Holds(comparison, body);
    }

    private Comparison Function(string name)
    {
        Expect("(");
        var property = Property(Next());
        Expect(",");
        var value = Literal();
        Expect(")");
        return new Comparison(property, name, [value]);
    }

    private string Operator()
    {
        var word = Next().ToLowerInvariant();
        return Operators.Contains(word, StringComparer.Ordinal) ? word : throw Syntax();
    }

    private bool WasText => tokens[at - 1].StartsWith('\'');

    private ImmutableArray<string?> Literals()
    {
        var values = ImmutableArray.CreateBuilder<string?>();
        Expect("(");
        do values.Add(Literal());
        while (Accept(","));
        Expect(")");
        return values.ToImmutable();
    }

    private string? Literal()
    {
        var token = Next();
        if (token.StartsWith('\''))
            return token[1..^1].Replace("''", "'", StringComparison.Ordinal);
        if (token is "null")
            return null;
        if (token is "true" or "false" || IsNumberOrDate(token))
            return token;
        throw GraphErrors.UnsupportedQuery("A binary operator with incompatible types was detected.");
    }

    private static bool IsNumberOrDate(string token) =>
        decimal.TryParse(token, CultureInfo.InvariantCulture, out _) || DateLiteral().IsMatch(token);

    private static string Property(string token) => PropertyName().IsMatch(token) ? token : throw Syntax();

    private bool Accept(string word)
    {
        if (at >= tokens.Count || !string.Equals(tokens[at], word, StringComparison.OrdinalIgnoreCase))
            return false;
        at++;
        return true;
    }

    private void Expect(string word)
    {
        if (!Accept(word))
            throw Syntax();
    }

    private string Next() => at < tokens.Count ? tokens[at++] : throw Syntax();

    private static GraphRefusal Syntax() => GraphErrors.BadRequest("Invalid filter clause");

    private static List<string> Split(string text)
    {
        var found = new List<string>();
        var position = 0;
        while (position < text.Length)
        {
            var match = Token().Match(text, position);
            if (!match.Success)
                throw Syntax();
            position += match.Length;
            if (match.Groups["token"].Success)
                found.Add(match.Groups["token"].Value);
        }

        return found;
    }

    [GeneratedRegex(@"\G(?:\s+|(?<token>'(?:[^']|'')*'|[(),]|[^\s(),']+))", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DateLiteral();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*(/[A-Za-z_][A-Za-z0-9_]*)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PropertyName();
}
