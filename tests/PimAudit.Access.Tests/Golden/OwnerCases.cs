using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Golden;

/// <summary>Owners hold nothing, but could let themselves in.</summary>
public sealed class OwnerCases
{
    private const string Role = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Ada", "Olga")
        .Groups("RAG", "Inner")
        .Member("RAG", "Ada")
        .Eligible("RAG", Role);

    private static readonly string[] Certain =
    [
        "Ada -standing member-> RAG -eligible-> Exchange Administrator [Approach1]",
    ];

    // Use Microsoft Entra groups to manage role assignments, How role-assignable groups are protected: owners may manage
    // the members.
    [Test]
    public void An_owner() =>
        Tenant
            .Owner("RAG", "Olga")
            .Shows(Certain, ["Olga -standing owner-> RAG -eligible-> Exchange Administrator [Approach1]"]);

    // Privileged Identity Management (PIM) for Groups: ownership can be just-in-time as membership can.
    [Test]
    public void An_eligible_owner() =>
        Tenant
            .EligibleOwner("RAG", "Olga")
            .Shows(Certain, ["Olga -eligible owner-> RAG -eligible-> Exchange Administrator [Approach1]"]);

    // PIM and group nesting: whoever edits the inner group decides who may activate the outer membership.
    [Test]
    public void An_owner_of_a_nested_group() =>
        A
            .Tenant.Users("Olga")
            .Groups("RAG", "Inner")
            .EligibleMember("RAG", "Inner")
            .Owner("Inner", "Olga")
            .Assigned("RAG", Role)
            .Shows(
                [],
                ["Olga -standing owner-> Inner -eligible member-> RAG -standing-> Exchange Administrator [Approach2]"]
            );

    // An owner who is a member too has both, apart.
    [Test]
    public void An_owner_who_is_a_member() =>
        Tenant
            .Owner("RAG", "Ada")
            .Shows(Certain, ["Ada -standing owner-> RAG -eligible-> Exchange Administrator [Approach1]"]);
}
