using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>What a check found.</summary>
public enum CheckVerdict
{
    Ok,

    /// <summary>This alone keeps the person from using the role.</summary>
    Fault,

    /// <summary>What was not read could be the cause.</summary>
    NotKnown,

    /// <summary>The check has nothing to look at, such as the approvers of a role that asks for none.</summary>
    NotApplicable,
}

/// <summary>One thing to do.</summary>
/// <param name="Text">A sentence that names the object; hostile where the tenant's names are.</param>
/// <param name="Object">What it is done to.</param>
public sealed record Advice(string Text, ObjectRef Object);

/// <summary>One line of a guided check.</summary>
/// <param name="Name">What is checked.</param>
/// <param name="Practice">Row of the document's troubleshooting table.</param>
/// <param name="Text">What was seen, as the end of a line.</param>
/// <param name="Evidence">Rows that show it; empty where nothing was looked at or the absence of rows is what was seen.</param>
/// <param name="Advice">The cure of a fault, or what would make an unknown known; null in the other cases.</param>
/// <param name="Unread">Why the verdict is not known; empty in the other cases.</param>
public sealed record CheckLine(
    string Name,
    string Practice,
    CheckVerdict Verdict,
    string Text,
    ImmutableArray<Evidence> Evidence,
    Advice? Advice,
    ImmutableArray<UnreadFact> Unread
);

/// <summary>A check by name, and the lines that it can answer with.</summary>
internal sealed record Check(string Name, string Practice)
{
    public CheckLine Ok(string text, params IEnumerable<Evidence> evidence) =>
        new(Name, Practice, CheckVerdict.Ok, text, [.. evidence], Advice: null, []);

    public CheckLine Fault(string text, Advice advice, params IEnumerable<Evidence> evidence) =>
        new(Name, Practice, CheckVerdict.Fault, text, [.. evidence], advice, []);

    public CheckLine NotApplicable(string text, params IEnumerable<Evidence> evidence) =>
        new(Name, Practice, CheckVerdict.NotApplicable, text, [.. evidence], Advice: null, []);

    /// <param name="unread">At least one.</param>
    public CheckLine NotKnown(string text, Advice advice, ImmutableArray<UnreadFact> unread) =>
        new(Name, Practice, CheckVerdict.NotKnown, text, [], advice, unread);
}
