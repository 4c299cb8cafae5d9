using PimAudit.Model;

namespace PimAudit.Access.Questions.Planning;

/// <summary>Why a group can carry no role, whatever is changed in it.</summary>
internal static class GroupFaults
{
    private const string CreateNew = "it cannot be converted, create a new group";

    public static IEnumerable<Obstacle> Of(GroupFacts group)
    {
        if (group.Deleted is { } deleted)
            yield return Fault($"{group.Name} was deleted on {Say.Day(deleted.DeletedAt)}.", Document.RoleAssignable);
        if (group.Properties is not { } read)
            yield break;

        if (read.IsRoleAssignable is false)
            yield return Fault($"{group.Name} is not role-assignable: {CreateNew}.", Document.RoleAssignable);
        if (read.IsDynamic is true)
            yield return Fault(
                $"{group.Name} has dynamic membership, so whoever may edit an attribute decides who is in it: create a new group.",
                Document.Assigned
            );
        if (read.IsSynchronised is true)
            yield return Fault(
                $"{group.Name} is synchronised from on-premises, so whoever may edit it there decides who is in it: create a new group.",
                Document.Assigned
            );
        if (read.IsMicrosoft365 is true)
            yield return Fault($"{group.Name} is a Microsoft 365 group: {CreateNew}.", Document.Security);
        else if (read.IsSecurityEnabled is false)
            yield return Fault($"{group.Name} is no security group: {CreateNew}.", Document.Security);
    }

    private static Obstacle Fault(string text, Practice practice) => new(NeedsAnotherGroup: true, text, practice);
}
