using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>What makes something known that was not read.</summary>
internal static class NotRead
{
    public static CheckLine Line(Check check, Case asked, string text, params ImmutableArray<UnreadFact> unread) =>
        check.NotKnown($"{text}: {unread[0].Gap.Detail}", Cure(asked, unread[0]), unread);

    private static Advice Cure(Case asked, UnreadFact fact)
    {
        var record = asked.Snapshot.Collection[fact.Gap.Part];
        var part = PartNames.InSentence(fact.Gap.Part);
        var of = fact.Subject is { } subject ? $" of {subject.Label}" : "";
        var text = fact.Gap.Reason switch
        {
            MissingReason.Permission =>
                $"Grant {record.Permission} to the reader, which reads {part}{of}, and take a new snapshot.",
            MissingReason.Licence =>
                $"Look {part}{of} up in the portal: the tenant has no licence by which it can be read.",
            MissingReason.Malformed => $"Look {part}{of} up in the portal: what Graph told does not say enough.",
            MissingReason.NotCollected or MissingReason.SwitchedOff => $"Take a new snapshot, with {part}{of} in it.",
            _ => $"Take a new snapshot: {part}{of} could not be read in this one.",
        };
        return new(
            text,
            fact.Subject ?? new ObjectRef(ObjectKind.Part, fact.Gap.Part.ToString(), PartNames.Of(fact.Gap.Part))
        );
    }
}
