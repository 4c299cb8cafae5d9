using PimAudit.Access.Questions.Diagnosis;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Questions.Diagnosis;

/// <summary>A guided check as a person reads it, and the facts that it needs.</summary>
internal static class CheckInWords
{
    public const string Role = "Exchange Administrator";
    public const string Team = "RAG - Exchange";

    /// <summary>Nothing is wrong: Ada stands in a group that is eligible for the role, and Approver can approve.</summary>
    public static TenantSnapshot Sound { get; } =
        Bare("Ada").Users("Approver").Member(Team, "Ada").Eligible(Team, Role).Settings(Role).Registered("Ada");

    /// <summary>A person and a group, neither of which holds anything.</summary>
    public static TenantSnapshot Bare(string name, Func<User, User>? change = null) =>
        A.Tenant.User(name, change ?? (user => user)).Groups(Team) with
        {
            EventsSince = A.TakenAt.AddDays(-30),
        };

    /// <param name="later">Hours after the snapshot.</param>
    public static GuidedCheck Diagnose(this TenantSnapshot tenant, string role = Role, double later = 0) =>
        GuidedCheck.Ask(AccessMap.Resolve(tenant), A.Id("Ada"), A.Role(role), A.TakenAt.AddHours(later));

    /// <summary>The advice, a mark for each line, and every line that is a fault or not known.</summary>
    public static IEnumerable<string> Said(this GuidedCheck check) =>
        [
            check.Advice.Text,
            string.Concat(check.Lines.Select(line => Mark(line.Verdict))),
            .. check
                .Lines.Where(line => line.Verdict is CheckVerdict.Fault or CheckVerdict.NotKnown)
                .Select(line => $"{line.Name}: {line.Text}"),
        ];

    public static TenantSnapshot Registered(
        this TenantSnapshot tenant,
        string name,
        bool registered = true,
        bool capable = true
    ) =>
        tenant with
        {
            RegistrationDetails =
            [
                .. tenant.RegistrationDetails,
                new(A.Id(name), registered, capable, IsAdmin: null, [], UpdatedAt: null),
            ],
        };

    /// <summary>An event about Ada and the role, or about Ada and a group.</summary>
    /// <param name="hours">Before the snapshot.</param>
    public static TenantSnapshot Event(
        this TenantSnapshot tenant,
        string activity,
        double hours,
        string? reason = null,
        string result = "success",
        string by = "Ada",
        string user = "Ada",
        string? group = null
    ) =>
        tenant with
        {
            Events =
            [
                .. tenant.Events,
                new(
                    $"event {tenant.Events.Count()}",
                    A.TakenAt.AddHours(-hours),
                    activity,
                    group is null ? "RoleManagement" : "GroupManagement",
                    result,
                    reason,
                    A.Id(by),
                    by,
                    [
                        group is null
                            ? new(A.Role(Role).ToString("D"), "Role", Role, [])
                            : new(A.Id(group).ToString("D"), "Group", group, []),
                        new(A.Id(user).ToString("D"), "User", user, []),
                    ],
                    []
                ),
            ],
        };

    private static char Mark(CheckVerdict verdict) =>
        verdict switch
        {
            CheckVerdict.Ok => '+',
            CheckVerdict.Fault => 'x',
            CheckVerdict.NotKnown => '?',
            _ => '-',
        };
}
