using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests;

/// <summary>What the rules of a run share.</summary>
public sealed class SharedFactsTests
{
    private const string Crew = "RAG - Glass";
    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Ada")
        .Users("Glass")
        .Emergency("Glass")
        .Groups(Crew);

    [Test]
    public void A_grant_is_exempt_where_it_reaches_emergency_accounts_and_nobody_else() =>
        Assert.That(
            new[]
            {
                IsExempt(Tenant, "Glass"),
                IsExempt(Tenant, "Ada"),
                IsExempt(Tenant.Member(Crew, "Glass"), Crew),
                IsExempt(Tenant.Member(Crew, "Glass").Member(Crew, "Ada"), Crew),
                IsExempt(Tenant, Crew),
                IsExempt(Tenant.Member(Crew, "Glass").Gap(SnapshotParts.GroupMembers, Crew), Crew),
            },
            Is.EqualTo([true, false, true, false, false, false])
        );

    [Test]
    public void A_fact_is_made_when_the_first_rule_asks_and_is_the_same_for_all()
    {
        var made = new List<Fact>();
        var seen = new List<Fact>();
        IEnumerable<Judgement> Ask(RuleContext context)
        {
            seen.Add(context.Fact(_ => Make(made, new Fact())));
            return [];
        }

        Judged.By(new StubRule(StubRule.Usual, Ask), new StubRule(StubRule.Usual with { Id = "PIM102" }, Ask));

        Assert.That((made.Count, seen.Count), Is.EqualTo((1, 2)));
        Assert.That(seen, Is.All.SameAs(made[0]));
    }

    [Test]
    public void A_fact_knows_no_parameters_because_every_rule_has_others() =>
        Assert.That(
            Asked.Of(
                Tenant,
                context => context.Fact(one => one.Parameters.InWords),
                RuleParameter.Number("maxHours", 8, "longest")
            ),
            Is.Empty
        );

    [Test]
    public void What_is_costly_is_made_once_and_let_go_when_the_run_ends()
    {
        var made = new List<Costly>();
        var open = new List<bool>();
        IEnumerable<Judgement> Ask(RuleContext context)
        {
            open.Add(!context.Shared(_ => Make(made, new Costly())).IsLetGo);
            return [];
        }

        Judged.By(new StubRule(StubRule.Usual, Ask), new StubRule(StubRule.Usual with { Id = "PIM102" }, Ask));

        Assert.That(open, Is.EqualTo([true, true]));
        Assert.That(made.Select(one => one.IsLetGo), Is.EqualTo([true]));
    }

    private static bool IsExempt(TenantSnapshot tenant, string principal) =>
        Asked.Of(tenant, context => context.IsExempt(A.Id(principal)));

    private static T Make<T>(List<T> made, T one)
    {
        made.Add(one);
        return one;
    }

    private sealed class Fact;

    private sealed class Costly : IDisposable
    {
        public bool IsLetGo { get; private set; }

        public void Dispose() => IsLetGo = true;
    }
}
