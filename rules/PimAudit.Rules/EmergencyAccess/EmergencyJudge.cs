using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>What the rules about single emergency accounts share: whom they look at.</summary>
/// <remarks>An entry that names nobody is the matter of PIM405 alone.</remarks>
internal static class EmergencyJudge
{
    /// <summary>Every resolved account, by id; then the entries that were not looked up, of which nobody knows anything.</summary>
    public static IEnumerable<Judgement> Each(
        RuleContext context,
        Func<Guid, ObjectRef, IEnumerable<Judgement>> judge
    ) =>
        context
            .Emergency.Resolved.OrderBy(id => id.ToString("D"), StringComparer.Ordinal)
            .SelectMany(id => judge(id, Reference(context, id)))
            .Concat(NotLookedUp(context));

    /// <summary>A resolved account is a user, even where nothing else was read about it.</summary>
    public static ObjectRef Reference(RuleContext context, Guid id) =>
        new(ObjectKind.User, id, context.Reference(id).DisplayName);

    /// <summary>The findings, and beside them why there may be more; without either the account meets the rule.</summary>
    public static IEnumerable<Judgement> Sum(ObjectRef account, IEnumerable<Judgement.Breaks> findings, Gap? unknown)
    {
        Judgement[] found = [.. findings];
        if (unknown is not null)
            return found.Append(new Judgement.Blind(account, unknown));

        return found.Length > 0 ? found : [new Judgement.Meets(account)];
    }

    private static IEnumerable<Judgement> NotLookedUp(RuleContext context) =>
        context
            .Emergency.All.Where(account => account.State is EntryState.NotRead)
            .Select(account => new Judgement.Blind(new(ObjectKind.ConfigurationEntry, account.Entry), account.Gap!));
}
