using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>Where an activation on the way asks for approval: can anybody but the requester consent?</summary>
internal static class ApproverCheck
{
    private static readonly Check Check = new("Approver", "TRB-2");

    /// <param name="way">Null when the person has none.</param>
    public static CheckLine Of(Case asked, Way? way)
    {
        if (way is null)
            return Check.NotApplicable("without a way to the role nobody is asked");
        if (way.Gates.IsEmpty)
            return Check.NotApplicable("nothing has to be activated");
        if (way.Approvals.FirstOrDefault(one => one.State is ApproverState.Nobody) is { } orphaned)
            return Nobody(asked, way, orphaned);
        if (UnreadOf(way) is { IsEmpty: false } unread)
            return NotRead.Line(Check, asked, "whether anybody must approve, and can, was not read", unread);

        return way.Approvals.IsEmpty
            ? Check.NotApplicable("no activation on the way asks for approval", way.SettingsRows(asked.Map))
            : Check.Ok(string.Join("; ", way.Approvals.Select(ApproverWords.Can)), way.SettingsRows(asked.Map));
    }

    private static CheckLine Nobody(Case asked, Way way, Approval orphaned) =>
        Check.Fault(
            $"nobody but the requester can approve {orphaned.Owner.Label}",
            new(
                $"Name an approver other than {asked.Person.Label}, one whose account works, in the role settings of {orphaned.Owner.Label}.",
                orphaned.Owner
            ),
            way.SettingsRows(asked.Map)
        );

    private static ImmutableArray<UnreadFact> UnreadOf(Way way) =>
        [
            .. way
                .Gates.Where(gate => gate.Gates.Approval is null)
                .Select(gate => new UnreadFact(
                    gate.Owner,
                    gate.Gates.Gap
                        ?? new Gap(
                            WayRows.PartOf(gate),
                            MissingReason.Malformed,
                            "The role settings do not tell whether they ask for approval."
                        )
                )),
            .. way
                .Approvals.Where(one => one.State is ApproverState.Unknown)
                .Select(one => new UnreadFact(one.Owner, one.Gap!)),
        ];
}

/// <summary>Approvers in a sentence.</summary>
internal static class ApproverWords
{
    private const int MaxNamed = 3;

    /// <summary>Such as <c>Ada or Ben</c>.</summary>
    public static string Who(Approval approval) =>
        approval.People switch
        {
            [] => "an approver who was not read",
            { Length: <= MaxNamed } => string.Join(" or ", approval.People.Select(one => one.Label)),
            _ => $"one of {Say.Count(approval.People.Length, "person", "people")}",
        };

    /// <summary>Such as <c>Ada or Ben can approve Global Administrator</c>.</summary>
    public static string Can(Approval approval) =>
        $"{Who(approval)} can approve {approval.Owner.Label}"
        + (approval.MustActivate ? ", once an activation lets them" : "");
}
