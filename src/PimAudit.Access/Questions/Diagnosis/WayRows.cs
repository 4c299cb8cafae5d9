using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>Facts of a way that several checks need.</summary>
internal static class WayRows
{
    /// <summary>The role settings of its activations, as far as they were read.</summary>
    public static IEnumerable<Evidence> SettingsRows(this Way way, AccessMap map) =>
        way
            .Gates.Select(gate => (gate, Settings: map.SettingsOf(OwnerOf(gate))))
            .Where(pair => pair.Settings.IsKnown)
            .Select(pair => new Evidence(PartOf(pair.gate), pair.Settings.Value.PolicyId));

    public static SnapshotParts PartOf(WayGate gate) =>
        gate.Gates.Access is null ? SnapshotParts.RoleSettings : SnapshotParts.GroupSettings;

    /// <summary>Usable without another activation.</summary>
    public static bool IsActive(this Way way) => way.Path.State is not HopState.Eligible;

    private static SettingsOwner OwnerOf(WayGate gate) => new(Guid.Parse(gate.Owner.Id), gate.Gates.Access);
}
