using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Somebody who owns a group, or may become its owner by an activation, and what speaks against him.</summary>
/// <param name="Links">Rows of the ownership.</param>
/// <param name="IsWorkload">A service principal.</param>
/// <param name="IsGuest">Null when not read; likewise the others.</param>
/// <param name="StandsInJustInTime">A standing owner of a group whose members have to activate.</param>
internal sealed record GroupOwner(
    Guid Id,
    ObjectRef Reference,
    ImmutableArray<GroupLink> Links,
    bool IsWorkload,
    bool? IsGuest,
    bool? IsDisabled,
    bool? StandsInJustInTime
)
{
    /// <summary>Ordinal by id. Groups are left out: of a group inside another the rules about nesting speak.</summary>
    public static IEnumerable<GroupOwner> Of(RuleContext context, GroupPeople people) =>
        people
            .Owners.GroupBy(link => link.PrincipalId)
            .Where(links => context.Reference(links.Key).Kind is not (ObjectKind.Group or ObjectKind.Other))
            .OrderBy(links => links.Key.ToString("D"), StringComparer.Ordinal)
            .Select(links => Of(context, people, links.Key, [.. links]));

    /// <summary>Not one who may be its owner at all.</summary>
    public bool? IsRisky => Maybe.Any([IsWorkload, IsGuest, IsDisabled]);

    /// <summary>What was read against him, in words.</summary>
    public string InWords
    {
        get
        {
            string?[] faults =
            [
                IsWorkload ? "a service principal" : null,
                IsGuest is true ? "a guest" : null,
                IsDisabled is true ? "disabled" : null,
                StandsInJustInTime is true ? "a standing owner while members have to activate" : null,
            ];
            return string.Join(", ", faults.OfType<string>());
        }
    }

    /// <summary>Takes the ownership and the right to activate it.</summary>
    public string? Removal =>
        AssignmentCommands.Lines(
            Links.Select(link =>
                link.State is HopState.Eligible
                    ? AssignmentCommands.RemoveEligibleLink(link.GroupId, link.PrincipalId, link.Access)
                    : AssignmentCommands.RemovePlainLink(link.GroupId, link.PrincipalId, link.Access)
            )
        );

    private static GroupOwner Of(RuleContext context, GroupPeople people, Guid id, ImmutableArray<GroupLink> links)
    {
        var directory = context.Access.Directory;
        var isRead = directory.GapOf(id) is null;
        var user = directory.User(id);
        var workload = directory.ServicePrincipal(id);
        return new(
            id,
            context.Reference(id),
            links,
            context.Reference(id).Kind is ObjectKind.ServicePrincipal,
            user is null && isRead ? false : user?.IsGuest,
            user is null && workload is null && isRead ? false : Maybe.Not(user?.IsEnabled ?? workload?.IsEnabled),
            Maybe.And(Stands(links), IsJustInTime(people))
        );
    }

    private static bool? Stands(ImmutableArray<GroupLink> links) =>
        Maybe.Any(
            links.Select(
                bool? (link) =>
                    link.State switch
                    {
                        HopState.Standing => true,
                        HopState.Unknown => null,
                        _ => false,
                    }
            )
        );

    private static bool? IsJustInTime(GroupPeople people) =>
        people.IsJustInTime ? true
        : people.ClassGap is null ? false
        : null;
}
