using PimAudit.Model;

namespace PimAudit.Access;

/// <summary>Role settings by owner, and the gates that they make.</summary>
internal sealed class SettingsBook
{
    private readonly TenantSnapshot snapshot;
    private readonly DirectoryBook directory;
    private readonly Dictionary<SettingsOwner, RoleSettings> settings;
    private readonly Dictionary<SettingsOwner, Gates> made = [];

    public SettingsBook(TenantSnapshot snapshot, DirectoryBook directory)
    {
        this.snapshot = snapshot;
        this.directory = directory;
        settings = snapshot.RoleSettings.DistinctBy(one => one.Owner).ToDictionary(one => one.Owner);
    }

    public Known<RoleSettings> this[SettingsOwner owner]
    {
        get
        {
            var part = owner.IsRole ? SnapshotParts.RoleSettings : SnapshotParts.GroupSettings;
            if (snapshot.Collection.GapOf(part) is null && settings.TryGetValue(owner, out var found))
                return Known<RoleSettings>.Of(found);

            var gap =
                snapshot.Collection.GapOf(part, owner.Id)
                ?? new Gap(
                    part,
                    MissingReason.NotCollected,
                    $"No role settings were listed for {ReferenceOf(owner).Label}."
                );
            return Known<RoleSettings>.Missing(gap);
        }
    }

    public ObjectRef ReferenceOf(SettingsOwner owner) =>
        owner.IsRole ? directory.RoleReference(owner.Id) : directory.Reference(owner.Id);

    public Gates GatesOf(SettingsOwner owner)
    {
        if (!made.TryGetValue(owner, out var gates))
            made[owner] = gates = Make(owner);
        return gates;
    }

    private Gates Make(SettingsOwner owner)
    {
        var reference = ReferenceOf(owner);
        var known = this[owner];
        if (!known.IsKnown)
            return new(reference, owner.Access, known.Gap, null, null, null, null, null, null, [], null);

        var read = known.Value;
        return new(
            reference,
            owner.Access,
            Gap: null,
            read.Mfa,
            read.ContextRequired,
            read.ContextRequired is true ? read.AuthenticationContext : null,
            read.Justification,
            read.Ticket,
            read.ApprovalRequired,
            read.ApprovalRequired is true ? read.Approvers : [],
            read.LongestActivation
        );
    }
}
