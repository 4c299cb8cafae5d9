using System.Text.Json.Nodes;
using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class PrincipalTests
{
    [Test]
    public async Task Reads_only_people_whom_a_path_touches()
    {
        var tenant = Small.Builder().Users("Uninvolved One", "Uninvolved Two").Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.That(
            collected.Snapshot.Users.Select(user => user.DisplayName),
            Is.EquivalentTo(["Ana Silva", "Ben Okoye", "Carla Rossi", "Emergency One"])
        );
    }

    [Test]
    public async Task Reads_each_kind_with_what_the_rules_need()
    {
        var collected = await Small.CollectAsync();

        var tenant = Small.Tenant;
        var user = collected.Snapshot.Users.Single(one => one.Id == tenant.IdOf("Ana Silva"));
        var group = collected.Snapshot.Groups.Single(one => one.Id == Small.Tenant.IdOf(Small.Operators));
        Assert.Multiple(() =>
        {
            Assert.That(
                (user.UserPrincipalName, user.IsEnabled, user.IsGuest, user.IsSynchronised),
                Is.EqualTo(("ana.silva@contoso.example", (bool?)true, (bool?)false, (bool?)false))
            );
            Assert.That(user.Plans?.Length, Is.EqualTo(1));
            Assert.That(
                (group.IsRoleAssignable, group.IsSecurityEnabled, group.IsDynamic, group.HasHiddenMembership),
                Is.EqualTo(((bool?)true, (bool?)true, (bool?)false, (bool?)false))
            );
            Assert.That(
                collected.Snapshot.ServicePrincipals.Select(one => (one.DisplayName, one.Type)),
                Is.EqualTo([("Backup", "Application")])
            );
        });
    }

    [Test]
    public async Task Tells_deleted_principals_from_foreign_ones()
    {
        var tenant = Small
            .Builder()
            .Foreign("Partner")
            .Assign("Partner", "Security Reader")
            .User("Purged")
            .MakeEligible("Purged", "Security Reader")
            .Build();
        var purged = tenant.IdOf("Purged");
        tenant = new TenantBuilder(tenant).Purge("Purged").Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.Multiple(() =>
        {
            Assert.That(
                collected.Snapshot.DeletedObjects.Select(one => (one.Kind, one.DisplayName, one.DeletedAt)),
                Is.EqualTo([(ObjectKind.User, "Left Already", Small.Now.AddDays(-7))])
            );
            Assert.That(
                collected.Snapshot.UnresolvedObjects.Select(one => one.Id),
                Is.EquivalentTo([tenant.IdOf("Partner"), purged])
            );
            Assert.That(collected.Incomplete, Is.Empty);
        });
    }

    [TestCase(FaultKind.Refused)]
    [TestCase(FaultKind.ServerError)]
    public async Task Finds_kinds_without_getByIds(FaultKind fault)
    {
        var whole = await Small.CollectAsync();
        var collected = await Small.CollectAsync(new EmulatorFault("/getByIds", fault));

        Assert.Multiple(() =>
        {
            Assert.That(collected.Incomplete, Is.Empty);
            Assert.That(
                collected.Snapshot.Users.Select(user => user.Id),
                Is.EqualTo(whole.Snapshot.Users.Select(user => user.Id))
            );
            Assert.That(collected.Snapshot.DeletedObjects, Is.EqualTo(whole.Snapshot.DeletedObjects));
            Assert.That(collected.Snapshot.Collection.Notes, Is.Empty, "nothing is missing");
        });
    }

    [Test]
    public async Task An_id_that_one_list_could_not_be_asked_for_is_a_gap_and_not_absent()
    {
        var collected = await Small.CollectAsync(
            new EmulatorFault("/getByIds", FaultKind.Refused),
            new EmulatorFault("/servicePrincipals", FaultKind.Refused)
        );

        var backup = Small.Tenant.IdOf("Backup");
        Assert.Multiple(() =>
        {
            Assert.That(
                collected.Snapshot.Collection.GapOf(SnapshotParts.Principals, backup)?.Reason,
                Is.EqualTo(MissingReason.Permission)
            );
            Assert.That(collected.Snapshot.DeletedObjects, Is.Empty);
            Assert.That(collected.Snapshot.UnresolvedObjects, Is.Empty);
            Assert.That(collected.Snapshot.Collection.Notes, Has.One.Contains("getByIds"));
        });
    }

    /// <summary>The list of users has him, whatever his type is called.</summary>
    [Test]
    public async Task Somebody_of_a_new_type_is_what_the_list_is_that_has_him()
    {
        var ana = Small.Tenant.IdOf("Ana Silva").ToString();
        using var network = new Rewritten(body => Retype(body, ana));

        var plain = await Small.CollectAsync();
        var collected = await Emulated.CollectAsync(Small.Tenant, new(), Small.Options, transport: network);

        Assert.Multiple(() =>
        {
            Assert.That(collected.Incomplete, Is.Empty);
            Assert.That(collected.Snapshot.Users, Is.EqualTo(plain.Snapshot.Users).Using<User>((a, b) => a.Id == b.Id));
            Assert.That(collected.Snapshot.Memberships, Is.EqualTo(plain.Snapshot.Memberships));
            Assert.That(collected.Snapshot.UnresolvedObjects, Is.EqualTo(plain.Snapshot.UnresolvedObjects));
        });
    }

    [Test]
    public async Task Somebody_of_a_new_type_whom_no_list_has_is_a_gap_and_not_absent()
    {
        var ana = Small.Tenant.IdOf("Ana Silva");
        using var network = new Rewritten(body =>
        {
            Retype(body, ana.ToString());
            if (
                body["value"] is JsonArray rows
                && body["@odata.context"]?.ToString().EndsWith("#users", StringComparison.Ordinal) is true
            )
                foreach (var row in rows.Where(row => row!["id"]!.ToString() == ana.ToString()).ToList())
                    rows.Remove(row);
        });

        var collected = await Emulated.CollectAsync(Small.Tenant, new(), Small.Options, transport: network);

        Assert.Multiple(() =>
        {
            Assert.That(
                collected.Snapshot.Collection.GapOf(SnapshotParts.Principals, ana)?.Reason,
                Is.EqualTo(MissingReason.Malformed)
            );
            Assert.That(collected.Snapshot.UnresolvedObjects, Is.Empty);
        });
    }

    private static void Retype(JsonObject body, string id)
    {
        if (body.ContainsKey("@odata.type") && body["id"]?.ToString() == id)
            body["@odata.type"] = "#microsoft.graph.somebodyNew";
    }

    /// <summary>As from a gateway on the way: the status alone is not the directory's answer.</summary>
    [TestCase("/users/nobody", "EmergencyAccounts: Failed Malformed")]
    [TestCase("/deletedItems/", "DeletedItems: Failed Malformed")]
    public async Task Not_found_without_graphs_word_for_it_is_no_answer(string path, string incomplete)
    {
        var tenant = Small.Builder().Foreign("Partner").MakeEligible("Partner", "Security Reader").Build();
        var collected = await Emulated.CollectAsync(
            tenant,
            new EmulatorOptions { Faults = [new EmulatorFault(path, FaultKind.Truncated)] },
            Emulated.Options with
            {
                EmergencyAccounts = ["nobody@contoso.example"],
            }
        );

        Assert.That(collected.Incomplete, Is.EqualTo([incomplete]));
    }

    [Test]
    public async Task Emergency_accounts_are_found_by_name_and_id_or_not_at_all()
    {
        var id = Small.Tenant.IdOf("Ana Silva").ToString();
        var collected = await Emulated.CollectAsync(
            Small.Tenant,
            new EmulatorOptions(),
            Emulated.Options with
            {
                EmergencyAccounts = [Small.EmergencyName, id, "nobody#EXT#@contoso.example", Small.EmergencyName],
            }
        );

        Assert.Multiple(() =>
        {
            Assert.That(
                collected.Snapshot.EmergencyAccounts,
                Is.EquivalentTo([
                    new EmergencyAccountEntry(Small.EmergencyName, Small.Tenant.IdOf(Small.Emergency)),
                    new EmergencyAccountEntry(id, Small.Tenant.IdOf("Ana Silva")),
                    new EmergencyAccountEntry("nobody#EXT#@contoso.example", ObjectId: null),
                ])
            );
            Assert.That(collected.Incomplete, Is.Empty);
        });
    }

    [Test]
    public async Task A_blank_emergency_account_is_a_gap_and_asks_nothing()
    {
        var collected = await Emulated.CollectAsync(
            Small.Tenant,
            new EmulatorOptions(),
            Emulated.Options with
            {
                EmergencyAccounts = [" "],
            }
        );

        Assert.That(collected.Incomplete, Is.EqualTo(["EmergencyAccounts: Failed Configuration"]));
    }

    [Test]
    public async Task Groups_are_read_of_emergency_accounts_and_of_people_behind_a_context()
    {
        var strong = PolicySettings.Good with { Context = "c1" };
        var tenant = Small
            .Builder()
            .RoleSettings("Security Reader", strong)
            .GroupSettings(Small.Operators, GroupSide.Member, strong)
            .AddMember("Ben Okoye", "Everybody")
            .Build();

        var collected = await Small.CollectAsync(tenant);

        var groups = collected.Snapshot.GroupsOfUsers.ToDictionary(row => row.UserId, row => row.GroupIds);
        Assert.Multiple(() =>
        {
            Assert.That(
                groups.Keys,
                Is.EquivalentTo([tenant.IdOf("Ana Silva"), tenant.IdOf("Ben Okoye"), tenant.IdOf(Small.Emergency)])
            );
            Assert.That(groups[tenant.IdOf("Ben Okoye")], Is.EqualTo([tenant.IdOf("Everybody")]));
            Assert.That(
                groups[tenant.IdOf("Ana Silva")],
                Is.EquivalentTo([tenant.IdOf(Small.Operators), tenant.IdOf("Everybody")])
            );
        });
    }
}
