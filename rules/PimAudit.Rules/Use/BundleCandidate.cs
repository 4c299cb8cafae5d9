using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Roles that somebody always activates together are one task, and one activation could give them.</summary>
public sealed class BundleCandidate : IRule
{
    private const int FewestOccasions = 2;

    private static readonly RuleParameter Roles = RuleParameter.Number("roles", 3, "roles that make a bundle");

    private static readonly RuleParameter Minutes = RuleParameter.Number(
        "minutes",
        15,
        "minutes within which they are activated"
    );

    public RuleInfo Info { get; } =
        new(
            Id: "PIM804",
            Title: "Several roles are activated together again and again",
            Severity: Severity.Info,
            Practice: "APP-2",
            Why: "Each activation costs a reason and a second factor, and who has to give them three times for one task stops reading. "
                + "A group that is active on these roles gives them all with one activation.",
            Needs: SnapshotParts.AuditEvents | SnapshotParts.Principals
        )
        {
            Parameters = [Roles, Minutes],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var roles = Math.Max(1, context.Parameters.Number(Roles.Name));
        var within = TimeSpan.FromMinutes(context.Parameters.Number(Minutes.Name));
        return UseParts
            .OfPeople(context)
            .Where(series => series.Key.IsRole)
            .GroupBy(series => series.Key.PersonId)
            .Select(all => Judge(context, all.Key, Occasion.Of([.. all], roles, within), roles, within))
            .Concat(UseParts.OfUnread(context));
    }

    private static Judgement Judge(
        RuleContext context,
        Guid personId,
        ImmutableArray<Occasion> occasions,
        int roles,
        TimeSpan within
    )
    {
        var person = context.Reference(personId);
        var together = occasions
            .SelectMany(one => one.Roles)
            .CountBy(role => role)
            .Where(pair => pair.Value >= FewestOccasions)
            .Select(pair => pair.Key)
            .ToImmutableHashSet();
        ImmutableArray<Occasion> alike = [.. occasions.Where(one => one.Roles.Intersect(together).Count >= roles)];
        return together.Count < roles || alike.Length < FewestOccasions
            ? new Judgement.Meets(person)
            : Finding(context, person, [.. Ordered(context, together)], alike, within);
    }

    private static Judgement.Breaks Finding(
        RuleContext context,
        ObjectRef person,
        ImmutableArray<ObjectRef> roles,
        ImmutableArray<Occasion> occasions,
        TimeSpan within
    ) =>
        new(
            new FindingDraft
            {
                Subject = person,
                Title = $"{person.Label} activates {Say.Count(roles.Length, "role")} together again and again",
                Observed =
                    $"{Say.Number(occasions.Length)} times within {Say.Duration(within)}: {string.Join(", ", roles.Select(role => role.Label))}",
                Expected = "one activation for roles that are needed together",
                Related = [.. roles.Select(role => new RelatedObject(role, "activated together"))],
                Evidence = UseParts.EvidenceOf(occasions.SelectMany(one => one.Activations)),
                Fix = new([
                    "Create a role-assignable group for this task and assign it the roles as active.",
                    "Leave out highly privileged roles and those that must work at once, such as Exchange Administrator: the group is eligible for them instead.",
                    "In Privileged Identity Management, Groups, discover the group and make its people eligible members.",
                    "Remove their own eligibility for these roles.",
                ]),
            }
        );

    private static IEnumerable<ObjectRef> Ordered(RuleContext context, IEnumerable<Guid> roles) =>
        roles.Select(context.RoleReference).OrderBy(role => role.Id, StringComparer.Ordinal);
}
