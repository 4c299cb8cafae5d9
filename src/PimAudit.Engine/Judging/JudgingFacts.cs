using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What all rules of a run share; made once.</summary>
internal sealed class JudgingFacts(AccessMap access, RoleTiers roles, EmergencyAccounts emergency) : IDisposable
{
    private readonly Dictionary<Type, IDisposable> shared = [];
    private readonly Dictionary<Type, object> made = [];
    private readonly Dictionary<Guid, bool> exempt = [];
    private readonly Dictionary<RoleChoice, ImmutableArray<HeldSetting>> chosen = [];
    private readonly HeldSettings held = new(access, roles);
    private GateBook? gates;

    public AccessMap Access => access;

    public RoleTiers Roles => roles;

    public EmergencyAccounts Emergency => emergency;

    /// <summary>As <see cref="RuleContext.Reviews"/>.</summary>
    public ImmutableArray<ReviewRecord> Reviews { get; init; } = [];

    /// <summary>Set once the rules about the tenant have been evaluated.</summary>
    public Func<SnapshotParts, ImmutableArray<string>> RulesBlindFor { get; set; } = _ => [];

    /// <summary>Set once every rule but those about the waivers has been evaluated.</summary>
    public Lazy<ImmutableArray<WaiverUse>> Waivers { get; set; } = new([]);

    public ImmutableArray<HeldSetting> HeldSettings(RoleChoice choice)
    {
        if (!chosen.TryGetValue(choice, out var settings))
            chosen[choice] = settings = held.Of(choice);
        return settings;
    }

    public GatedPeople PeopleGatedBy(SettingsOwner owner) => (gates ??= new(access, emergency))[owner];

    public bool IsExempt(Guid principalId)
    {
        if (!exempt.TryGetValue(principalId, out var answer))
            exempt[principalId] = answer =
                access.HoldersOf(principalId) is { Hidden: null, Ids.IsEmpty: false } holders
                && holders.Ids.All(emergency.Contains);
        return answer;
    }

    public T Fact<T>(Func<RuleContext, T> make)
        where T : class
    {
        if (!made.TryGetValue(typeof(T), out var fact))
            made[typeof(T)] = fact = make(new(this, ParameterValues.Of([])));
        return (T)fact;
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
