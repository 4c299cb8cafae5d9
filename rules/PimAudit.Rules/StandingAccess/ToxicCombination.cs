using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Two roles that should check each other do not when one person has both.</summary>
public sealed class ToxicCombination : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM112",
            Title: "One person reaches two roles that should be kept apart",
            Severity: Severity.Medium,
            Practice: RuleInfo.BeyondThePractice,
            Why: "Some roles check each other: one acts, the other watches or approves. Whoever reaches both can act and hide it alone, and "
                + "so can whoever takes over that account.",
            Needs: RolePeople.Needs
        )
        {
            LeansOn = RolePeople.LeansOn,
            JudgesWithoutPim = true,
            Source = "NIST SP 800-53 Rev. 5, AC-5 Separation of Duties",
            Parameters =
            [
                RuleParameter.Pairs("pairs", "roles that no person may reach both, each pair as ID+ID of template ids"),
            ],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var pairs = context.Parameters.Pairs("pairs");
        if (pairs.IsEmpty)
            return [];

        var roles = pairs.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct().ToList();
        var people = roles.ToDictionary(role => role, role => PeopleIn(context, role));
        var hidden = HiddenGrant
            .Of(context)
            .Where(grant => people.ContainsKey(grant.RoleId))
            .ToLookup(grant => grant.RoleId);
        return pairs
            .OrderBy(pair => pair.First.ToString("D"), StringComparer.Ordinal)
            .ThenBy(pair => pair.Second.ToString("D"), StringComparer.Ordinal)
            .SelectMany(pair => Judge(context, pair, people[pair.First], people[pair.Second], hidden));
    }

    /// <summary>Users by id, with their paths at any scope; emergency access accounts and deleted users left out.</summary>
    private static ILookup<string, AccessPath> PeopleIn(RuleContext context, Guid role) =>
        context
            .Access.PathsTo(context.RoleReference(role))
            .Where(path =>
                path.Principal.Kind is ObjectKind.User
                && Guid.TryParse(path.Principal.Id, out var id)
                && context.Access.Directory.Deleted(id) is null
                && !context.Emergency.Contains(id)
            )
            .ToLookup(path => path.Principal.Id, StringComparer.Ordinal);

    private static IEnumerable<Judgement> Judge(
        RuleContext context,
        RolePair pair,
        ILookup<string, AccessPath> first,
        ILookup<string, AccessPath> second,
        ILookup<Guid, HiddenGrant> hidden
    )
    {
        ImmutableArray<ObjectRef> identity = [context.RoleReference(pair.First), context.RoleReference(pair.Second)];
        var people = first.Concat(second).DistinctBy(paths => paths.Key, StringComparer.Ordinal);
        foreach (var person in people.OrderBy(paths => paths.Key, StringComparer.Ordinal))
            if (first.Contains(person.Key) && second.Contains(person.Key))
                yield return Finding(identity, [.. first[person.Key]], [.. second[person.Key]]);
            else
                yield return new Judgement.Meets(person.First().Principal) { Identity = identity };

        if (!MayBeHeld(first, hidden[pair.First]) || !MayBeHeld(second, hidden[pair.Second]))
            yield break;
        foreach (var grant in hidden[pair.First].Concat(hidden[pair.Second]).DistinctBy(grant => grant.PrincipalId))
            yield return new Judgement.Blind(context.Reference(grant.PrincipalId), grant.Gap) { Identity = identity };
    }

    private static bool MayBeHeld(ILookup<string, AccessPath> people, IEnumerable<HiddenGrant> hidden) =>
        people.Count > 0 || hidden.Any();

    private static Judgement.Breaks Finding(
        ImmutableArray<ObjectRef> roles,
        ImmutableArray<AccessPath> first,
        ImmutableArray<AccessPath> second
    )
    {
        var person = first[0].Principal;
        return new(
            new FindingDraft
            {
                Subject = person,
                Identity = roles,
                Title = $"{person.Label} reaches both {roles[0].Label} and {roles[1].Label}",
                Observed =
                    $"{roles[0].Label} {HolderPaths.InWords(first)}; {roles[1].Label} {HolderPaths.InWords(second)}",
                Expected = "at most one of the two roles",
                Role = roles[0],
                Related =
                [
                    .. HolderPaths
                        .GroupsOn([.. first, .. second])
                        .Select(group => new RelatedObject(group, "group on a path")),
                ],
                Evidence = HolderPaths.EvidenceOf([.. first, .. second]),
                Fix = new([
                    "Decide which of the two roles the person needs.",
                    "In Privileged Identity Management, Microsoft Entra roles, Assignments, remove the assignment of the other role.",
                    "Where the role comes through a group, take the person out of that group.",
                ]),
            }
        );
    }
}
