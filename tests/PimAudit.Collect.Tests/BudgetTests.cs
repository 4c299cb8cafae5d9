using System.Globalization;
using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class BudgetTests
{
    private const int Users = 20_000;
    private const int Groups = 300;
    private const int RoleAssignable = 100;
    private const int Assignments = 2_000;

    [TestCase(100)]
    [TestCase(999)]
    public async Task A_large_tenant_is_read_within_180_calls_whatever_the_rows_of_a_page(int pageSize)
    {
        var collected = await Emulated.CollectAsync(
            Large(),
            new EmulatorOptions { PageSize = pageSize },
            Emulated.Options with
            {
                Scope = new CollectionScope(),
            }
        );

        Assert.Multiple(() =>
        {
            Assert.That(collected.Incomplete, Has.All.Contain("NotAsked"), "what is off without a word");
            Assert.That(collected.Snapshot.RoleAssignments, Has.Length.EqualTo(Assignments));
            Assert.That(collected.Snapshot.Groups, Has.Length.EqualTo(Groups));
            Assert.That(collected.Calls.Count(), Is.LessThanOrEqualTo(180));
            Assert.That(
                collected.Requests.Count(request =>
                    request.PathAndQuery.StartsWith("/v1.0/users", StringComparison.Ordinal)
                    && !request.PathAndQuery.Contains("id in", StringComparison.Ordinal)
                    && !request.PathAndQuery.EndsWith("?$select=id,signInActivity", StringComparison.Ordinal)
                ),
                Is.Zero,
                "nobody lists the users"
            );
        });
    }

    /// <summary>Every group holds a role, and so do many people; each group has its own members.</summary>
    private static EmulatedTenant Large()
    {
        var builder = TenantBuilder.Create("Large", Small.Now);
        var roles = BuiltInRoles
            .ByTemplateId.Values.Where(role => role.Assignable)
            .OrderBy(role => role.TemplateId)
            .ToList();
        builder.Users(Enumerable.Range(0, Users).Select(User));
        foreach (var at in Enumerable.Range(0, Groups))
            builder
                .Group(Group(at), roleAssignable: at < RoleAssignable)
                .AddMembers(Group(at), User(3 * at), User(3 * at + 1))
                .GroupEligible(User(3 * at + 2), Group(at));
        foreach (var at in Enumerable.Range(0, Assignments))
            builder.Assign(
                at < Groups ? Group(at) : User(at % 1000),
                roles[(at / 7) % 130].DisplayName,
                end: Small.Now.AddDays(1 + at)
            );
        return builder.Build();
    }

    private static string User(int at) => string.Create(CultureInfo.InvariantCulture, $"Person {at}");

    private static string Group(int at) => string.Create(CultureInfo.InvariantCulture, $"Group {at}");
}
