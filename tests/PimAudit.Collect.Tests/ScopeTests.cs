using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

/// <summary>What is asked for only where the configuration wants it.</summary>
public sealed class ScopeTests
{
    private const SnapshotParts Groups =
        SnapshotParts.GroupAssignmentSchedules | SnapshotParts.GroupEligibilitySchedules;
    private const SnapshotParts Beta =
        SnapshotParts.PrivilegedRoles | SnapshotParts.PimGroups | SnapshotParts.PimAlerts;

    private static IEnumerable<TestCaseData> Switches =>
        [
            Off("beta", Beta, scope => scope with { Beta = false }),
            Off("groupSchedules", Groups, scope => scope with { GroupSchedules = false }),
            Off("signIn", SnapshotParts.SignInActivity, scope => scope with { SignIn = false }),
            Off("registration", SnapshotParts.RegistrationDetails, scope => scope with { Registration = false }),
            Off("audit", SnapshotParts.AuditEvents, scope => scope with { Audit = null }),
        ];

    [TestCaseSource(nameof(Switches))]
    public async Task What_is_switched_off_is_not_asked_and_says_so(
        string key,
        SnapshotParts off,
        Func<CollectionScope, CollectionScope> change
    )
    {
        var collected = await CollectAsync(change(Small.Options.Scope));

        var records = collected.Snapshot.Collection.Parts.Where(part => off.HasFlag(part.Part)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(
                collected.Incomplete,
                Is.EqualTo(records.Select(record => $"{record.Part}: NotAsked SwitchedOff"))
            );
            Assert.That(
                records.Select(record => record.Detail).Distinct(),
                Is.EqualTo([$"Switched off by 'collect: {key}'."])
            );
            Assert.That(records.Sum(record => record.Requests + record.Rows + record.Gaps.Length), Is.Zero);
        });
    }

    [Test]
    public async Task Without_a_word_of_the_configuration_beta_and_schedules_of_groups_are_off()
    {
        var collected = await CollectAsync(new CollectionScope());

        Assert.That(
            collected.Incomplete,
            Is.EqualTo([
                "GroupAssignmentSchedules: NotAsked SwitchedOff",
                "GroupEligibilitySchedules: NotAsked SwitchedOff",
                "PrivilegedRoles: NotAsked SwitchedOff",
                "PimGroups: NotAsked SwitchedOff",
                "PimAlerts: NotAsked SwitchedOff",
            ])
        );
    }

    [Test]
    public void Every_switch_of_the_catalogue_switches_its_parts() =>
        Assert.That(
            PartCatalogue.All.Where(needs => needs.Switch is not null).Select(needs => (needs.Switch, needs.Part)),
            Is.EquivalentTo(
                Switches.SelectMany(one =>
                    Enum.GetValues<SnapshotParts>()
                        .Where(part =>
                            part is not SnapshotParts.None && ((SnapshotParts)one.Arguments[1]!).HasFlag(part)
                        )
                        .Select(part => ((string?)one.Arguments[0], part))
                )
            )
        );

    [TestCase(null)]
    [TestCase("")]
    public async Task Without_a_prefix_nobody_looks_for_groups_by_name(string? prefix)
    {
        var collected = await Emulated.CollectAsync(
            Small.Tenant,
            new EmulatorOptions(),
            Small.Options with
            {
                GroupNamePrefix = prefix,
            }
        );

        Assert.That(collected.Incomplete, Is.EqualTo(["NamedGroups: NotAsked Configuration"]));
        Assert.That(collected.Snapshot.NamedGroupsPrefix, Is.Null);
    }

    [Test]
    public async Task Groups_are_found_by_name_and_lead_nowhere()
    {
        var tenant = Small
            .Builder()
            .User("Dora Lind")
            .Group("RAG's own - Plain")
            .AddMember("Dora Lind", "RAG's own - Plain")
            .Group("RAG's own - Second", roleAssignable: true)
            .Build();

        var collected = await Emulated.CollectAsync(
            tenant,
            new EmulatorOptions(),
            Small.Options with
            {
                GroupNamePrefix = "RAG's own",
            }
        );

        Assert.Multiple(() =>
        {
            Assert.That(collected.Snapshot.NamedGroupsPrefix, Is.EqualTo("RAG's own"));
            Assert.That(
                collected.Snapshot.NamedGroups.Select(group => (group.DisplayName, group.IsRoleAssignable)),
                Is.EquivalentTo(new (string?, bool?)[] { ("RAG's own - Plain", false), ("RAG's own - Second", true) })
            );
            Assert.That(
                collected.Snapshot.Groups.Select(group => group.DisplayName),
                Is.EquivalentTo([Small.Operators, "Everybody", "RAG's own - Second"])
            );
            Assert.That(collected.Snapshot.Users.Select(user => user.DisplayName), Has.None.EqualTo("Dora Lind"));
            Assert.That(collected.Incomplete, Is.Empty);
        });
    }

    private static TestCaseData Off(string key, SnapshotParts parts, Func<CollectionScope, CollectionScope> change) =>
        new TestCaseData(key, parts, change).SetArgDisplayNames(key);

    private static Task<Collected> CollectAsync(CollectionScope scope) =>
        Emulated.CollectAsync(Small.Tenant, new EmulatorOptions(), Small.Options with { Scope = scope });
}
