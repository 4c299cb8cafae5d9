using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class RegistrationTests
{
    private const string Report = "/userRegistrationDetails";

    [Test]
    public async Task Keeps_the_rows_of_people_on_a_path()
    {
        var tenant = Small
            .Builder()
            .Registers("Ana Silva", "mobilePhone", "fido2SecurityKey")
            .Registers("Ben Okoye")
            .User("Uninvolved")
            .Build();

        var collected = await Small.CollectAsync(tenant);

        var rows = collected.Snapshot.RegistrationDetails.ToDictionary(row => row.UserId);
        Assert.Multiple(() =>
        {
            Assert.That(rows.Keys, Is.EquivalentTo(collected.Snapshot.Users.Select(user => user.Id)));
            Assert.That(
                rows[tenant.IdOf("Ana Silva")].Methods,
                Is.EqualTo(["fido2SecurityKey", "mobilePhone"]),
                "ordinal"
            );
            Assert.That(
                (rows[tenant.IdOf("Ben Okoye")].IsMfaRegistered, rows[tenant.IdOf("Ana Silva")].IsMfaRegistered),
                Is.EqualTo((false, true))
            );
            Assert.That(collected.Incomplete, Is.Empty);
        });
    }

    [Test]
    public async Task Who_is_not_in_the_report_has_no_row_and_no_gap()
    {
        var tenant = Small.Builder().Unregistered("Ana Silva").Disable("Ben Okoye").Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.Multiple(() =>
        {
            Assert.That(
                collected.Snapshot.RegistrationDetails.Select(row => row.UserId),
                Is.EquivalentTo([tenant.IdOf("Carla Rossi"), tenant.IdOf(Small.Emergency)])
            );
            Assert.That(collected.Incomplete, Is.Empty);
        });
    }

    /// <summary>Five rows a page, and the five people stand on the first of 21: what follows is nobody's concern.</summary>
    [Test]
    public async Task Stops_once_everybody_who_is_enabled_has_a_row()
    {
        var all = await PagesAsync(Listed().Disable("Person 4"));
        var missing = await PagesAsync(Listed().Unregistered("Person 4"));

        Assert.That((all, missing), Is.EqualTo((1, 21)));
    }

    /// <summary>Who is not known to be disabled may still come.</summary>
    [Test]
    public async Task Does_not_stop_while_nobody_knows_who_is_enabled()
    {
        var pages = await PagesAsync(
            Listed().Disable("Person 4"),
            new EmulatorFault("/users.*id in", FaultKind.Refused)
        );

        Assert.That(pages, Is.EqualTo(21));
    }

    [Test]
    public async Task Is_asked_for_alone_without_filter_or_page_size()
    {
        var collected = await Emulated.CollectAsync(Listed().Build(), new EmulatorOptions { PageSize = 5 });

        Assert.That(
            collected
                .Requests.Where(request => request.PathAndQuery.Contains(Report, StringComparison.Ordinal))
                .Select(request => (request.IsInner, request.PathAndQuery)),
            Is.EqualTo([(false, "/v1.0/reports/authenticationMethods/userRegistrationDetails")])
        );
    }

    /// <summary>Half a report is none: who is on the page that failed would seem to have registered nothing.</summary>
    [Test]
    public async Task A_report_that_breaks_off_is_missing()
    {
        var collected = await Emulated.CollectAsync(
            Listed().Unregistered("Person 4").Build(),
            new EmulatorOptions
            {
                PageSize = 5,
                Faults = [new EmulatorFault(Report + ".*skiptoken", FaultKind.ServerError)],
            }
        );

        Assert.That(collected[SnapshotParts.RegistrationDetails].Reason, Is.EqualTo(MissingReason.Transport));
        Assert.That(collected.Snapshot.RegistrationDetails, Is.Empty);
    }

    [Test]
    public async Task A_tenant_without_anybody_on_a_path_is_not_asked()
    {
        var tenant = TenantBuilder.Create("Contoso", Small.Now).User("Uninvolved").Build();

        var collected = await Emulated.CollectAsync(tenant);

        var record = collected[SnapshotParts.RegistrationDetails];
        Assert.That((record.Status, record.Requests), Is.EqualTo((PartStatus.Complete, 0)));
    }

    /// <summary>Five people with a role, and a hundred others after them in the report.</summary>
    private static TenantBuilder Listed()
    {
        var builder = TenantBuilder.Create("Contoso", Small.Now);
        foreach (var at in Enumerable.Range(0, 5))
            builder.User($"Person {at}").Assign($"Person {at}", "Security Reader");
        return builder.OtherUsers(100);
    }

    private static async Task<int> PagesAsync(TenantBuilder tenant, params EmulatorFault[] faults)
    {
        var collected = await Emulated.CollectAsync(
            tenant.Build(),
            new EmulatorOptions { PageSize = 5, Faults = faults }
        );
        return collected[SnapshotParts.RegistrationDetails].Pages;
    }
}
