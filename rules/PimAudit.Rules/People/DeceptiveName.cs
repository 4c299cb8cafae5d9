using System.Collections.Immutable;
using System.Text;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Who approves, reviews and reads reports goes by names; a name that lies deceives all of them.</summary>
public sealed class DeceptiveName : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM611",
            Title: "A name on the way to a role is not what it seems",
            Severity: Severity.Medium,
            Practice: RuleInfo.BeyondThePractice,
            Why: "Approvers, reviewers and readers of logs go by the name that they see. Invisible characters, turned writing and "
                + "letters of another alphabet let one object pass for another.",
            Needs: HolderJudge.Needs | SnapshotParts.RoleDefinitions
        )
        {
            JudgesWithoutPim = true,
            LeansOn = SnapshotParts.EmergencyAccounts,
            Source =
                "Unicode Technical Standard #39, Unicode Security Mechanisms; Unicode Technical Report #36, Unicode Security Considerations",
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var alike = new LookAlikes(context);
        return Objects(context)
            .DistinctBy(one => one.Key, StringComparer.Ordinal)
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => Judge(context, one, alike))
            .OfType<Judgement>()
            .Concat(context.HiddenHolders())
            .Concat(UnreadAccounts(context));
    }

    /// <summary>Every principal, group and role on a certain path; emergency accounts too, on a path or not.</summary>
    private static IEnumerable<ObjectRef> Objects(RuleContext context) =>
        context
            .Access.Paths.Select(path => path.Principal)
            .DistinctBy(principal => principal.Id, StringComparer.Ordinal)
            .Concat(context.Access.GroupsOnPaths.Select(context.Reference))
            .Concat(context.Emergency.Resolved.Select(context.Reference))
            .Concat(
                context
                    .Access.Active.Select(grant => grant.RoleId)
                    .Concat(context.Access.Eligible.Select(grant => grant.RoleId))
                    .Distinct()
                    .Select(context.RoleReference)
            );

    private static Judgement? Judge(RuleContext context, ObjectRef one, LookAlikes alike)
    {
        if (one.DisplayName is null)
            return Untold(context, one) is { } gap ? new Judgement.Blind(one, gap) : null;

        var hidden = HiddenCharacters.In(one.DisplayName);
        var taken = alike.Of(one);
        return hidden.IsEmpty && taken.IsEmpty ? new Judgement.Meets(one) : Finding(context, one, hidden, taken);
    }

    /// <summary>What the directory does not know has no name.</summary>
    private static Gap? Untold(RuleContext context, ObjectRef one)
    {
        var id = Guid.Parse(one.Id);
        var directory = context.Access.Directory;
        if (one.Kind is ObjectKind.Role)
            return Malformed(SnapshotParts.RoleDefinitions, one);
        if (directory.GapOf(id) is { } gap)
            return gap;

        return directory.IsUnresolved(id) || directory.Deleted(id) is not null
            ? null
            : Malformed(SnapshotParts.Principals, one);
    }

    private static Gap Malformed(SnapshotParts part, ObjectRef one) =>
        new(part, MissingReason.Malformed, $"The name of {one.Id} was not read.");

    private static IEnumerable<Judgement> UnreadAccounts(RuleContext context) =>
        context
            .Emergency.All.Where(account => account.State is EntryState.NotRead)
            .Select(account => new Judgement.Blind(new(ObjectKind.ConfigurationEntry, account.Entry), account.Gap!));

    private static Judgement.Breaks Finding(
        RuleContext context,
        ObjectRef one,
        ImmutableArray<Rune> hidden,
        ImmutableArray<ObjectRef> taken
    ) =>
        new(
            new FindingDraft
            {
                Subject = one,
                Title = $"The name {NameShape.Printed(one.DisplayName!)} is not what it seems",
                Observed = string.Join("; ", hidden.Select(Words).Concat(taken.Select(Words))),
                Expected = "a name that is read as it is stored, and like no emergency access account or role",
                Related = [.. taken.Select(target => new RelatedObject(target, "looks like"))],
                Evidence = [new(PartOf(context, one), one.Id)],
                Fix = new([
                    "Find the object by its id, and ask who named it so and why.",
                    "If nobody can say, treat it as an attempt to deceive: remove what it holds and look through the audit log.",
                    "Rename it in the Entra admin centre, typing the new name anew.",
                ]),
            }
        );

    private static string Words(Rune one) =>
        $"{(HiddenCharacters.IsBidirectional(one) ? "bidirectional control" : "invisible character")} {NameShape.Code(one)}";

    private static string Words(ObjectRef target) =>
        $"looks like the {(target.Kind is ObjectKind.Role ? "role" : "emergency access account")} {NameShape.Printed(target.DisplayName!)}";

    private static SnapshotParts PartOf(RuleContext context, ObjectRef one) =>
        one.Kind is ObjectKind.Role ? SnapshotParts.RoleDefinitions
        : context.Access.Directory.Deleted(Guid.Parse(one.Id)) is not null ? SnapshotParts.DeletedItems
        : SnapshotParts.Principals;
}
