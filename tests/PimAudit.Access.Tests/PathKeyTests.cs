using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests;

public sealed class PathKeyTests
{
    private const string Role = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Ada", "Ben")
        .Groups("Mail")
        .EligibleMember("Mail", "Ada")
        .Assigned("Mail", Role);

    [Test]
    public void Is_the_same_in_every_version() =>
        Assert.That(Key(Tenant), Is.EqualTo("730f77caeb3d7d95ed9a6a530bc95b8b"));

    [Test]
    public void Survives_new_names() =>
        Assert.That(
            Key(
                Tenant with
                {
                    Users =
                    [
                        A.User("Ada") with
                        {
                            DisplayName = "Ada Novak",
                            UserPrincipalName = "novak@contoso.example",
                        },
                    ],
                    Groups = [A.Group("Mail") with { DisplayName = null }],
                    Roles = [],
                }
            ),
            Is.EqualTo(Key(Tenant))
        );

    [Test]
    public void Survives_new_dates_and_new_row_ids() =>
        Assert.That(
            Key(
                Tenant with
                {
                    TakenAt = Tenant.TakenAt.AddDays(1),
                    GroupEligibilities =
                    [
                        Tenant.GroupEligibilities[0] with
                        {
                            Id = "another",
                            StartsAt = null,
                            EndsAt = A.TakenAt.AddDays(9),
                        },
                    ],
                }
            ),
            Is.EqualTo(Key(Tenant))
        );

    [Test]
    public void Survives_new_gates() =>
        Assert.That(
            Key(Tenant.GroupSettings("Mail", GroupAccess.Member, settings => settings with { Mfa = false })),
            Is.EqualTo(Key(Tenant))
        );

    [Test]
    public void Differs_by_principal_role_scope_relation_and_state()
    {
        var people = A.Tenant.Users("Ada", "Ben").Groups("Mail", "Post");
        var held = people.Assigned("Mail", Role);
        TenantSnapshot[] tenants =
        [
            held.EligibleMember("Mail", "Ada"),
            held.EligibleMember("Mail", "Ben"),
            held.Member("Mail", "Ada"),
            held.ActivatedMember("Mail", "Ada"),
            held.EligibleOwner("Mail", "Ada"),
            held.EligibleMember("Mail", "Post").Member("Post", "Ada"),
            people.Assigned("Post", Role).EligibleMember("Post", "Ada"),
            people.Assigned("Mail", "SharePoint Administrator").EligibleMember("Mail", "Ada"),
            people.Assigned("Mail", Role, scope: $"/{A.Id("Post"):D}").EligibleMember("Mail", "Ada"),
            people.Eligible("Mail", Role).EligibleMember("Mail", "Ada"),
        ];

        Assert.That(tenants.Select(Key), Is.Unique.And.Exactly(tenants.Length).Items);
    }

    private static string Key(TenantSnapshot tenant)
    {
        var map = AccessMap.Resolve(tenant);
        return PathKey.Of(map.Paths.Concat(map.TakeoverPaths).Single());
    }
}
