using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Access.Use;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A reason that says nothing is what an investigation finds when it asks why.</summary>
public sealed class PoorJustification : IRule
{
    /// <summary>Fewer activations may well have had the same reason.</summary>
    private const int FewestAlike = 3;

    public RuleInfo Info { get; } =
        new(
            Id: "PIM802",
            Title: "Activations are justified with empty, very short or ever the same words",
            Severity: Severity.Info,
            Practice: "ACT",
            Why: "The reason that somebody types is the only record of why he became an administrator. Words without content leave an "
                + "auditor, or whoever investigates an incident, with nothing to check.",
            Needs: SnapshotParts.AuditEvents | SnapshotParts.Principals
        )
        {
            Parameters = [RuleParameter.Number("minLength", 10, "fewest letters of a reason that says something")],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var least = context.Parameters.Number("minLength");
        return UseParts
            .OfPeople(context)
            .Select(series => Judge(context, series, least))
            .Concat(UseParts.OfUnread(context));
    }

    private static Judgement Judge(RuleContext context, ActivationSeries series, int least)
    {
        var all = series.All.ToImmutableArray();
        ImmutableArray<Activation> poor = [.. all.Where(one => one.ReasonLength < least)];
        var person = context.Reference(series.Key.PersonId);
        var target = UseParts.Target(context, series.Key);
        if (!poor.IsEmpty)
            return Finding(person, target, Short(poor, all.Length, least), least, poor);

        return all.Length >= FewestAlike && all.All(one => one.ReasonMark == all[0].ReasonMark)
            ? Finding(person, target, $"all {Say.Count(all.Length, "activation")} give the same reason", least, all)
            : new Judgement.Meets(person) { Identity = [target] };
    }

    private static string Short(ImmutableArray<Activation> poor, int all, int least) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{poor.Length} of {Say.Count(all, "activation")} {(poor.Length == 1 ? "gives" : "give")} no reason or one of fewer than {Say.Count(least, "letter")}"
        );

    private static Judgement.Breaks Finding(
        ObjectRef person,
        ObjectRef target,
        string observed,
        int least,
        ImmutableArray<Activation> evidence
    ) =>
        new(
            new FindingDraft
            {
                Subject = person,
                Identity = [target],
                Title = $"{person.Label} says little about why {target.Label} is activated",
                Observed = observed,
                Expected =
                    $"reasons of at least {Say.Count(least, "letter")} that differ, such as a task and its ticket number",
                Role = target.Kind is ObjectKind.Role ? target : null,
                Evidence = UseParts.EvidenceOf(evidence),
                Fix = new([
                    UseParts.AuditLog,
                    "Agree on what a reason holds: the task, and the number of its ticket.",
                    "Where tickets are kept, require ticket information on activation in the role settings.",
                ]),
            }
        );
}
