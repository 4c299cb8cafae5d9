namespace PimAudit.GraphEmulator.Tests.Endpoints;

internal sealed class ApplicationTests
{
    private static TenantBuilder Robots =>
        A
            .Tenant.Users("Ada", "Ben")
            .ServicePrincipal("Robot")
            .ServicePrincipal("Other")
            .Application("Robot")
            .AddPasswordCredential("Robot", A.Now.AddDays(10))
            .AddKeyCredential("Robot", A.Now.AddDays(20))
            .AddPasswordCredential("Robot", A.Now.AddDays(30), onApplication: false)
            .AddApplicationOwner("Ada", "Robot")
            .AddOwner("Ben", "Robot");

    [Test]
    public async Task An_application_is_found_by_the_id_that_it_shares()
    {
        var tenant = Robots.Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        var principal = await graph.GetAsync($"servicePrincipals/{tenant.IdOf("Robot")}");
        var reply = await graph.GetAsync(
            $"applications?$filter=appId eq '{principal.Text("appId")}'&$select=id,appId,passwordCredentials,keyCredentials"
        );
        var row = reply.Rows.Single();

        Assert.Multiple(() =>
        {
            Assert.That(row["id"]!.ToString(), Is.EqualTo($"{tenant.ApplicationIdOf("Robot")}"));
            Assert.That(
                (
                    row["passwordCredentials"]![0]!["endDateTime"]!.ToString(),
                    row["keyCredentials"]![0]!["endDateTime"]!.ToString(),
                    principal.Body["passwordCredentials"]![0]!["endDateTime"]!.ToString()
                ),
                Is.EqualTo(("2026-10-11T06:00:00Z", "2026-10-21T06:00:00Z", "2026-10-31T06:00:00Z"))
            );
        });
    }

    [Test]
    public async Task Both_sides_have_owners_of_their_own()
    {
        var tenant = Robots.Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        var application = await graph.GetAsync($"applications/{tenant.ApplicationIdOf("Robot")}/owners");
        var principal = await graph.GetAsync($"servicePrincipals/{tenant.IdOf("Robot")}/owners?$select=id,displayName");
        var none = await graph.GetAsync($"servicePrincipals/{tenant.IdOf("Other")}/owners");
        var wrong = await graph.GetAsync($"applications/{tenant.IdOf("Robot")}/owners");

        Assert.That(
            (
                application.Column("displayName").Single(),
                principal.Column("displayName").Single(),
                none.Rows.Count,
                wrong.Status
            ),
            Is.EqualTo(("Ada", "Ben", 0, 404))
        );
    }

    [Test]
    public void Credentials_need_an_application_to_hold_them() =>
        Assert.Multiple(() =>
        {
            Assert.That(() => Robots.AddKeyCredential("Other", A.Now), Throws.ArgumentException);
            Assert.That(() => Robots.Application("Ada"), Throws.ArgumentException);
            Assert.That(() => Robots.Build().ApplicationIdOf("Other"), Throws.ArgumentException);
        });
}
