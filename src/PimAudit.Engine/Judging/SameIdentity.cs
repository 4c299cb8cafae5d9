using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Two judgements are about the same where subject and identity are, in whatever order and however often named.</summary>
internal sealed class SameIdentity : IEqualityComparer<Judgement>
{
    public static readonly SameIdentity Instance = new();

    public bool Equals(Judgement? one, Judgement? other) =>
        ReferenceEquals(one, other)
        || one is not null
            && other is not null
            && one.Subject.IsSame(other.Subject)
            && Holds(one, ExtrasOf(other))
            && Holds(other, ExtrasOf(one));

    /// <summary>A sum, because the order of the extras does not count.</summary>
    public int GetHashCode(Judgement judgement)
    {
        var extras = ExtrasOf(judgement);
        var hash = 0;
        for (var at = 0; at < extras.Length; at++)
            if (!extras[at].IsSame(judgement.Subject) && !Holds(extras.AsSpan(0, at), extras[at]))
                hash += HashOf(extras[at]);
        return HashCode.Combine(HashOf(judgement.Subject), hash);
    }

    public static ImmutableArray<ObjectRef> ExtrasOf(Judgement judgement) =>
        judgement is Judgement.Breaks breaks ? breaks.Draft.Identity : judgement.Identity;

    private static int HashOf(ObjectRef part) =>
        HashCode.Combine(part.Kind, string.GetHashCode(part.Id, StringComparison.Ordinal));

    private static bool Holds(Judgement judgement, ImmutableArray<ObjectRef> parts)
    {
        foreach (var part in parts)
            if (!part.IsSame(judgement.Subject) && !Holds(ExtrasOf(judgement).AsSpan(), part))
                return false;
        return true;
    }

    private static bool Holds(ReadOnlySpan<ObjectRef> parts, ObjectRef wanted)
    {
        foreach (var part in parts)
            if (part.IsSame(wanted))
                return true;
        return false;
    }
}
