namespace PimAudit.GraphEmulator.Tests.Endpoints;

internal sealed class RegistrationTests
{
    private const string Path = "reports/authenticationMethods/userRegistrationDetails";

    private static TenantBuilder People =>
        A
            .Tenant.Users("Ada", "Ben", "Cleo", "Dan")
            .User("Eve", guest: true)
            .Registers("Ben", "email", "password")
            .Unregistered("Cleo")
            .Disable("Dan")
            .Group("RAG - Teams", roleAssignable: true)
            .AddMember("Ben", "RAG - Teams")
            .Assign("RAG - Teams", "Teams Administrator");

    [Test]
    public async Task Enabled_users_have_a_row_unless_said_otherwise()
    {
        await using var graph = await GraphClient.StartAsync(People.Build());
        var rows = (await graph.GetAsync(Path)).Rows;

        Assert.That(
            rows.Select(row =>
                $"{row["userDisplayName"]} {row["isMfaRegistered"]} {row["isMfaCapable"]} {row["methodsRegistered"]![0]}"
            ),
            Is.EqualTo([
                "Ada true true microsoftAuthenticatorPush",
                "Ben false false email",
                "Eve true true microsoftAuthenticatorPush",
            ])
        );
    }

    [TestCase("isAdmin eq true", "Ben")]
    [TestCase("isAdmin eq false", "Ada Eve")]
    [TestCase("isMfaRegistered eq false", "Ben")]
    [TestCase("userType eq 'guest'", "Eve")]
    [TestCase("userPrincipalName eq 'ada@contoso.example'", "Ada")]
    public async Task The_report_is_filtered(string filter, string names)
    {
        await using var graph = await GraphClient.StartAsync(People.Build());

        Assert.That(
            string.Join(' ', (await graph.GetAsync($"{Path}?$filter={filter}")).Column("userDisplayName")),
            Is.EqualTo(names)
        );
    }

    [TestCase("$top=5")]
    [TestCase("$select=id")]
    [TestCase("$count=true")]
    [TestCase("$filter=isAdmin eq 'true'")]
    [TestCase("$filter=isAdmin ne true")]
    [TestCase("$filter=lastUpdatedDateTime ge 2026-09-30T06:00:00Z")]
    public async Task Other_options_are_refused(string query)
    {
        await using var graph = await GraphClient.StartAsync(People.Build());

        Assert.That((await graph.GetAsync($"{Path}?{query}")).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task A_million_others_are_rows_and_counted_but_not_listed()
    {
        var tenant = A.Tenant.Users("Ada").Assign("Ada", "Teams Administrator").OtherUsers(1_500_000).Build();
        await using var graph = await GraphClient.StartAsync(tenant, new EmulatorOptions { PageSize = 3 });
        var first = await graph.GetAsync(Path);
        var other = first.Column("id")[2];
        var users = await graph.GetAsync("users?$count=true", eventual: true);
        var guests = await graph.GetAsync("users?$count=true&$filter=userType eq 'Guest'", eventual: true);

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(first.Column("userDisplayName"), Is.EqualTo(["Ada", "Person 0000000", "Person 0000001"]));
            Assert.That(
                (await graph.GetAsync($"{Path}?$filter=id eq '{other}'")).Column("userDisplayName"),
                Is.EqualTo(["Person 0000001"])
            );
            Assert.That(
                (await graph.GetAsync($"{Path}?$filter=id eq '{other}' or id eq '{tenant.IdOf("Ada")}'")).Column(
                    "userDisplayName"
                ),
                Is.EqualTo(["Person 0000001", "Ada"])
            );
            Assert.That(
                (await graph.GetAsync($"{Path}?$filter=isAdmin eq true")).Column("userDisplayName"),
                Is.EqualTo(["Ada"])
            );
            Assert.That(
                (users.Text("@odata.count"), users.Rows.Count, guests.Text("@odata.count")),
                Is.EqualTo(("1500001", 1, "0"))
            );
        });
    }
}
