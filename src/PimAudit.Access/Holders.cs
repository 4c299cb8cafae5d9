using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access;

/// <summary>The users and service principals that a grant reaches by certain hops.</summary>
/// <param name="Ids">Object ids; groups never, the principal himself when he is no group.</param>
/// <param name="Hidden">Why there may be more; null when everybody is known.</param>
public sealed record Holders(ImmutableHashSet<Guid> Ids, Gap? Hidden);

/// <summary>Expands a principal to its holders, whatever the nesting.</summary>
internal sealed class HolderBook(GroupBook groups, DirectoryBook directory)
{
    private readonly Dictionary<Guid, Holders> made = [];

    public Holders this[Guid principalId]
    {
        get
        {
            if (!made.TryGetValue(principalId, out var holders))
                made[principalId] = holders = Expand(principalId);
            return holders;
        }
    }

    private Holders Expand(Guid principalId)
    {
        var people = ImmutableHashSet.CreateBuilder<Guid>();
        var seen = new HashSet<Guid>();
        var open = new Queue<Guid>([principalId]);
        Gap? hidden = null;

        while (open.TryDequeue(out var id))
        {
            if (!seen.Add(id))
                continue;

            var kind = directory.Reference(id).Kind;
            if (kind is ObjectKind.Group)
            {
                hidden ??= groups[id].HiddenPeople;
                foreach (var link in groups[id].Members)
                    open.Enqueue(link.PrincipalId);
            }
            else if (kind is not ObjectKind.Other)
            {
                hidden ??= kind is ObjectKind.Unresolved ? directory.GapOf(id) : null;
                people.Add(id);
            }
        }

        return new(people.ToImmutable(), hidden);
    }
}
