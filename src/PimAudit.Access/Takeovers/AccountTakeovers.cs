using System.Collections.Immutable;
using PimAudit.Access.Questions;
using PimAudit.Model;

namespace PimAudit.Access.Takeovers;

/// <summary>Takeovers through the accounts of people: whoever can reset them signs in as them.</summary>
internal sealed class AccountTakeovers(AccessMap map, PowerBook powers, Protection protection)
{
    private const string Table =
        "Microsoft Learn, Privileged roles and permissions in Microsoft Entra ID, Who can reset passwords";

    private const string Note = "Microsoft Learn, Privileged Identity Management (PIM) for Groups, note on approval";

    public IEnumerable<Takeover> Of(ObjectRef role, ImmutableArray<AccessPath> paths)
    {
        var people = paths
            .Where(path => path.Principal.Kind is ObjectKind.User)
            .GroupBy(path => path.Principal)
            .Where(own => Life.Of(map.Directory, Guid.Parse(own.Key.Id)).Fault is null)
            .ToList();

        var full =
            from power in PasswordResets.OfAnybody
            from holder in powers.HoldersOf(power)
            let targets = Others(people.Select(own => own.Key), holder[0].Principal)
            where !targets.IsEmpty
            select New(role, TakeoverMeans.CredentialReset, holder, targets, Confidence.Documented, Table);
        return full.Concat(people.Count == 0 ? [] : Lesser(role, people));
    }

    /// <summary>Who is eligible alone is no administrator for the table; Microsoft's note says the same of eligible members only.</summary>
    private IEnumerable<Takeover> Lesser(ObjectRef role, List<IGrouping<ObjectRef, AccessPath>> people) =>
        from power in PasswordResets.Lesser.OrderBy(pair => pair.Key.ToString("D"), StringComparer.Ordinal)
        let open = people.Where(own => protection.Allows(Guid.Parse(own.Key.Id), power.Value)).ToList()
        from holder in powers.HoldersOf(power.Key)
        from standing in new[] { true, false }
        let targets = Others(open.Where(own => IsHeldNow(own) == standing).Select(own => own.Key), holder[0].Principal)
        where !targets.IsEmpty
        select standing
            ? New(role, TakeoverMeans.PasswordReset, holder, targets, Confidence.Documented, Table)
            : New(role, TakeoverMeans.PasswordReset, holder, targets, Confidence.Contested, Note);

    private static bool IsHeldNow(IEnumerable<AccessPath> own) => own.Any(path => path.State is not HopState.Eligible);

    private static ImmutableArray<ObjectRef> Others(IEnumerable<ObjectRef> people, ObjectRef holder) =>
        [
            .. people
                .Where(one => !string.Equals(one.Id, holder.Id, StringComparison.Ordinal))
                .OrderBy(one => one.Id, StringComparer.Ordinal),
        ];

    private static Takeover New(
        ObjectRef role,
        TakeoverMeans means,
        ImmutableArray<AccessPath> holder,
        ImmutableArray<ObjectRef> targets,
        Confidence confidence,
        string source
    ) => new(holder[0].Principal, role, means, holder, targets, confidence, source, []);
}
