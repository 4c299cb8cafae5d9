using System.Collections.Immutable;
using PimAudit.Access.ConditionalAccess;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An authentication context that some role settings ask for, with what it does to everybody eligible.</summary>
/// <param name="Held">The settings that ask for it.</param>
/// <param name="Claim">Such as <c>c1</c>.</param>
/// <param name="People">Everybody whose activation these settings gate, ordinal by id.</param>
/// <param name="Hidden">Why there may be more people; null when everybody is known.</param>
internal sealed record AskedContext(
    HeldSetting Held,
    ObjectRef Claim,
    ContextPolicies Policies,
    ImmutableArray<HeldPerson> People,
    Gap? Hidden
)
{
    public ImmutableArray<ObjectRef> Identity => Held.Identity.Add(Claim);

    public IEnumerable<HeldPerson> With(ContextHold hold) => People.Where(person => person.Hold == hold);

    /// <summary>Why the answer about somebody is missing; null when all is known.</summary>
    public Gap? Unknown => With(ContextHold.Unknown).Select(person => person.Gap).FirstOrDefault() ?? Hidden;

    public Judgement Meets() => new Judgement.Meets(Held.Subject) { Identity = Identity };

    public Judgement Blind(Gap gap) => new Judgement.Blind(Held.Subject, gap) { Identity = Identity };

    /// <summary>The settings and the policies.</summary>
    public ImmutableArray<Evidence> Evidence =>
        [
            Held.Evidence,
            .. Policies.All.Select(policy => new Evidence(SnapshotParts.ConditionalAccessPolicies, policy.Id)),
        ];
}

/// <summary>Finds the authentication contexts that role settings ask for.</summary>
internal static class ContextJudge
{
    public const SnapshotParts Needs = SettingsJudge.Needs | SnapshotParts.ConditionalAccessPolicies;

    public static IEnumerable<Judgement> Each(
        RuleContext context,
        bool phishingResistant,
        Func<AskedContext, Judgement?> judge
    )
    {
        return SettingsJudge.EachHeld(
            context,
            (held, settings) =>
                (settings.ContextRequired, settings.AuthenticationContext) switch
                {
                    (false, _) => [],
                    (true, { Length: > 0 } claim) => judge(Of(context, held, claim, phishingResistant)) is { } one
                        ? [one]
                        : [],
                    (true, _) => [held.BlindWithout("which authentication context activation asks for")],
                    _ => [held.BlindWithout("whether activation asks for an authentication context")],
                }
        );
    }

    private static AskedContext Of(RuleContext context, HeldSetting held, string claim, bool phishingResistant)
    {
        var policies = context.Access.Contexts.Of(claim, phishingResistant);
        var gated = context.PeopleGatedBy(held.Owner);
        var people = gated
            .People.Where(person => person.Kind is ObjectKind.User && !IsDeleted(context, person))
            .Select(policies.Of);
        var name = context
            .Snapshot.AuthenticationContexts.FirstOrDefault(one =>
                string.Equals(one.Id, claim, StringComparison.OrdinalIgnoreCase)
            )
            ?.DisplayName;
        return new(held, new(ObjectKind.AuthenticationContext, claim, name), policies, [.. people], gated.Hidden);
    }

    private static bool IsDeleted(RuleContext context, ObjectRef person) =>
        context.Access.Directory.Deleted(Guid.Parse(person.Id)) is not null;
}
