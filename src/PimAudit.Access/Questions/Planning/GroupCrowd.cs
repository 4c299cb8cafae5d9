using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Planning;

/// <summary>The people of a planned group.</summary>
internal static class GroupCrowd
{
    /// <summary>Members who stand, groups left out.</summary>
    public static ImmutableArray<ObjectRef> Standing(AccessMap map, GroupFacts group) =>
        Members(map, group, HopState.Standing);

    /// <summary>Members who stand, groups included: their people stand too.</summary>
    public static ImmutableArray<ObjectRef> StandingWithGroups(AccessMap map, GroupFacts group) =>
        Ordered(
            group
                .People.Members.Where(link => link.State is HopState.Standing)
                .Select(link => map.Directory.Reference(link.PrincipalId))
        );

    /// <summary>Members who may activate, groups left out.</summary>
    public static ImmutableArray<ObjectRef> Eligible(AccessMap map, GroupFacts group) =>
        Members(map, group, HopState.Eligible);

    /// <summary>Users in the group, nested ones included, whatever their state; also those of whom nothing else was read.</summary>
    public static ImmutableArray<ObjectRef> Users(AccessMap map, GroupFacts group) =>
        group.Planned.Id is { } id
            ? Ordered(
                map.HoldersOf(id)
                    .Ids.Where(one => map.Directory.Deleted(one) is null)
                    .Select(map.Directory.Reference)
                    .Where(one => one.Kind is ObjectKind.User)
            )
            : [];

    public static ImmutableArray<ObjectRef> Owners(AccessMap map, GroupFacts group) =>
        Ordered(group.People.Owners.Select(link => map.Directory.Reference(link.PrincipalId)));

    public static ImmutableArray<ObjectRef> Ordered(IEnumerable<ObjectRef> people) =>
        [
            .. people
                .DistinctBy(one => one.Id, StringComparer.Ordinal)
                .OrderBy(one => one.Label, StringComparer.OrdinalIgnoreCase)
                .ThenBy(one => one.Id, StringComparer.Ordinal),
        ];

    private static ImmutableArray<ObjectRef> Members(AccessMap map, GroupFacts group, HopState state) =>
        Ordered(
            group
                .People.Members.Where(link => link.State == state)
                .Select(link => map.Directory.Reference(link.PrincipalId))
                .Where(one => one.Kind is not (ObjectKind.Group or ObjectKind.Other))
        );
}

/// <summary>Names within a sentence.</summary>
internal static class Crowds
{
    private const int MaxNamed = 5;

    public static string Names(ImmutableArray<ObjectRef> all)
    {
        var named = all.Take(MaxNamed).Select(one => one.Label).ToList();
        if (all.Length > MaxNamed)
            named.Add($"{Say.Number(all.Length - MaxNamed)} more");
        return named.Count <= 1
            ? named.FirstOrDefault("nobody")
            : $"{string.Join(", ", named.Take(named.Count - 1))} and {named[^1]}";
    }
}
