using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Each emergency account is a standing Global Administrator whom no policy holds: two are enough.</summary>
public sealed class TooManyEmergencyAccounts : IRule
{
    /// <summary>From the next one on it is no reserve any more but a way around the rules.</summary>
    private const int Many = 4;

    public RuleInfo Info { get; } =
        new(
            Id: "PIM402",
            Title: "More emergency access accounts than needed",
            Severity: Severity.High,
            Practice: "DO-5",
            Why: "Every emergency access account is a permanent Global Administrator outside PIM, excluded from policies and from most "
                + "rules of this audit. Each further one is another key to guard and another exemption that somebody can hide behind.",
            Needs: SnapshotParts.Principals
        )
        {
            LeansOn = SnapshotParts.EmergencyAccounts,
            JudgesWithoutPim = true,
            Parameters = [RuleParameter.Number("max", 2, "most enabled emergency access accounts")],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var max = context.Parameters.Number("max");
        var states = context
            .Emergency.Resolved.OrderBy(id => id.ToString("D"), StringComparer.Ordinal)
            .Select(id => (Id: id, IsEnabled: Accounts.IsEnabledUser(context.Access, id)))
            .ToImmutableArray();
        ImmutableArray<Guid> enabled = [.. states.Where(one => one.IsEnabled is true).Select(one => one.Id)];
        if (enabled.Length > max)
            return [Finding(context, enabled, max)];

        ImmutableArray<Gap> unknown =
        [
            .. states.Where(one => one.IsEnabled is null).Select(one => Accounts.NotTold(context.Access, one.Id)),
            .. context.Emergency.All.Where(one => one.State is EntryState.NotRead).Select(one => one.Gap!),
        ];
        return enabled.Length + unknown.Length > max
            ? [new Judgement.Blind(context.Snapshot.Tenant.Reference, unknown[0])]
            : [new Judgement.Meets(context.Snapshot.Tenant.Reference)];
    }

    private static Judgement.Breaks Finding(RuleContext context, ImmutableArray<Guid> enabled, int max)
    {
        var tenant = context.Snapshot.Tenant.Reference;
        ImmutableArray<ObjectRef> accounts = [.. enabled.Select(id => EmergencyJudge.Reference(context, id))];
        return new(
            new FindingDraft
            {
                Subject = tenant,
                Severity = enabled.Length > Many ? Severity.High : Severity.Low,
                Title = $"{tenant.Label} has {Say.Number(enabled.Length)} emergency access accounts",
                Observed =
                    $"{Say.Count(enabled.Length, "enabled account")}: {string.Join(", ", accounts.Select(one => one.Label))}",
                Expected = $"at most {Say.Number(max)} enabled accounts",
                Related = [.. accounts.Select(one => new RelatedObject(one, "emergency access account"))],
                Evidence =
                [
                    .. context
                        .Emergency.All.Where(one => one.Id is { } id && enabled.Contains(id))
                        .OrderBy(one => one.Entry, StringComparer.Ordinal)
                        .Select(one => new Evidence(SnapshotParts.EmergencyAccounts, one.Entry)),
                ],
                Fix = new([
                    "Decide which accounts are needed in an emergency: two, kept apart, are enough.",
                    "In the Entra admin centre, open Users and disable the others, then remove their roles.",
                    "Take them out of emergencyAccounts, and out of the exclusions of Conditional Access policies.",
                ]),
            }
        );
    }
}
