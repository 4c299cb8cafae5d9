using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Who holds, and may activate, which role, and who is in which group.</summary>
internal sealed partial class ExampleTenant
{
    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(100);

    private int row;

    private void Assignments()
    {
        foreach (var given in map.Maps("assigned"))
            Assigned(given);
        foreach (var given in map.Maps("eligible"))
            Eligible(given);
        foreach (var given in map.Maps("activated"))
            Activated(given);
    }

    private void Assigned(YamlMap given)
    {
        var (who, role, scope) = (Who(given, "who"), Role(given), Scope(given.Text("scope")));
        var (ends, started) = (Time(given, "ends"), Time(given, "started") ?? LongAgo);
        var outside = given.Flag("outsidePim") is true;
        var unlisted = given.Flag("unlisted") is true;
        var home = Home(given);
        given.RefuseOtherKeys();

        var origin = NextId("assignment");
        tenant = tenant with { RoleAssignments = [.. tenant.RoleAssignments, new(origin, role, who, scope, home)] };
        if (unlisted)
            return;

        var id = outside ? origin : NextId("instance");
        Instance(
            outside
                ? new(id, role, who, scope, AssignmentType.Assigned, null, null, origin, id, null, null)
                : new(
                    id,
                    role,
                    who,
                    scope,
                    AssignmentType.Assigned,
                    TakenAt - started,
                    TakenAt + ends,
                    origin,
                    $"schedule of {id}",
                    null,
                    null
                )
        );
    }

    private void Activated(YamlMap given)
    {
        var (who, role, scope) = (Who(given, "who"), Role(given), Scope(given.Text("scope")));
        var through = given.Text("through") is null ? who : Who(given, "through");
        var (ends, started) = (
            Time(given, "ends") ?? TimeSpan.FromHours(7),
            Time(given, "started") ?? TimeSpan.FromHours(1)
        );
        given.RefuseOtherKeys();

        var (origin, id) = (NextId("assignment"), NextId("instance"));
        tenant = tenant with { RoleAssignments = [.. tenant.RoleAssignments, new(origin, role, who, scope, TenantId)] };
        Instance(
            new(
                id,
                role,
                who,
                scope,
                AssignmentType.Activated,
                TakenAt - started,
                TakenAt + ends,
                origin,
                $"schedule of {id}",
                $"eligibility behind {id}",
                through
            )
        );
    }

    private void Instance(RoleAssignmentInstance instance) =>
        tenant = tenant with { RoleAssignmentInstances = [.. tenant.RoleAssignmentInstances, instance] };

    private void Eligible(YamlMap given)
    {
        var (who, role, scope) = (Who(given, "who"), Role(given), Scope(given.Text("scope")));
        var (ends, started) = (Time(given, "ends"), Time(given, "started") ?? LongAgo);
        given.RefuseOtherKeys();
        tenant = tenant with
        {
            RoleEligibilities =
            [
                .. tenant.RoleEligibilities,
                new(NextId("eligibility"), role, who, scope, TakenAt - started, TakenAt + ends),
            ],
        };
    }

    private void Memberships()
    {
        foreach (var given in map.Maps("members"))
            Member(given, AssignmentType.Assigned);
        foreach (var given in map.Maps("activatedMembers"))
            Member(given, AssignmentType.Activated);
        foreach (var given in map.Maps("eligibleMembers"))
            EligibleMember(given);
    }

    private void Member(YamlMap given, AssignmentType type)
    {
        var isActivated = type is AssignmentType.Activated;
        var (group, who, access) = (Who(given, "group"), Who(given, "who"), Access(given));
        var ends = Time(given, "ends") ?? (isActivated ? TimeSpan.FromHours(7) : null);
        var started = Time(given, "started") ?? (isActivated ? TimeSpan.FromHours(1) : LongAgo);
        var outside = given.Flag("outsidePim") is true;
        var kind = names.KindOf(given.Text("who") ?? "");
        given.RefuseOtherKeys();

        tenant = tenant with { Memberships = [.. tenant.Memberships, new(group, who, kind, access)] };
        if (!outside)
            tenant = tenant with
            {
                GroupAssignments =
                [
                    .. tenant.GroupAssignments,
                    new(NextId("membership"), group, who, access, type, TakenAt - started, TakenAt + ends),
                ],
            };
    }

    private void EligibleMember(YamlMap given)
    {
        var (group, who, access) = (Who(given, "group"), Who(given, "who"), Access(given));
        var (ends, started) = (Time(given, "ends"), Time(given, "started") ?? LongAgo);
        given.RefuseOtherKeys();
        tenant = tenant with
        {
            GroupEligibilities =
            [
                .. tenant.GroupEligibilities,
                new(NextId("eligible membership"), group, who, access, TakenAt - started, TakenAt + ends),
            ],
        };
    }

    private static GroupAccess Access(YamlMap given) =>
        given.OneOf("as", ["member", "owner"]) is "owner" ? GroupAccess.Owner : GroupAccess.Member;

    /// <summary>Rows are numbered in the order of the example.</summary>
    private string NextId(string kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind.Replace(' ', '-')}-{++row}");
}
