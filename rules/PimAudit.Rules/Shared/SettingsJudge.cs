using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>What all rules about role settings share: which settings they look at, and what they need for that.</summary>
internal static class SettingsJudge
{
    /// <summary>The settings themselves, and everything that tells whose settings gate a path.</summary>
    public const SnapshotParts Needs =
        SnapshotParts.RoleSettings
        | SnapshotParts.GroupSettings
        | SnapshotParts.RoleAssignments
        | SnapshotParts.ActiveAssignments
        | SnapshotParts.EligibleAssignments
        | SnapshotParts.GroupMembers
        | SnapshotParts.GroupEligibilities
        | SnapshotParts.Principals;

    public static RuleParameter Roles { get; } = RolesBy("held");

    /// <summary>The same parameter with another default.</summary>
    public static RuleParameter RolesBy(string standard) =>
        RuleParameter.Roles("roles", standard, "whose settings: held, privileged, all, or a list of role template ids");

    /// <summary>One judgement for each settings owner that the parameter <c>roles</c> chooses.</summary>
    public static IEnumerable<Judgement> EachChosen(
        RuleContext context,
        Func<HeldSetting, RoleSettings, Judgement> judge
    ) => context.HeldSettings(Roles.Name).Select(held => One(held, judge)).Concat(MissingOwners(context));

    /// <summary>The same for one gate: owner settings that are weaker in it than the member settings are left to PIM217.</summary>
    public static IEnumerable<Judgement> EachChosen(
        RuleContext context,
        Gate gate,
        Func<HeldSetting, RoleSettings, Judgement> judge
    ) =>
        context
            .HeldSettings(Roles.Name)
            .Select(held => (Held: held, Said: One(held, judge)))
            .Select(one => one.Said is Judgement.Breaks ? OwnerSide.Keep(context, one.Held, gate, one.Said) : one.Said)
            .OfType<Judgement>()
            .Concat(MissingOwners(context));

    /// <summary>One judgement for each settings owner that gates a path, and for the highly privileged roles.</summary>
    /// <param name="isSubject">False for settings that the rule does not look at, read or not; null: it looks at all.</param>
    public static IEnumerable<Judgement> EachHeld(
        RuleContext context,
        Func<HeldSetting, RoleSettings, IEnumerable<Judgement>> judge,
        Func<HeldSetting, bool>? isSubject = null
    ) =>
        context
            .HeldSettings()
            .Where(held => isSubject is null || isSubject(held))
            .SelectMany(held => held.Settings.Gap is { } gap ? [held.Blind(gap)] : judge(held, held.Settings.Value))
            .Concat(HiddenOwners(context));

    /// <summary>Settings that nobody can point at, because it is not known who stands behind a grant.</summary>
    /// <remarks>Groups whose eligible people are unknown are among the held settings already, as unknown ones.</remarks>
    public static IEnumerable<Judgement> HiddenOwners(RuleContext context) =>
        context
            .Access.HiddenHolders.Where(spot => spot.Gap.Part is not SnapshotParts.GroupEligibilities)
            .Select(spot => new Judgement.Blind(spot.Subject, spot.Gap))
            .Concat(HiddenBehindOwners(context));

    /// <summary>Groups on the way to these roles of which it is not known who may activate what.</summary>
    public static IEnumerable<Judgement> HiddenSides(RuleContext context, ImmutableHashSet<Guid> roles) =>
        context
            .Access.Active.Select(grant => (grant.RoleId, grant.PrincipalId))
            .Concat(context.Access.Eligible.Select(grant => (grant.RoleId, grant.PrincipalId)))
            .Where(grant => roles.Contains(grant.RoleId))
            .Select(grant => grant.PrincipalId)
            .Distinct()
            .OrderBy(id => id.ToString("D"), StringComparer.Ordinal)
            .Select(id => (Id: id, Gap: context.Access.HoldersOf(id).Hidden))
            .Where(one => one.Gap is not null)
            .Select(one => new Judgement.Blind(context.Reference(one.Id), one.Gap!))
            .Concat(HiddenBehindOwners(context));

    /// <summary>Groups among the owners. A single owner of whom nothing was read may activate what is known all the same.</summary>
    private static IEnumerable<Judgement> HiddenBehindOwners(RuleContext context) =>
        context
            .Access.HiddenTakeovers.Where(spot => spot.Subject.Kind is ObjectKind.Group)
            .Select(spot => new Judgement.Blind(spot.Subject, spot.Gap));

    private static Judgement One(HeldSetting held, Func<HeldSetting, RoleSettings, Judgement> judge) =>
        held.Settings.Gap is { } gap ? held.Blind(gap) : judge(held, held.Settings.Value);

    private static IEnumerable<Judgement> MissingOwners(RuleContext context)
    {
        var choice = context.Parameters.Roles(Roles.Name);
        if (choice.Width is RoleWidth.Listed)
            return HiddenSides(context, choice.Listed);

        var roles = context.Snapshot.Collection.GapOf(SnapshotParts.RoleDefinitions);
        return choice.Width is not RoleWidth.Held && roles is not null
            ? HiddenOwners(context).Prepend(new Judgement.Blind(context.Snapshot.Tenant.Reference, roles))
            : HiddenOwners(context);
    }
}
