using System.Collections.Immutable;
using NUnit.Framework;
using PimAudit.Reports.Pictures.Svg;
using PimAudit.TestKit;
using static PimAudit.Reports.Tests.Pictures.Pictured;

namespace PimAudit.Reports.Tests.Pictures;

public sealed class SvgPictureTests
{
    private const string Hostile = "<script>alert('&amp;')</script>\"\n\u202E\u200B]]><!--";

    private static readonly string LongName = string.Join(' ', Enumerable.Repeat("Administratorengruppe", 9));

    [Test]
    public void Draws_one_of_each_figure_as_it_always_did() =>
        Assert.That(SvgPicture.Write(Of(Pictured.Tenant)), Is.EqualTo(Golden("exchange-administrator.svg")));

    [Test]
    public void Says_the_paths_in_words() =>
        Assert.That(
            new Drawing(Of(Pictured.Tenant)).Description,
            Is.EqualTo([
                $"Exchange Administrator, role {A.Role(Role):D}. contoso.example, snapshot 2026-10-01 06:00 UTC, 2 h old. 8 paths of 8 principals, 1 takeover path.",
                $"Direct, standing: {A.Id("Nobody"):D}, unresolved id: active: Exchange Administrator, whole tenant (no activation, no gate, no end).",
                "Direct, standing: Gus, user, deleted 2026-09-05: active: Exchange Administrator, whole tenant (no activation, no gate, no end).",
                "Direct, standing: Sync, application, enabled: active: Exchange Administrator, whole tenant (no activation, no gate, no end).",
                "Direct, kind unknown: Fay, user, enabled: active, kind unknown: Exchange Administrator, whole tenant (kind and end not known). Mind: kind unknown.",
                "Direct, activated: Eli, user, enabled: activated: Exchange Administrator, whole tenant (until 2026-10-01 13:00 UTC, no gate).",
                "Approach 1: 2 people (Ada, Ben), users, enabled: members: RAG - Exchange Admins, role-assignable (in part until 2026-10-31, no gate); then eligible: Exchange Administrator, whole tenant (MFA, justification, approval, up to 8 h, eligible until 2027-03-30).",
                "Approach 1: Cem, user, enabled: member: Helpdesk, not role-assignable (no activation, no gate, no end); then member: RAG - Exchange Admins, role-assignable (no activation, no gate, no end); then eligible: Exchange Administrator, whole tenant (MFA, justification, approval, up to 8 h, eligible until 2027-03-30).",
                "Takeover: possible, not assigned: owners of a group on the way, who could add themselves.",
                "Approach 1: Dov, user, enabled: owner, could add himself: RAG - Exchange Admins, role-assignable (no activation, no gate, no end); then eligible: Exchange Administrator, whole tenant (MFA, justification, approval, up to 8 h, eligible until 2027-03-30).",
            ])
        );

    [Test]
    public void Is_one_image_with_a_label_and_nothing_from_outside()
    {
        var root = new Drawing(Of(Pictured.Tenant)).Root;
        var elements = root.DescendantsAndSelf().Select(item => item.Name.LocalName).Distinct();
        var attributes = root.DescendantsAndSelf().SelectMany(item => item.Attributes()).ToList();

        Assert.That(
            elements,
            Is.SubsetOf(["svg", "title", "desc", "g", "text", "line", "polyline", "rect", "circle", "polygon", "path"])
        );
        Assert.That(
            attributes
                .Where(item => !item.IsNamespaceDeclaration)
                .Where(item =>
                    item.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                    || item.Name.LocalName is "href" or "style" or "src"
                    || item.Value.Contains("url(", StringComparison.OrdinalIgnoreCase)
                    || item.Value.Contains("://", StringComparison.Ordinal)
                ),
            Is.Empty
        );
        Assert.That(
            (root.Attribute("role")?.Value, root.Attribute("aria-label")?.Value),
            Is.EqualTo(("img", "Access paths of Exchange Administrator: 8 paths of 8 principals, 1 takeover path"))
        );
    }

    [Test]
    public void Names_everybody_whom_a_figure_stands_for() =>
        Assert.That(
            new Drawing(Of(Pictured.Tenant)).NodeTitles,
            Has.Member($"user Ada, {A.Id("Ada"):D}\nuser Ben, {A.Id("Ben"):D}")
        );

    [Test]
    public void A_hostile_name_stays_text_and_hides_nothing()
    {
        var tenant = A.Tenant.User("Eve", user => user with { DisplayName = Hostile }).Assigned("Eve", Role);
        var drawing = new Drawing(Of(tenant));

        Assert.That(drawing.Source, Does.Not.Contain("<script").And.Not.Contain("\u202E").And.Not.Contain("<!--"));
        Assert.That(
            drawing.NodeTitles,
            Has.Member($"user <script>alert('&amp;')</script>\"U+000AU+202EU+200B]]><!--, {A.Id("Eve"):D}")
        );
    }

    [Test]
    public void A_name_in_a_script_that_the_reports_font_lacks_is_drawn_as_it_is()
    {
        var tenant = A.Tenant.User("Jun", user => user with { DisplayName = "山田 純" }).Assigned("Jun", Role);

        Assert.That(new Drawing(Of(tenant)).Texts, Has.Member("山田 純"));
    }

    [Test]
    public void What_was_not_read_stands_in_the_picture()
    {
        var drawing = new Drawing(Of(A.Tenant, Role, "Not read: Eligible assignments."));

        Assert.That(
            drawing.Texts,
            Has.Member("Not read: Eligible assignments.").And.Member("No path in what was read.")
        );
        Assert.That(drawing.Source, Does.Contain("stroke=\"#55498C\""));
    }

    [Test]
    public void Nobody_is_said_where_everything_was_read() =>
        Assert.That(
            new Drawing(Of(A.Tenant)).Texts,
            Has.Member("No path.").And.Member("No path leads through the ownership of a group.")
        );

    [TestCase(60, 60, null)]
    [TestCase(61, 60, "and 1 more path that the picture has no room for, none more open than those above")]
    public void A_big_picture_is_bounded_and_says_so(int units, int rows, string? more)
    {
        var tenant = Enumerable
            .Range(1, units)
            .Aggregate(
                A.Tenant.Users("Ada"),
                (so, unit) => so.Assigned("Ada", Role, scope: $"/administrativeUnits/{A.Id($"unit {unit}"):D}")
            );
        var texts = new Drawing(Of(tenant)).Texts.ToList();

        Assert.That(
            (
                texts.Count(text => text == "Direct, standing"),
                texts.Find(text => text.Contains("more path", StringComparison.Ordinal))
            ),
            Is.EqualTo((rows, more))
        );
    }

    [Test]
    public void The_order_of_the_rows_changes_nothing()
    {
        var reversed = Pictured.Tenant with
        {
            Users = Reversed(Pictured.Tenant.Users),
            Groups = Reversed(Pictured.Tenant.Groups),
            Memberships = Reversed(Pictured.Tenant.Memberships),
            RoleAssignments = Reversed(Pictured.Tenant.RoleAssignments),
            RoleAssignmentInstances = Reversed(Pictured.Tenant.RoleAssignmentInstances),
            GroupAssignments = Reversed(Pictured.Tenant.GroupAssignments),
        };

        Assert.That(SvgPicture.Write(Of(reversed)), Is.EqualTo(SvgPicture.Write(Of(Pictured.Tenant))));
    }

    [Test]
    public void No_text_stands_on_another() => Assert.That(new Drawing(Of(Pictured.Tenant)).Collisions(), Is.Empty);

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(6)]
    [TestCase(9)]
    public void Long_names_and_long_paths_find_room(int groups)
    {
        var names = Enumerable.Range(1, groups).Select(number => $"{LongName} {number}").ToArray();
        var tenant = names
            .Zip(names.Skip(1))
            .Aggregate(
                A.Tenant.Users(LongName, "W" + new string('W', 90))
                    .Groups(names)
                    .Eligible(names[0], Role)
                    .Settings(Role),
                (so, pair) => so.EligibleMember(pair.First, pair.Second).GroupSettings(pair.First)
            )
            .Member(names[^1], LongName)
            .EligibleMember(names[^1], "W" + new string('W', 90));

        Assert.That(new Drawing(Of(tenant)).Collisions(), Is.Empty);
    }

    [Test]
    public void A_path_with_too_many_groups_is_folded_and_listed()
    {
        string[] groups = ["G1", "G2", "G3", "G4", "G5", "G6"];
        var tenant = groups
            .Zip(groups.Skip(1))
            .Aggregate(
                A.Tenant.Users("Ada").Groups(groups).Assigned("G1", Role).Member("G6", "Ada"),
                (so, pair) => so.EligibleMember(pair.First, pair.Second)
            );
        var texts = string.Join(' ', new Drawing(Of(tenant)).Texts);

        Assert.That(
            texts,
            Does.Contain("2 more groups")
                .And.Contain("1 more activation,")
                .And.Contain("Ada → G6 → G5 → G4 → G3 → G2 → G1 →")
        );
    }

    [Test]
    public void A_user_is_drawn_with_every_role_and_place()
    {
        var unit = $"/administrativeUnits/{A.Id("Sales"):D}";
        var tenant = Pictured.Tenant.Assigned("Ada", "Global Reader", scope: unit) with
        {
            AdministrativeUnits = [new(A.Id("Sales"), "Sales", IsRestricted: false)],
        };
        var drawing = new Drawing(Of(tenant, A.Id("Ada")));

        Assert.That(
            drawing.Texts,
            Has.Member("2 paths to 2 roles").And.Member("Global Reader").And.Member("Sales").And.Member("whole tenant")
        );
        Assert.That(
            drawing.NodeTitles,
            Has.Member($"role Global Reader, {A.Role("Global Reader"):D}\nscope Sales, {unit}")
        );
    }

    [Test]
    public void A_context_that_nothing_enforces_is_no_gate()
    {
        var tenant = A
            .Tenant.Users("Ada")
            .Eligible("Ada", Role)
            .Settings(
                Role,
                settings => settings with { Mfa = false, ContextRequired = true, AuthenticationContext = "c1" }
            );

        Assert.That(
            new Drawing(Of(tenant)).Description,
            Has.Some.Contains("no MFA: context c1 is not enforced, justification")
        );
    }

    private static ImmutableArray<T> Reversed<T>(ImmutableArray<T> rows) => [.. rows.Reverse()];

    private static string Golden(string name)
    {
        using var stream = typeof(SvgPictureTests).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
