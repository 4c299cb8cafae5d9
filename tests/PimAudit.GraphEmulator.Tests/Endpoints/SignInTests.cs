namespace PimAudit.GraphEmulator.Tests.Endpoints;

internal sealed class SignInTests
{
    private static EmulatedTenant Team =>
        A
            .Tenant.Users("Ada", "Ben", "Cleo")
            .SignedIn("Ben", A.Now.AddDays(-1), A.Now.AddDays(-200))
            .SignedIn("Cleo", last: null)
            .Build();

    [Test]
    public async Task Everybody_signed_in_two_days_ago_unless_said_otherwise()
    {
        await using var graph = await GraphClient.StartAsync(Team);
        var rows = (await graph.GetAsync("users?$select=id,signInActivity")).Rows;

        Assert.Multiple(() =>
        {
            Assert.That(
                rows.Take(2)
                    .Select(row =>
                        $"{row["signInActivity"]!["lastSignInDateTime"]} {row["signInActivity"]!["lastSuccessfulSignInDateTime"]}"
                    ),
                Is.EqualTo(["2026-09-29T06:00:00Z 2026-09-29T06:00:00Z", "2026-09-30T06:00:00Z 2026-03-15T06:00:00Z"])
            );
            Assert.That(rows[2].ContainsKey("signInActivity"), Is.False);
        });
    }

    [Test]
    public async Task It_comes_when_it_is_asked_for_only()
    {
        var tenant = Team;
        await using var graph = await GraphClient.StartAsync(tenant);
        var path = $"users/{tenant.IdOf("Ada")}";
        var plain = await graph.GetAsync(path);
        var selected = await graph.GetAsync(path + "?$select=signInActivity");

        Assert.That(
            (plain.Body.ContainsKey("signInActivity"), selected.Body.ContainsKey("signInActivity")),
            Is.EqualTo((false, true))
        );
    }
}
