using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests;

/// <summary>What becomes of the configured entries.</summary>
public sealed class EmergencyAccountsTests
{
    private const string Name = "ada@contoso.example";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ben", "Ada");
    private static readonly string Id = A.Id("Ada").ToString("D");

    [Test]
    public void An_entry_that_the_collection_looked_up_is_what_it_found()
    {
        var accounts = EmergencyAccounts.Resolve(
            ["glass@contoso.example", "gone@contoso.example"],
            Tenant with
            {
                EmergencyAccounts = [new("GLASS@contoso.example", A.Id("Glass")), new("gone@contoso.example", null)],
            }
        );

        Assert.That(
            accounts.All.Select(one => (one.Entry, one.State, one.Id)),
            Is.EqualTo([
                ("glass@contoso.example", EntryState.Resolved, (Guid?)A.Id("Glass")),
                ("gone@contoso.example", EntryState.NotFound, null),
            ])
        );
        Assert.That((accounts.Resolved, accounts.Contains(A.Id("Ada"))), Is.EqualTo((new[] { A.Id("Glass") }, false)));
    }

    [Test]
    public void An_entry_that_nobody_looked_up_is_found_among_the_people_of_the_snapshot() =>
        Assert.That(
            EmergencyAccounts.Resolve([Id, Name.ToUpperInvariant()], Tenant).All.Select(one => (one.State, one.Id)),
            Is.EqualTo([(EntryState.Resolved, (Guid?)A.Id("Ada")), (EntryState.Resolved, (Guid?)A.Id("Ada"))])
        );

    [Test]
    public void An_entry_that_nobody_knows_was_not_read_and_exempts_nobody()
    {
        var accounts = EmergencyAccounts.Resolve([A.Id("Zoe").ToString("D"), "zoe@contoso.example"], Tenant);

        Assert.That(
            accounts.All.Select(one => (one.State, one.Id, one.Gap?.Reason)),
            Is.EqualTo([
                (EntryState.NotRead, (Guid?)null, (MissingReason?)MissingReason.NotCollected),
                (EntryState.NotRead, null, MissingReason.NotCollected),
            ])
        );
        Assert.That(accounts.Resolved, Is.Empty);
    }

    [Test]
    public void A_look_up_that_failed_tells_why()
    {
        var account = EmergencyAccounts
            .Resolve(["zoe@contoso.example"], Tenant.Refuse(SnapshotParts.EmergencyAccounts))
            .All.Single();

        Assert.That(
            (account.State, account.Gap),
            Is.EqualTo(
                (
                    EntryState.NotRead,
                    new Gap(SnapshotParts.EmergencyAccounts, MissingReason.Permission, "Graph answered 403.")
                )
            )
        );
    }

    [Test]
    public void An_entry_written_twice_is_one_and_a_name_is_told_from_an_id() =>
        Assert.That(
            EmergencyAccounts
                .Resolve([Name, Name.ToUpperInvariant(), Id], Tenant)
                .All.Select(one => (one.Entry, one.IsByName)),
            Is.EqualTo([(Name, true), (Id, false)])
        );
}
