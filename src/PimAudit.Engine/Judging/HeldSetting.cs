using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Role settings that gate somebody's activation, or that a profile asks about.</summary>
/// <param name="Owner">The role, or the side of the group.</param>
/// <param name="Subject">The role or group.</param>
/// <param name="Settings">The settings, or why they (or who is eligible) are not known.</param>
/// <param name="Tier">The role's; of a group the highest among the roles to which it leads.</param>
public sealed record HeldSetting(SettingsOwner Owner, ObjectRef Subject, Known<RoleSettings> Settings, RoleTier Tier)
{
    /// <summary>What the identity of a finding adds to the subject: the side of a group.</summary>
    public ImmutableArray<ObjectRef> Identity =>
        Owner.Access switch
        {
            null => [],
            GroupAccess.Member => [new(ObjectKind.Access, "member")],
            _ => [new(ObjectKind.Access, "owner")],
        };

    /// <summary>Such as <c>Global Administrator</c>, or <c>RAG - Helpdesk Admins (member)</c>.</summary>
    public string Label =>
        Owner.Access switch
        {
            null => Subject.Label,
            GroupAccess.Member => $"{Subject.Label} (member)",
            _ => $"{Subject.Label} (owner)",
        };

    /// <summary>The policy that shows it.</summary>
    /// <exception cref="InvalidOperationException">The settings are not known.</exception>
    public Evidence Evidence =>
        new(Owner.IsRole ? SnapshotParts.RoleSettings : SnapshotParts.GroupSettings, Settings.Value.PolicyId);

    public Judgement.Meets Meets() => new(Subject) { Identity = Identity };

    public Judgement.Blind Blind(Gap gap) => new(Subject, gap) { Identity = Identity };

    /// <summary>The policy was read but lacks what a rule asks about.</summary>
    public Judgement.Blind BlindWithout(string setting) =>
        Blind(
            new(
                Owner.IsRole ? SnapshotParts.RoleSettings : SnapshotParts.GroupSettings,
                MissingReason.Malformed,
                $"The settings of {Label} do not say {setting}."
            )
        );
}
