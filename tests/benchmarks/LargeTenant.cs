using System.Globalization;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Benchmarks;

/// <summary>20,000 users, 300 groups (100 role-assignable), 130 roles, 2,000 assignments, of which every other one is eligible.</summary>
/// <remarks>Every group holds a role, has two standing members of its own and one who is eligible.</remarks>
internal static class LargeTenant
{
    public const int Users = 20_000;
    public const int Groups = 300;
    public const int RoleAssignable = 100;
    public const int Roles = 130;
    public const int Assignments = 2_000;

    private const int PeopleWithRoles = 1_000;

    /// <param name="now">The present of the tenant; assignments end after it.</param>
    public static EmulatedTenant Build(DateTimeOffset now)
    {
        var builder = TenantBuilder.Create("Large", now).Users(Enumerable.Range(0, Users).Select(User));
        foreach (var at in Enumerable.Range(0, Groups))
            builder
                .Group(Group(at), roleAssignable: at < RoleAssignable)
                .AddMembers(Group(at), User(3 * at), User(3 * at + 1))
                .GroupEligible(User(3 * at + 2), Group(at));
        foreach (var at in Enumerable.Range(0, Assignments))
            _ =
                at % 2 == 0
                    ? builder.Assign(Holder(at), Role(at), end: now.AddDays(1 + at))
                    : builder.MakeEligible(Holder(at), Role(at), end: now.AddDays(1 + at));
        return builder.Build();
    }

    private static string Holder(int assignment) =>
        assignment < Groups ? Group(assignment) : User(assignment % PeopleWithRoles);

    /// <summary>Spread so that nobody holds the same role twice.</summary>
    private static string Role(int assignment) => AssignableRoles[assignment / 7 % Roles];

    private static IReadOnlyList<string> AssignableRoles { get; } =
    [
        .. BuiltInRoles
            .ByTemplateId.Values.Where(role => role.Assignable)
            .OrderBy(role => role.TemplateId)
            .Select(role => role.DisplayName),
    ];

    private static string User(int at) => string.Create(CultureInfo.InvariantCulture, $"Person {at}");

    private static string Group(int at) => string.Create(CultureInfo.InvariantCulture, $"Group {at}");
}
