using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Everything that a rule may look at.</summary>
public sealed class RuleContext
{
    private readonly JudgingFacts facts;

    internal RuleContext(JudgingFacts facts, ParameterValues parameters)
    {
        this.facts = facts;
        Parameters = parameters;
    }

    public TenantSnapshot Snapshot => Access.Snapshot;

    public AccessMap Access => facts.Access;

    public RoleTiers Roles => facts.Roles;

    public EmergencyAccounts Emergency => facts.Emergency;

    /// <summary>Thresholds of the rule under the profile and the configuration.</summary>
    public ParameterValues Parameters { get; }

    /// <summary>The present of every judgement: UTC, the start of the collection.</summary>
    public DateTimeOffset TakenAt => Snapshot.TakenAt;

    /// <summary>Ids of the rules that could not be evaluated, or are blind, for want of a part. Only coverage rules may ask.</summary>
    public ImmutableArray<string> RulesBlindFor(SnapshotParts part) => facts.RulesBlindFor(part);

    /// <summary>
    /// In the order of the configuration, with what each did to the findings of all other rules. Only rules that
    /// <see cref="RuleInfo.JudgesWaivers"/> may ask.
    /// </summary>
    public ImmutableArray<WaiverUse> Waivers => facts.Waivers.Value;

    /// <summary>
    /// A grant to this principal is exempt: it reaches somebody, and everybody whom it reaches is an emergency access
    /// account. A group with people who are not known is not exempt.
    /// </summary>
    public bool IsExempt(Guid principalId) => facts.IsExempt(principalId);

    /// <summary>Role settings that the rule's parameter of kind Roles chooses.</summary>
    public ImmutableArray<HeldSetting> HeldSettings(string parameter) =>
        facts.HeldSettings(Parameters.Roles(parameter));

    /// <summary>Role settings that gate a path, and those of the highly privileged roles.</summary>
    public ImmutableArray<HeldSetting> HeldSettings() => facts.HeldSettings(new(RoleWidth.Held, []));

    /// <summary>Role settings of these roles, held or not, and of the sides of groups that lead to them.</summary>
    /// <param name="roles">Template ids.</param>
    public ImmutableArray<HeldSetting> HeldSettings(ImmutableHashSet<Guid> roles) =>
        facts.HeldSettings(new(RoleWidth.Listed, roles));

    /// <summary>Something costly that rules of one kind share: made when the first asks, gone when the run ends.</summary>
    public T Shared<T>(Func<AccessMap, T> make)
        where T : class, IDisposable => facts.Shared(make);

    /// <summary>
    /// What several rules look at, one of each type: made when the first asks, from a context without parameters, because it
    /// must be the same for all of them.
    /// </summary>
    public T Fact<T>(Func<RuleContext, T> make)
        where T : class => facts.Fact(make);

    public GatedPeople PeopleGatedBy(SettingsOwner owner) => facts.PeopleGatedBy(owner);

    /// <summary>One blind judgement for each object behind which unknown holders may stand.</summary>
    public IEnumerable<Judgement> HiddenHolders() =>
        Access.HiddenHolders.Select(spot => new Judgement.Blind(spot.Subject, spot.Gap));

    /// <summary>The same, and one for each that may activate an ownership on the way, or behind which somebody may.</summary>
    public IEnumerable<Judgement> HiddenHoldersAndOwners()
    {
        var eligible = Access
            .TakeoverPaths.Where(path => path.Hops[0].State is HopState.Eligible)
            .Select(path => path.Principal.Key)
            .ToHashSet(StringComparer.Ordinal);
        return HiddenHolders()
            .Concat(
                Access
                    .HiddenTakeovers.Where(spot =>
                        spot.Subject.Kind is ObjectKind.Group || eligible.Contains(spot.Subject.Key)
                    )
                    .Select(spot => new Judgement.Blind(spot.Subject, spot.Gap))
            );
    }

    /// <summary>A severity by the tier of a role.</summary>
    public Severity ByTier(Guid roleId, Severity highlyPrivileged, Severity privileged, Severity other) =>
        Roles.Of(roleId) switch
        {
            RoleTier.HighlyPrivileged => highlyPrivileged,
            RoleTier.Privileged => privileged,
            _ => other,
        };

    /// <summary>A scope as an object of an identity.</summary>
    public ObjectRef ScopeReference(string scope) => Access.Directory.ScopeReference(scope);

    public ObjectRef RoleReference(Guid roleId) => Access.Directory.RoleReference(roleId);

    public ObjectRef Reference(Guid principalId) => Access.Directory.Reference(principalId);
}
