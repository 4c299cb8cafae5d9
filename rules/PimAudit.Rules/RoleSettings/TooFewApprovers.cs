using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>One approver is on holiday sooner or later, and then nobody can activate.</summary>
public sealed class TooFewApprovers : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM207",
            Title: "Fewer people can approve an activation than the profile asks for",
            Severity: Severity.Medium,
            Practice: "CFG-3",
            Why: "A request waits 24 hours at most. With one approver, a holiday or a lost telephone is enough that nobody can activate "
                + "the role, and people look for a way around the approval.",
            Needs: SettingsJudge.Needs
        )
        {
            LeansOn = SnapshotParts.GroupAssignments,
            Parameters =
            [
                RuleParameter.Number("min", 2, "fewest distinct people who can approve"),
                RuleParameter.Ids("expectedApprovers", "users or groups of which one must be among the approvers"),
            ],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var book = new ApproverBook(context.Access, forbidGuests: true);
        var min = context.Parameters.Number("min");
        var expected = context.Parameters.Ids("expectedApprovers");
        return SettingsJudge.EachHeld(
            context,
            (held, settings) =>
                settings.ApprovalRequired switch
                {
                    null => [held.BlindWithout("whether activation asks for approval")],
                    true when !settings.Approvers.IsEmpty => Judge(
                        context,
                        held,
                        ApproverPanel.Of(book, settings),
                        min,
                        expected
                    )
                        is { } one
                        ? [one]
                        : [],
                    _ => [],
                }
        );
    }

    /// <summary>Null where one of the other rules about approvers speaks: nobody is left, or only the person himself.</summary>
    private static Judgement? Judge(
        RuleContext context,
        HeldSetting held,
        ApproverPanel panel,
        int min,
        ImmutableHashSet<Guid> expected
    )
    {
        var isFew = panel.Count < min;
        var isStrange = !expected.IsEmpty && !panel.Names(expected);
        if (!isFew && !isStrange)
            return held.Meets();
        if (panel.Unknown is { } unknown)
            return held.Blind(unknown);
        if (panel.IsDead)
            return null;
        if (!isFew)
            return Finding(context, held, panel, min: null, expected);

        var deadlock = Deadlock.Of(context, held, panel.Primary.AddRange(panel.Backup));
        if (deadlock.Gap is { } gap)
            return held.Blind(gap);

        return deadlock.Value is null ? Finding(context, held, panel, min, isStrange ? expected : []) : null;
    }

    /// <param name="min">Null where there are enough.</param>
    /// <param name="expected">Empty where one of them is named, or none is asked for.</param>
    private static Judgement.Breaks Finding(
        RuleContext context,
        HeldSetting held,
        ApproverPanel panel,
        int? min,
        ImmutableHashSet<Guid> expected
    )
    {
        var wanted = ById(context, expected).Select(one => one.Label).ToList();
        string?[] observed =
        [
            min is null ? null : Say.Count(panel.Count, "person can approve", "people can approve"),
            wanted.Count == 0 ? null : "none of the expected approvers is named",
        ];
        string?[] asked =
        [
            min is { } least ? $"at least {Say.Number(least)} who can approve, backups aside" : null,
            wanted.Count == 0 ? null : $"one of {string.Join(", ", wanted)}",
        ];
        return new(
            new FindingDraft
            {
                Subject = held.Subject,
                Identity = held.Identity,
                Title = min is null
                    ? $"{held.Label} is approved by others than expected"
                    : $"{held.Label} has too few approvers",
                Observed = string.Join("; ", observed.OfType<string>()),
                Expected = string.Join("; ", asked.OfType<string>()),
                Role = held.Owner.IsRole ? held.Subject : null,
                Related = [.. ById(context, panel.People).Select(one => new RelatedObject(one, "can approve"))],
                Evidence = [held.Evidence],
                Fix = SettingsFixes.Of(
                    held,
                    "On the Activation tab, under Select approvers, add people who can approve, or a group of them"
                ),
            }
        );
    }

    private static IEnumerable<ObjectRef> ById(RuleContext context, ImmutableHashSet<Guid> ids) =>
        ids.Select(context.Reference).OrderBy(one => one.Id, StringComparer.Ordinal);
}
