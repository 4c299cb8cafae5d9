using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What all rules of a run share; made once.</summary>
internal sealed class JudgingFacts(AccessMap access, RoleTiers roles, EmergencyAccounts emergency) : IDisposable
{
    private readonly Dictionary<Type, IDisposable> shared = [];
    private readonly HeldSettings held = new(access, roles);
    private readonly Dictionary<SettingsOwner, GatedPeople> gated = [];

    public AccessMap Access => access;

    public RoleTiers Roles => roles;

    public EmergencyAccounts Emergency => emergency;

    /// <summary>Set once the rules about the tenant have been evaluated.</summary>
    public Func<SnapshotParts, ImmutableArray<string>> RulesBlindFor { get; set; } = _ => [];

    /// <summary>Set once every rule but those about the waivers has been evaluated.</summary>
    public Lazy<ImmutableArray<WaiverUse>> Waivers { get; set; } = new([]);

    public ImmutableArray<HeldSetting> HeldSettings(RoleChoice choice) => held.Of(choice);

    public GatedPeople PeopleGatedBy(SettingsOwner owner)
    {
        if (!gated.TryGetValue(owner, out var people))
            gated[owner] = people = GatedPeople.Of(owner, access, emergency);
        return people;
    }

    public T Shared<T>(Func<AccessMap, T> make)
        where T : class, IDisposable
    {
        if (!shared.TryGetValue(typeof(T), out var made))
            shared[typeof(T)] = made = make(access);
        return (T)made;
    }

    public void Dispose()
    {
        foreach (var one in shared.Values)
            one.Dispose();
    }
}
