using System.Collections.Immutable;
using PimAudit.Access.ConditionalAccess;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An authentication context is a label: only an enabled policy that reaches the person makes it ask for anything.</summary>
public sealed class AuthenticationContextNotEnforced : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM210",
            Title: "The authentication context that activation asks for is not enforced",
            Severity: Severity.High,
            Practice: "DO-2",
            Why: "An authentication context is only a label. Unless an enabled Conditional Access policy asks the eligible person for "
                + "multifactor authentication under that label, the role is activated with a password or a session alone.",
            Needs: ContextJudge.Needs
        )
        {
            Parameters =
            [
                RuleParameter.Flag("requirePhishingResistant", false, "only phishing-resistant strengths are enough"),
            ],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        ContextJudge.Each(context, context.Parameters.Flag("requirePhishingResistant"), Judge);

    private static Judgement? Judge(AskedContext asked)
    {
        if (asked.Policies.All.IsEmpty)
            return Breaks(asked, Severity.Low, "no Conditional Access policy targets it; PIM falls back to MFA", []);
        if (Problem(asked) is { } problem)
            return problem;
        if (asked.Unknown is { } gap)
            return asked.Blind(gap);

        return asked.People.IsEmpty ? OfNobody(asked) : Met(asked);
    }

    private static Judgement.Breaks? Problem(AskedContext asked)
    {
        var missed = asked.With(ContextHold.NotReached).ToImmutableArray();
        if (!missed.IsEmpty)
            return Breaks(
                asked,
                Severity.High,
                $"no enabled policy that asks for {Wanted} reaches {Count(missed.Length)}",
                missed
            );

        var escaping = asked.With(ContextHold.Narrowed).ToImmutableArray();
        return escaping.IsEmpty
            ? null
            : Breaks(
                asked,
                Severity.Medium,
                $"{Say.Count(escaping.Length, "eligible person escapes", "eligible people escape")} by {string.Join(", ", asked.Policies.Conditions)}",
                escaping
            );
    }

    /// <summary>Nobody is eligible today: then only the policies themselves can be judged.</summary>
    private static Judgement OfNobody(AskedContext asked) =>
        asked.Policies.AnyAsks switch
        {
            true => asked.Meets(),
            false => Breaks(asked, Severity.High, $"no enabled policy asks for {Wanted}", []),
            null => asked.Blind(ContextPolicies.DemandUntold),
        };

    /// <summary>People whom only a role condition could reach are the matter of another rule.</summary>
    private static Judgement? Met(AskedContext asked) =>
        asked.With(ContextHold.Enforced).Any() || !asked.With(ContextHold.ByRoleAlone).Any() ? asked.Meets() : null;

    private const string Wanted = "multifactor authentication";

    private static string Count(int people) => Say.Count(people, "eligible person", "eligible people");

    private static Judgement.Breaks Breaks(
        AskedContext asked,
        Severity severity,
        string observed,
        ImmutableArray<HeldPerson> people
    ) =>
        new(
            new FindingDraft
            {
                Subject = asked.Held.Subject,
                Identity = asked.Identity,
                Severity = severity,
                Title =
                    $"{asked.Held.Label} asks for the authentication context {asked.Claim.Label}, which is not enforced",
                Observed = observed,
                Expected =
                    "an enabled policy for this context that asks everybody eligible for multifactor authentication",
                Role = asked.Held.Owner.IsRole ? asked.Held.Subject : null,
                Related = [.. people.Select(person => new RelatedObject(person.Person, "eligible, not held"))],
                Evidence = asked.Evidence,
                Fix = new([
                    "In the Entra admin centre, open Protection, Conditional Access, Policies.",
                    "Create or edit a policy that targets this authentication context and includes everybody who is eligible.",
                    "Under Grant, require multifactor authentication or an authentication strength.",
                    "Set Enable policy to On, emergency access accounts excluded.",
                ]),
            }
        );
}
