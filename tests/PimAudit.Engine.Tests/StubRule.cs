using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine.Tests;

/// <summary>A rule that says what a test tells it to say.</summary>
internal sealed class StubRule(RuleInfo info, Func<RuleContext, IEnumerable<Judgement>> say) : IRule
{
    public static readonly RuleInfo Usual = new(
        "PIM101",
        "Something is wrong",
        Severity.High,
        "DONT-1",
        "It matters.",
        SnapshotParts.RoleAssignments
    );

    public RuleInfo Info { get; } = info;

    public IEnumerable<Judgement> Evaluate(RuleContext context) => say(context);

    public static StubRule Saying(params Judgement[] judgements) => new(Usual, _ => judgements);

    public static ObjectRef Person(int number) =>
        new(ObjectKind.User, new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), $"Person {number}");

    public static Judgement.Breaks Breaks(
        ObjectRef subject,
        Severity? severity = null,
        params ImmutableArray<ObjectRef> identity
    ) =>
        new(
            new FindingDraft
            {
                Subject = subject,
                Identity = identity,
                Severity = severity,
                Title = $"{subject.Label} is wrong",
                Observed = "wrong",
                Expected = "right",
                Evidence = [new(SnapshotParts.RoleAssignments, $"row of {subject.Id}")],
                Fix = new(["Mend it."]),
            }
        );
}
