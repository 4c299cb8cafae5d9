using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Whether a named approver can approve today.</summary>
/// <param name="Reference">The user, group or service principal; kind Other for one without an id.</param>
/// <param name="People">Living users who approve through it without activating anything first.</param>
/// <param name="CountsAsSomebodyElse">It stands for people who cannot be named here, such as the requester's manager.</param>
/// <param name="Fault">Why nobody can approve through it, as the end of a sentence; null when somebody can, or may.</param>
/// <param name="Unknown">Why there may be more people, or why nothing can be said; null when all is known.</param>
internal sealed record ReachableApprover(
    Approver Approver,
    ObjectRef Reference,
    ImmutableHashSet<Guid> People,
    bool CountsAsSomebodyElse,
    string? Fault,
    Gap? Unknown
)
{
    /// <summary>Somebody can approve through it, or it is not known that nobody can.</summary>
    public bool IsLeft => Fault is null;
}

/// <summary>Expands approvers to the people who can approve today.</summary>
internal sealed class ApproverBook(AccessMap access, bool forbidGuests)
{
    private readonly Dictionary<Approver, ReachableApprover> known = [];

    public ReachableApprover this[Approver approver]
    {
        get
        {
            if (!known.TryGetValue(approver, out var reachable))
                known[approver] = reachable = Expand(approver);
            return reachable;
        }
    }

    private ReachableApprover Expand(Approver approver) =>
        approver switch
        {
            { Kind: ApproverKind.RequestorManager } => Plain(approver, somebodyElse: true, unknown: null),
            { Id: null } or { Kind: ApproverKind.Unknown } => Plain(
                approver,
                somebodyElse: false,
                new(
                    SnapshotParts.RoleSettings,
                    MissingReason.Malformed,
                    "The role settings name an approver of a kind that this version does not know."
                )
            ),
            { Id: { } id } => Of(approver, id),
        };

    private ReachableApprover Of(Approver approver, Guid id)
    {
        var directory = access.Directory;
        var reference = Named(approver, id);
        if (directory.User(id) is { } user)
            return OfUser(approver, reference, user);
        if (directory.Group(id) is not null)
            return OfGroup(approver, reference, id);
        if (directory.ServicePrincipal(id) is { } workload)
            return OfWorkload(approver, reference, workload);
        if (directory.Deleted(id) is { } deleted)
            return Faulty(approver, reference, $"was deleted on {Say.Day(deleted.DeletedAt)}");

        return directory.IsUnresolved(id)
            ? Faulty(approver, reference, "is not in the directory any more")
            : new(approver, reference, [], CountsAsSomebodyElse: false, Fault: null, directory.GapOf(id));
    }

    private ReachableApprover OfUser(Approver approver, ObjectRef reference, User user) =>
        CanApprove(user) switch
        {
            true => new(approver, reference, [user.Id], CountsAsSomebodyElse: false, Fault: null, Unknown: null),
            false => Faulty(approver, reference, user.IsEnabled is false ? "is disabled" : "is a guest"),
            null => new(approver, reference, [], CountsAsSomebodyElse: false, Fault: null, NotTold(user)),
        };

    private static ReachableApprover OfWorkload(Approver approver, ObjectRef reference, ServicePrincipal workload) =>
        workload.IsEnabled switch
        {
            true => new(approver, reference, [], CountsAsSomebodyElse: true, Fault: null, Unknown: null),
            false => Faulty(approver, reference, "is disabled"),
            null => new(
                approver,
                reference,
                [],
                CountsAsSomebodyElse: false,
                Fault: null,
                new(
                    SnapshotParts.Principals,
                    MissingReason.Malformed,
                    $"It was not read whether {workload.Reference.Label} is enabled."
                )
            ),
        };

    private ReachableApprover OfGroup(Approver approver, ObjectRef reference, Guid groupId)
    {
        var crowd = new ApproverCrowd(access, CanApprove);
        crowd.Add(groupId);
        var people = crowd.People;
        var fault = people.IsEmpty && crowd.Unknown is null ? crowd.Fault : null;
        return new(approver, reference, people, CountsAsSomebodyElse: false, fault, crowd.Unknown);
    }

    /// <summary>Null: the account's state or type was not read.</summary>
    private bool? CanApprove(User user) =>
        user.IsEnabled is false || (forbidGuests && user.IsGuest is true) ? false
        : user.IsEnabled is null || (forbidGuests && user.IsGuest is null) ? null
        : true;

    public static Gap NotTold(User user) =>
        new(
            SnapshotParts.Principals,
            MissingReason.Malformed,
            $"It was not read whether {user.Reference.Label} is enabled, or a guest."
        );

    private static ReachableApprover Faulty(Approver approver, ObjectRef reference, string fault) =>
        new(approver, reference, [], CountsAsSomebodyElse: false, fault, Unknown: null);

    private static ReachableApprover Plain(Approver approver, bool somebodyElse, Gap? unknown)
    {
        var id = approver.Id?.ToString("D") ?? approver.Kind.ToString();
        return new(approver, new(ObjectKind.Other, id, approver.Description), [], somebodyElse, Fault: null, unknown);
    }

    /// <summary>The kind is the policy's, so that an identity stays when the object is deleted.</summary>
    private ObjectRef Named(Approver approver, Guid id)
    {
        var kind = approver.Kind switch
        {
            ApproverKind.Group => ObjectKind.Group,
            ApproverKind.ServicePrincipal => ObjectKind.ServicePrincipal,
            _ => ObjectKind.User,
        };
        return new(kind, id, access.Directory.Reference(id).DisplayName ?? approver.Description);
    }
}
