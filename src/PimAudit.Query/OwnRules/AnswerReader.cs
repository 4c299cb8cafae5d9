using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>One row of a rule's answer, its ids resolved.</summary>
/// <param name="Evidence">Ids as the query gives them.</param>
internal sealed record AnswerRow(
    ObjectRef Subject,
    ObjectRef? Role,
    string? Scope,
    ImmutableArray<ObjectRef> Identity,
    ImmutableArray<string> Evidence,
    string? Title,
    Severity? Severity,
    string Observed,
    string Expected
);

/// <summary>Reads the rows of a rule's answer. Whatever cannot be meant ends the rule: a row left out would be a pass.</summary>
internal sealed class AnswerReader(QueryAnswer answer, IdBook ids)
{
    private const int MostLetters = 2000;

    private int number;

    /// <exception cref="FormatException">A value cannot be meant; the message names the row, from 1.</exception>
    public ImmutableArray<AnswerRow> Read() => [.. answer.Rows.Select(Read)];

    private AnswerRow Read(ImmutableArray<object?> row)
    {
        number++;
        var subject = SubjectOf(row);
        var role = Text(row, AnswerColumns.Role) is { } id ? RoleOf(id) : null;
        var scope = Text(row, AnswerColumns.Scope) is { } text ? ScopeOf(text) : null;
        return new(
            subject,
            role,
            scope?.Id,
            [.. Given(role).Concat(Given(scope)).Concat(Texts(row, AnswerColumns.IsIdentity).Select(IdentityOf))],
            [.. Texts(row, AnswerColumns.IsEvidence)],
            Text(row, AnswerColumns.Title),
            Text(row, AnswerColumns.Severity) is { } word ? SeverityOf(word) : null,
            Text(row, AnswerColumns.Observed) ?? "unknown",
            Text(row, AnswerColumns.Expected) ?? "unknown"
        );
    }

    private ObjectRef SubjectOf(ImmutableArray<object?> row)
    {
        var id = Text(row, AnswerColumns.Subject) ?? throw Odd("the subject is NULL", "name whom the finding is about");
        var found = ids.Find(id);
        if (Text(row, AnswerColumns.SubjectKind) is not { } word)
            return found
                ?? throw Odd(
                    $"the subject '{Short(id)}' is no id that the snapshot knows",
                    "give an object id or role id, or say with subject_kind what it is"
                );

        var kind = KindOf(word);
        if (found is { Kind: not ObjectKind.Unresolved } && found.Kind != kind)
            throw Odd(
                $"the subject '{Short(id)}' is called {word} but the snapshot knows a {Cells.Word(found.Kind)}",
                "leave subject_kind out, or correct it"
            );
        return IdBook.IsPlain(id)
            ? new(kind, id, found?.DisplayName)
            : throw Odd($"the subject '{Short(id)}' is a name and no id", "give an id");
    }

    private ObjectRef RoleOf(string id) =>
        ids.Find(id) is { Kind: ObjectKind.Role } role
            ? role
            : throw Odd($"the role '{Short(id)}' is no id of a role", "give a role_id of a view");

    private ObjectRef ScopeOf(string text) =>
        IdBook.IsScope(text)
            ? ids.Find(text)!
            : throw Odd($"the scope '{Short(text)}' is no scope", "give a scope of a view, such as /");

    private ObjectRef IdentityOf(string id) =>
        ids.Find(id)
        ?? (
            IdBook.IsPlain(id)
                ? new ObjectRef(ObjectKind.Other, id)
                : throw Odd($"the identity '{Short(id)}' is a name and no id", "give an id: names change, and may lie")
        );

    private ObjectKind KindOf(string word) =>
        Enum.GetValues<ObjectKind>()
            .Where(kind => string.Equals(Cells.Word(kind), word, StringComparison.Ordinal))
            .Cast<ObjectKind?>()
            .FirstOrDefault()
        ?? throw Odd(
            $"subject_kind is '{Short(word)}'",
            "use user, group, service_principal, role, scope, tenant, administrative_unit, access_review, conditional_access_policy, authentication_context or other"
        );

    private Severity SeverityOf(string word) =>
        Enum.TryParse<Severity>(word, ignoreCase: true, out var severity) && !char.IsAsciiDigit(word[0])
            ? severity
            : throw Odd($"the severity is '{Short(word)}'", "use info, low, medium, high or critical");

    private string? Text(ImmutableArray<object?> row, string name) =>
        answer.Columns.IndexOf(name, StringComparer.Ordinal) is >= 0 and var at ? Text(row[at], name) : null;

    private IEnumerable<string> Texts(ImmutableArray<object?> row, Func<string, bool> isOne) =>
        answer
            .Columns.Index()
            .Where(column => isOne(column.Item))
            .Select(column => Text(row[column.Index], column.Item))
            .OfType<string>();

    private string? Text(object? value, string name)
    {
        var text = value switch
        {
            null => null,
            double part => part.ToString("0.##", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
        return text?.Length > MostLetters
                ? throw Odd($"{name} has {text.Length} letters", $"give at most {MostLetters}")
            : string.IsNullOrEmpty(text) ? null
            : text;
    }

    private FormatException Odd(string what, string remedy) =>
        new(string.Create(CultureInfo.InvariantCulture, $"In row {number} of the answer {what}: {remedy}."));

    private static IEnumerable<ObjectRef> Given(ObjectRef? one) => one is null ? [] : [one];

    private static string Short(string text) => text.Length > 60 ? text[..60] + "..." : text;
}
