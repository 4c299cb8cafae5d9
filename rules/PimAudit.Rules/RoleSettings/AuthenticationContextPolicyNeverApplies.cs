using System.Collections.Immutable;
using PimAudit.Access.ConditionalAccess;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Conditional Access sees the roles that somebody holds: one that is still to be activated is not among them.</summary>
public sealed class AuthenticationContextPolicyNeverApplies : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM211",
            Title: "The policy for the authentication context reaches eligible people only by a role that they do not hold yet",
            Severity: Severity.High,
            Practice: "DO-2",
            Why: "Conditional Access looks at the roles that somebody holds at sign-in. A policy that includes people by the role that "
                + "they are about to activate never applies to the activation itself.",
            Needs: ContextJudge.Needs
        );

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        ContextJudge.Each(context, phishingResistant: false, Judge);

    private static Judgement? Judge(AskedContext asked)
    {
        if (asked.Policies.All.IsEmpty)
            return null;

        var people = asked.With(ContextHold.ByRoleAlone).ToImmutableArray();
        if (!people.IsEmpty)
            return Breaks(asked, people);
        if (asked.Unknown is { } gap)
            return asked.Blind(gap);

        return asked.People.IsEmpty ? null : asked.Meets();
    }

    private static Judgement.Breaks Breaks(AskedContext asked, ImmutableArray<HeldPerson> people) =>
        new(
            new FindingDraft
            {
                Subject = asked.Held.Subject,
                Identity = asked.Identity,
                Title = $"The policy for {asked.Claim.Label} never applies when {asked.Held.Label} is activated",
                Observed =
                    $"{Say.Count(people.Length, "eligible person is", "eligible people are")} included by directory role alone, and hold none of those roles standing",
                Expected = "a policy that includes eligible people as users or by group",
                Role = asked.Held.Owner.IsRole ? asked.Held.Subject : null,
                Related = [.. people.Select(person => new RelatedObject(person.Person, "eligible, not held"))],
                Evidence = asked.Evidence,
                Fix = new([
                    "In the Entra admin centre, open Protection, Conditional Access, Policies and select the policy for this context.",
                    "Under Users, include All users or the group of everybody eligible instead of directory roles.",
                    "Exclude the emergency access accounts, then select Save.",
                ]),
            }
        );
}
