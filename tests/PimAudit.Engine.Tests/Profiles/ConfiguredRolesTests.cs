using System.Collections.Immutable;
using NUnit.Framework;

namespace PimAudit.Engine.Tests;

/// <summary>What the configuration says about judging decides, and is part of its hash.</summary>
public sealed class ConfiguredRolesTests
{
    private static readonly Guid One = new("11111111-0000-4000-8000-000000000001");
    private static readonly Guid Two = new("22222222-0000-4000-8000-000000000002");
    private static readonly Profile Profile = Judged.Profile with { Roles = new([One], [One], [One]) };

    [Test]
    public void Each_list_of_roles_replaces_that_of_the_profile_and_leaves_the_others() =>
        Assert.That(
            new[]
            {
                Tiers(AuditConfiguration.Empty),
                Tiers(AuditConfiguration.Empty with { HighlyPrivilegedRoles = [Two] }),
                Tiers(AuditConfiguration.Empty with { AlsoPrivileged = [Two] }),
                Tiers(AuditConfiguration.Empty with { ServiceRoles = [Two] }),
                Tiers(AuditConfiguration.Empty with { ServiceRoles = [] }),
            },
            Is.EqualTo(["1 1 1", "2 1 1", "1 2 1", "1 1 2", "1 1 "])
        );

    [Test]
    public void The_hash_changes_with_everything_that_can_change_a_verdict()
    {
        StubRule[] none = [];
        var own = new StubRule(StubRule.Usual with { Definition = new string('a', 64) }, _ => []);
        string[] hashes =
        [
            ContentHash.Of(AuditConfiguration.Empty, none),
            ContentHash.Of(AuditConfiguration.Empty with { HighlyPrivilegedRoles = [] }, none),
            ContentHash.Of(AuditConfiguration.Empty with { HighlyPrivilegedRoles = [One] }, none),
            ContentHash.Of(AuditConfiguration.Empty with { AlsoPrivileged = [One] }, none),
            ContentHash.Of(AuditConfiguration.Empty with { ServiceRoles = [One] }, none),
            ContentHash.Of(AuditConfiguration.Empty with { EmergencyAccounts = ["ada@contoso.example"] }, none),
            ContentHash.Of(AuditConfiguration.Empty with { Owners = Configured.NoOwners.Add("PIM101", "Team") }, none),
            ContentHash.Of(Configured.With("PIM101", enabled: false), none),
            ContentHash.Of(AuditConfiguration.Empty, [own]),
            ContentHash.Of(
                AuditConfiguration.Empty,
                [new StubRule(own.Info with { Definition = new string('b', 64) }, _ => [])]
            ),
        ];

        Assert.That(hashes, Is.Unique);
    }

    [Test]
    public void The_hash_knows_neither_the_case_of_an_account_nor_rules_that_ship_nor_their_order()
    {
        var own = new StubRule(StubRule.Usual with { Definition = new string('a', 64) }, _ => []);
        var other = new StubRule(own.Info with { Id = "PIM102" }, _ => []);
        var ships = new StubRule(StubRule.Usual with { Id = "PIM103" }, _ => []);

        Assert.That(
            ContentHash.Of(
                AuditConfiguration.Empty with
                {
                    EmergencyAccounts = ["Ada@Contoso.example"],
                },
                [other, ships, own]
            ),
            Is.EqualTo(
                ContentHash.Of(
                    AuditConfiguration.Empty with
                    {
                        EmergencyAccounts = ["ada@contoso.example"],
                    },
                    [own, other]
                )
            )
        );
    }

    [TestCase("enable", "enabled")]
    [TestCase("sevrity", "severity")]
    [TestCase("maxHour", "maxHours")]
    public void What_every_rule_has_is_meant_too_where_a_parameter_is_misspelt(string written, string nearest)
    {
        var rule = new StubRule(
            StubRule.Usual with
            {
                Parameters = [RuleParameter.Number("maxHours", 8, "longest")],
            },
            _ => []
        );

        Assert.That(
            AuditPlan
                .Make([rule], Judged.Profile, Configured.With("PIM101", parameters: (written, ["1"])))
                .Problems.Select(problem => problem.Nearest),
            Is.EqualTo([nearest])
        );
    }

    [TestCase("cat", "bat car", "bat")]
    [TestCase("cat", "cart bat", "bat")]
    [TestCase("cats", "cut cat", "cat")]
    [TestCase("abcdef", "abcd", "abcd")]
    [TestCase("abcdef", "abc", null)]
    [TestCase("abc", "abcde", null)]
    [TestCase("abcd", "abcdef", "abcdef")]
    [TestCase("a", "b", "b")]
    [TestCase("abcx", "abcy abcxyz", "abcy")]
    public void The_nearest_word_is_that_of_the_fewest_edits_within_a_third_of_the_longer(
        string written,
        string words,
        string? nearest
    ) => Assert.That(Nearest.Of(written, words.Split(' ')), Is.EqualTo(nearest));

    private static string Tiers(AuditConfiguration configuration)
    {
        var roles = AuditPlan.Make([], Profile, configuration).Plan.Roles;
        return string.Join(' ', new[] { roles.HighlyPrivileged, roles.AlsoPrivileged, roles.Service }.Select(Digits));
    }

    private static string Digits(ImmutableSortedSet<Guid> ids) => string.Concat(ids.Select(id => id.ToString("D")[0]));
}
