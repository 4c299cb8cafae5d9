using System.Collections.Immutable;
using PimAudit.Access.ConditionalAccess;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Planning;

/// <summary>The role settings that the document recommends, against those that are set.</summary>
/// <param name="people">Users whom these settings would gate.</param>
/// <param name="hidden">Why there may be more of them; null when all were read.</param>
/// <param name="isUnset">The group is not there yet, so nothing is set.</param>
internal sealed class SettingsSteps(
    AccessMap map,
    SettingsOwner owner,
    ImmutableArray<ObjectRef> people,
    UnreadFact? hidden,
    bool isUnset
)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(8);
    private static readonly TimeSpan Shortest = TimeSpan.FromHours(4);

    private readonly RoleSettings? set =
        !isUnset && map.SettingsOf(owner) is { IsKnown: true } known ? known.Value : null;

    public ImmutableArray<PlanItem> Items(bool needsApproval, string prefix) =>
        [
            Item(
                $"{prefix}Activation maximum duration: 4-8 hours",
                Hours(set?.LongestActivation),
                IsShort(set?.LongestActivation)
            ),
            Mfa($"{prefix}Require MFA: Yes"),
            Item($"{prefix}Require justification: Yes", YesNo(set?.Justification), set?.Justification),
            .. Approval(needsApproval, prefix),
        ];

    private IEnumerable<PlanItem> Approval(bool needed, string prefix)
    {
        if (needed)
            yield return Item(
                $"{prefix}Require approval: Yes, highly privileged",
                YesNo(set?.ApprovalRequired),
                set?.ApprovalRequired
            );
        if (needed || set?.ApprovalRequired is true)
            yield return Approvers($"{prefix}Approvers: security team or role owners", needed);
    }

    private PlanItem Approvers(string what, bool needed)
    {
        if (set is not { ApprovalRequired: { } isAsked })
            return Item(what, "", done: null);
        if (!isAsked && needed && set.Approvers.IsEmpty)
            return PlanItem.Of(what, "nobody is named", done: false);

        return set.Approvers.IsEmpty
            ? PlanItem.Of(
                what,
                "nobody is named, so every Global and Privileged Role Administrator may approve",
                done: false
            )
            : PlanItem.Of(what, Crowds.Names([.. set.Approvers.Select(Reference)]), set.Approvers.Any(CanApprove));
    }

    /// <summary>Not one who is known to be dead, nor of a kind that this version does not know.</summary>
    private bool CanApprove(Approver approver) =>
        approver.Kind is not ApproverKind.Unknown
        && (approver.Id is not { } id || Life.Of(map.Directory, id).Fault is null);

    private ObjectRef Reference(Approver approver) =>
        approver switch
        {
            { Kind: ApproverKind.RequestorManager } => new(ObjectKind.User, "manager", "the manager of whoever asks"),
            { Id: { } id } when map.Directory.Reference(id) is { DisplayName: not null } known => known,
            _ => new(ObjectKind.Unresolved, approver.Id ?? Guid.Empty, approver.Description),
        };

    private PlanItem Item(string what, string now, bool? done) =>
        isUnset
            ? PlanItem.Of(what, "does not exist yet", done: false)
            : PlanItem.Of(what, now, done, new(map.Reference(owner), GapOf()));

    private Gap GapOf() =>
        map.SettingsOf(owner).Gap
        ?? new(
            owner.IsRole ? SnapshotParts.RoleSettings : SnapshotParts.GroupSettings,
            MissingReason.Malformed,
            set is { ContextRequired: true, AuthenticationContext: null or "" }
                ? $"The settings of {map.Reference(owner).Label} ask for an authentication context and do not say which."
                : $"The settings of {map.Reference(owner).Label} lack a rule."
        );

    private PlanItem Mfa(string what) =>
        set switch
        {
            { Mfa: true } => Item(what, YesNo(asked: true), done: true),
            { ContextRequired: true, AuthenticationContext: { Length: > 0 } claim } => OfContext(what, claim),
            { ContextRequired: true } => Item(what, "", done: null),
            _ => Item(what, YesNo(set?.Mfa), Maybe.Any(set?.Mfa, set?.ContextRequired)),
        };

    /// <summary>A context is as good as Conditional Access makes it, for each person of the group.</summary>
    private PlanItem OfContext(string what, string claim)
    {
        var now = $"authentication context {claim}; Conditional Access must enforce it for whoever is in the group";
        var policies = map.Contexts.Of(claim);
        var held = people.Select(policies.Of).ToList();
        if (held.Exists(one => one.Hold is not (ContextHold.Enforced or ContextHold.MfaInstead or ContextHold.Unknown)))
            return PlanItem.Of(what, now, done: false);
        if (held.Find(one => one.Hold is ContextHold.Unknown) is { Gap: { } gap } unknown)
            return PlanItem.Of(what, now, done: null, new(SubjectOf(unknown, gap), gap));

        return hidden is null ? PlanItem.Of(what, now, held.Count > 0) : PlanItem.Of(what, now, done: null, hidden);
    }

    /// <summary>Policies are missing for everybody, other facts for one person.</summary>
    private static ObjectRef? SubjectOf(HeldPerson one, Gap gap) =>
        gap.Part is SnapshotParts.ConditionalAccessPolicies ? null : one.Person;

    private static bool? IsShort(TimeSpan? longest) => longest is { } time ? time <= Longest : null;

    private static string Hours(TimeSpan? longest) =>
        longest is not { } time ? ""
        : time < Shortest ? $"{Say.Duration(time)}, stricter than asked"
        : Say.Duration(time);

    private static string YesNo(bool? asked) => asked is true ? "yes" : "no";
}
