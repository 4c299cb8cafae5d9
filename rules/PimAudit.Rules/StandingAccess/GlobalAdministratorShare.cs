using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Where most administrators are Global Administrators, nobody asked which role they need.</summary>
public sealed class GlobalAdministratorShare : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM110",
            Title: "Too many of the privileged people can be Global Administrator",
            Severity: Severity.Medium,
            Practice: RuleInfo.BeyondThePractice,
            Why: "Where most administrators can be Global Administrator, nobody asked which role they need. Each of their accounts opens "
                + "everything, and the smaller roles stand unused.",
            Needs: RolePeople.Needs
        )
        {
            LeansOn = RolePeople.LeansOn,
            JudgesWithoutPim = true,
            Source = "CISA SCuBA MS.AAD.7.2: privileged users have finer-grained roles instead of Global Administrator",
            Parameters =
            [
                RuleParameter.Number(
                    "maxPercent",
                    50,
                    "most Global Administrators, in percent of the privileged people"
                ),
                RuleParameter.Number("minPeople", 5, "fewest privileged people for whom a share says anything"),
            ],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var max = context.Parameters.Number("maxPercent");
        var least = context.Parameters.Number("minPeople");
        var share = AdministratorShare.Of(context);
        if (share.FewestPeople >= least && share.LowestIsOver(max))
            return [Finding(context, share, max, least)];

        var subject = context.RoleReference(WellKnownRoles.GlobalAdministrator);
        ImmutableArray<ObjectRef> identity = [context.ScopeReference("/")];
        if (share.MayReach(least) && share.HighestIsOver(max))
            return [new Judgement.Blind(subject, share.Gap) { Identity = identity }];

        return share.MayReach(least) ? [new Judgement.Meets(subject) { Identity = identity }] : [];
    }

    private static Judgement.Breaks Finding(RuleContext context, AdministratorShare share, int max, int least)
    {
        var role = context.RoleReference(WellKnownRoles.GlobalAdministrator);
        var (some, all) = (share.Global.Enabled.Length, share.Global.Enabled.Length + share.Others.Length);
        return new(
            new FindingDraft
            {
                Subject = role,
                Identity = [context.ScopeReference("/")],
                Title = $"{Number(some)} of {Number(all)} privileged people can be {role.Label}",
                Observed = $"{Number(some)} of {Number(all)} ({Number(100 * some / all)} %)",
                Expected =
                    $"at most {Number(max)} % of the enabled people who reach a privileged role by any path, eligible ones included, emergency access accounts left out; asked from {Number(least)} people on",
                Role = role,
                Scope = "/",
                Related = [.. share.Global.Enabled.Select(person => new RelatedObject(person, role.Label))],
                Evidence = HolderPaths.EvidenceOf(
                    context.Access.PathsTo(role).Where(path => string.Equals(path.Scope, "/", StringComparison.Ordinal))
                ),
                Fix = new([
                    "In Privileged Identity Management, Microsoft Entra roles, Assignments, open Global Administrator.",
                    "For each person, find the least privileged role for his tasks and make him eligible for that.",
                    "Then remove his assignment, or take him out of the group through which he reaches Global Administrator.",
                ]),
            }
        );
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
