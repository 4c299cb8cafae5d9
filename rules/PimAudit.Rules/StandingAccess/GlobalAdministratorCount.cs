using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Each Global Administrator more is one account more that opens everything; with one alone, a lost key closes it.</summary>
public sealed class GlobalAdministratorCount : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM109",
            Title: "Too few or too many people can be Global Administrator",
            Severity: Severity.High,
            Practice: RuleInfo.BeyondThePractice,
            Why: "Global Administrator is everything in the tenant: each person more is one account more to steal. One person alone is "
                + "one lost key away from a tenant that nobody can open.",
            Needs: RolePeople.Needs
        )
        {
            LeansOn = RolePeople.LeansOn,
            JudgesWithoutPim = true,
            Source = "CISA SCuBA MS.AAD.7.1: at least two and at most eight users with the Global Administrator role",
            Parameters =
            [
                RuleParameter.Number("min", 2, "fewest people"),
                RuleParameter.Number("max", 8, "most people"),
                RuleParameter.Flag("countEmergency", true, "emergency access accounts count too"),
            ],
        };

    /// <summary>What is not known counts only where it could carry the number over a bound.</summary>
    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var bounds = Bounds.Of(context.Parameters);
        var people = RolePeople.Of(context, IsGlobalAdministrator, bounds.CountsEmergency);
        var doubtful = bounds.CountsEmergency ? [] : RolePeople.UnreadEmergency(context);
        var fewest = people.Enabled.Length - doubtful.Length;
        var most = people.Enabled.Length + people.Untold.Length;

        if (fewest > bounds.Max || (most < bounds.Min && people.Hidden is null))
            return [Finding(context, people, bounds)];

        var isFine = fewest >= bounds.Min && most <= bounds.Max && people.Hidden is null;
        var subject = context.RoleReference(WellKnownRoles.GlobalAdministrator);
        ImmutableArray<ObjectRef> identity = [context.ScopeReference("/")];
        return isFine
            ? [new Judgement.Meets(subject) { Identity = identity }]
            :
            [
                new Judgement.Blind(
                    subject,
                    people.Hidden ?? people.UntoldGap ?? doubtful.Select(account => account.Gap).First()!
                )
                {
                    Identity = identity,
                },
            ];
    }

    private static bool IsGlobalAdministrator(Guid roleId, string scope) =>
        roleId == WellKnownRoles.GlobalAdministrator && string.Equals(scope, "/", StringComparison.Ordinal);

    private static Judgement.Breaks Finding(RuleContext context, RolePeople people, Bounds bounds)
    {
        var role = context.RoleReference(WellKnownRoles.GlobalAdministrator);
        var count = people.Enabled.Length;
        return new(
            new FindingDraft
            {
                Subject = role,
                Identity = [context.ScopeReference("/")],
                Title = $"{Say.Count(count, "person", "people")} can be {role.Label}",
                Observed = $"{Say.Count(count, "enabled person", "enabled people")}{Beside(people)}",
                Expected = bounds.InWords,
                Role = role,
                Scope = "/",
                Related =
                [
                    .. people.Enabled.Select(person => new RelatedObject(person, "counted")),
                    .. people.Untold.Select(person => new RelatedObject(
                        person,
                        "not counted: unknown whether enabled"
                    )),
                    .. people.Workloads.Select(workload => new RelatedObject(workload, "workload, not counted")),
                ],
                Evidence = EvidenceOf(context),
                Fix = new(
                    count > bounds.Max
                        ?
                        [
                            "In Privileged Identity Management, Microsoft Entra roles, Assignments, open Global Administrator.",
                            "For each person, find the least privileged role for his tasks and make him eligible for that.",
                            "Then remove his assignment, or take him out of the group through which he reaches the role.",
                        ]
                        :
                        [
                            "Make a second person eligible for Global Administrator, through a role-assignable group.",
                            "Maintain two emergency access accounts with the role, active and permanent.",
                        ]
                ),
            }
        );
    }

    private static string Beside(RolePeople people) =>
        people.Workloads.IsEmpty ? "" : $", and {Say.Count(people.Workloads.Length, "workload")} not counted";

    private static ImmutableArray<Evidence> EvidenceOf(RuleContext context)
    {
        var rows = context
            .Access.PathsTo(context.RoleReference(WellKnownRoles.GlobalAdministrator))
            .Where(path => string.Equals(path.Scope, "/", StringComparison.Ordinal))
            .ToImmutableArray();
        return rows.IsEmpty
            ? [new(SnapshotParts.RoleAssignments, WellKnownRoles.GlobalAdministrator.ToString("D"))]
            : HolderPaths.EvidenceOf(rows);
    }

    private sealed record Bounds(int Min, int Max, bool CountsEmergency)
    {
        public static Bounds Of(ParameterValues values) =>
            new(values.Number("min"), values.Number("max"), values.Flag("countEmergency"));

        /// <summary>With the definition, without which a number says nothing.</summary>
        public string InWords =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Min} to {Max} people: distinct enabled users by object id who reach the role for the whole tenant by any path, eligible ones and those through groups included, emergency access accounts {(CountsEmergency ? "counted" : "left out")}, workloads never counted"
            );
    }
}
