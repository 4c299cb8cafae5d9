using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>The people of an approver group, nested groups included. Who must activate first is no approver.</summary>
internal sealed class ApproverCrowd(AccessMap access, Func<User, bool?> canApprove)
{
    private readonly HashSet<Guid> seen = [];
    private readonly ImmutableHashSet<Guid>.Builder people = ImmutableHashSet.CreateBuilder<Guid>();
    private bool hasStanding;
    private bool hasEligible;

    /// <summary>Users who can approve.</summary>
    public ImmutableHashSet<Guid> People => people.ToImmutable();

    /// <summary>Why there may be more; null when everybody is known.</summary>
    public Gap? Unknown { get; private set; }

    /// <summary>Why nobody can approve, as the end of a sentence. Only where there are no people and nothing is unknown.</summary>
    public string Fault =>
        (hasStanding, hasEligible) switch
        {
            (true, _) => "is a group in which nobody is left who could approve",
            (false, true) => "is a group whose members are only eligible",
            _ => "is an empty group",
        };

    public void Add(Guid groupId)
    {
        if (!seen.Add(groupId))
            return;

        var group = access.People(groupId);
        Unknown ??= access.Directory.Group(groupId) is null ? access.Directory.GapOf(groupId) : group.MembersGap;
        foreach (var link in group.Members)
            Add(link, group.AssignmentsGap);
    }

    private void Add(GroupLink link, Gap? assignmentsGap)
    {
        if (link.State is HopState.Eligible or HopState.Activated)
            hasEligible = true;
        else if (link.State is HopState.Unknown)
            Unknown ??= assignmentsGap;
        else if (access.Directory.Reference(link.PrincipalId).Kind is ObjectKind.Group)
            Add(link.PrincipalId);
        else
            AddPerson(link.PrincipalId);
    }

    private void AddPerson(Guid id)
    {
        hasStanding = true;
        if (access.Directory.User(id) is not { } user)
        {
            Unknown ??= access.Directory.GapOf(id);
            return;
        }

        switch (canApprove(user))
        {
            case true:
                people.Add(id);
                break;
            case null:
                Unknown ??= ApproverBook.NotTold(user);
                break;
            default:
                break;
        }
    }
}
