using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>People who can be Global Administrator beside those with another privileged role, and what is not known of both.</summary>
/// <param name="Global">People who reach Global Administrator for the whole tenant.</param>
/// <param name="Hidden">Why somebody else may have another privileged role; null when everybody is known.</param>
/// <param name="Others">Enabled people with another privileged role alone.</param>
/// <param name="Untold">Such people of whom it was not read whether they are enabled.</param>
/// <param name="UntoldGap">Why.</param>
/// <param name="Doubtful">Emergency access accounts that were not looked up: any counted person may be one.</param>
internal sealed record AdministratorShare(
    RolePeople Global,
    Gap? Hidden,
    ImmutableArray<ObjectRef> Others,
    int Untold,
    Gap? UntoldGap,
    ImmutableArray<EmergencyAccount> Doubtful
)
{
    public static AdministratorShare Of(RuleContext context)
    {
        var global = RolePeople.Of(context, IsGlobal, emergency: false);
        var others = RolePeople.Of(
            context,
            (role, scope) => context.Roles.IsPrivileged(role) && !IsGlobal(role, scope),
            emergency: false
        );
        var known = global.Enabled.Concat(global.Untold).Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            global,
            others.Hidden,
            [.. others.Enabled.Where(person => !known.Contains(person.Id))],
            others.Untold.Count(person => !known.Contains(person.Id)),
            others.UntoldGap,
            RolePeople.UnreadEmergency(context)
        );
    }

    public int FewestPeople => Math.Max(0, Global.Enabled.Length + Others.Length - Doubtful.Length);

    /// <summary>What is missing, where the answer hangs on it.</summary>
    public Gap Gap =>
        Global.Hidden ?? Hidden ?? Global.UntoldGap ?? UntoldGap ?? Doubtful.Select(account => account.Gap).First()!;

    public bool MayReach(int people) =>
        Global.Hidden is not null
        || Hidden is not null
        || Global.Enabled.Length + Global.Untold.Length + Others.Length + Untold >= people;

    /// <summary>Over the limit even if everybody who is not known has another role.</summary>
    public bool LowestIsOver(int percent) =>
        Hidden is null && IsOver(Math.Max(0, Global.Enabled.Length - Doubtful.Length), Others.Length + Untold, percent);

    /// <summary>Over the limit if everybody who is not known can be Global Administrator.</summary>
    public bool HighestIsOver(int percent) =>
        Global.Hidden is not null
        || IsOver(Global.Enabled.Length + Global.Untold.Length, Math.Max(0, Others.Length - Doubtful.Length), percent);

    private static bool IsGlobal(Guid role, string scope) =>
        role == WellKnownRoles.GlobalAdministrator && string.Equals(scope, "/", StringComparison.Ordinal);

    private static bool IsOver(int some, int others, int percent) => 100L * some > (long)percent * (some + others);
}
