using System.Text.RegularExpressions;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Pictures.Mermaid;
using PimAudit.TestKit;
using static PimAudit.Reports.Tests.Pictures.Pictured;

namespace PimAudit.Reports.Tests.Pictures;

public sealed partial class MermaidPictureTests
{
    [Test]
    public void Draws_each_object_once_in_each_band() =>
        Assert.That(
            Lines(Pictured.Tenant).Where(line => !line.StartsWith("classDef ", StringComparison.Ordinal)),
            Is.EqualTo([
                "flowchart LR",
                "n1[\"Exchange Administrator<br/>role 29232cdf-9323-42fd-ade2-1d097af3e4de<br/>contoso.example, snapshot 2026-10-01 06#58;00 UTC, 2 h old<br/>8 paths of 8 principals, 1 takeover path\"]",
                "n2[\"b599ad3f-aa21-8e8f-7033-4722965ebbbc<br/>unresolved id\"]",
                "n3[\"Exchange Administrator<br/>whole tenant\"]",
                "n2 -->|\"active<br/>no activation, no gate, no end\"| n3",
                "n4[\"Gus<br/>user, deleted 2026-09-05\"]",
                "n4 -->|\"active<br/>no activation, no gate, no end\"| n3",
                "n5{{\"Sync<br/>application, enabled\"}}",
                "n5 -->|\"active<br/>no activation, no gate, no end\"| n3",
                "n6([\"Fay<br/>user, enabled\"])",
                "n6 -->|\"active, kind unknown<br/>kind and end not known<br/>kind unknown\"| n3",
                "n7([\"Eli<br/>user, enabled\"])",
                "n7 -->|\"activated<br/>until 2026-10-01 13#58;00 UTC, no gate\"| n3",
                "n8[[\"2 people<br/>users, enabled<br/>Ada, Ben\"]]",
                "n9(\"RAG - Exchange Admins<br/>role-assignable\")",
                "n8 -->|\"members<br/>in part until 2026-10-31, no gate\"| n9",
                "n9 -.->|\"eligible<br/>MFA, justification, approval, up to 8 h<br/>eligible until 2027-03-30\"| n3",
                "n10([\"Cem<br/>user, enabled\"])",
                "n11(\"Helpdesk<br/>not role-assignable\")",
                "n10 -->|\"member<br/>no activation, no gate, no end\"| n11",
                "n11 -->|\"member<br/>no activation, no gate, no end\"| n9",
                "subgraph n12[\"Takeover<br/>possible, not assigned#58; owners of a group on the way, who<br/>could add themselves\"]",
                "n13([\"Dov<br/>user, enabled\"])",
                "n14(\"RAG - Exchange Admins<br/>role-assignable\")",
                "n13 -->|\"owner, could add himself<br/>no activation, no gate, no end\"| n14",
                "n15[\"Exchange Administrator<br/>whole tenant\"]",
                "n14 -.->|\"eligible<br/>MFA, justification, approval, up to 8 h<br/>eligible until 2027-03-30\"| n15",
                "end",
                "class n5 application",
                "class n4 gone",
                "class n9,n14 group",
                "class n1 note",
                "class n11 openGroup",
                "class n8 people",
                "class n6,n7,n10,n13 person",
                "class n3,n15 role",
                "class n2 unknown",
                "linkStyle 9 stroke-dasharray:1 4",
                "linkStyle 3 stroke:#55498C",
            ])
        );

    [TestCase("\"]:::x --> y[\"")]
    [TestCase("`**bold**`")]
    [TestCase("%%{init: {\"securityLevel\": \"loose\"}}%%")]
    [TestCase("a\nclick n1 href \"https://evil.example\"")]
    [TestCase("<img src=x onerror=alert(1)>")]
    [TestCase("#quot;#35;&lt;b&gt;")]
    [TestCase("[x](javascript:alert(1)) |\\;{}()")]
    [TestCase("style:#red; classDef:#x;")]
    [TestCase("end")]
    [TestCase("---\ntitle: x\n---")]
    [TestCase("\u202E\u200Bx\u0000")]
    public void A_hostile_name_is_never_more_than_a_label(string name)
    {
        var tenant = A
            .Tenant.User("Eve", user => user with { DisplayName = name })
            .Group("G", group => group with { DisplayName = name })
            .Eligible("G", Role)
            .Member("G", "Eve")
            .Owner("G", "Eve");

        Assert.That(Lines(tenant).Where(line => !Grammar().IsMatch(line)), Is.Empty);
    }

    [Test]
    public void Writes_marks_as_numbers_that_a_reader_sees_as_marks()
    {
        var tenant = A.Tenant.User("Eve", user => user with { DisplayName = "a\"b#c" }).Assigned("Eve", Role);

        Assert.That(Lines(tenant), Has.Member("n2([\"a#34;b#35;c<br/>user, enabled\"])"));
    }

    [Test]
    public void A_place_of_the_same_name_is_another_node()
    {
        string[] units = [$"/administrativeUnits/{A.Id("one"):D}", $"/administrativeUnits/{A.Id("two"):D}"];
        var tenant = A
            .Tenant.Users("Ada")
            .Assigned("Ada", Role, scope: units[0])
            .Assigned("Ada", Role, scope: units[1]) with
        {
            AdministrativeUnits =
            [
                new(A.Id("one"), "Sales", IsRestricted: false),
                new(A.Id("two"), "Sales", IsRestricted: false),
            ],
        };

        Assert.That(
            Lines(tenant)
                .Count(line => line.EndsWith("[\"Exchange Administrator<br/>Sales\"]", StringComparison.Ordinal)),
            Is.EqualTo(2)
        );
    }

    [Test]
    public void What_was_not_read_is_a_node_of_its_own()
    {
        var lines = MermaidPicture.Write(Of(A.Tenant, Role, "Not read: Eligible assignments.")).Split('\n');

        Assert.That(lines, Has.Member("n2[\"Not read#58; Eligible assignments.\"]").And.Member("class n2 unknown"));
    }

    private static string[] Lines(TenantSnapshot tenant) =>
        MermaidPicture.Write(Of(tenant)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Every line that a picture may hold; a label holds letters, digits, a few marks, numbers of others and breaks.</summary>
    [GeneratedRegex(
        """
            ^(flowchart\ LR|end|
              (subgraph\ )?n\d+(\[|\(\[|\[\[|\{\{|\()"(?<label>([\w\ ,.\-/…]|\#\d+;|<br/>)*)"(\]|\]\)|\]\]|\}\}|\))|
              n\d+\ (-->|-\.->)\|"([\w\ ,.\-/…]|\#\d+;|<br/>)*"\|\ n\d+|
              class\ n[\d,n]+\ [A-Za-z]+|
              linkStyle\ [\d,]+\ stroke[-a-z]*:[\#0-9A-F\ ]+|
              classDef\ [A-Za-z]+\ [-a-zA-Z0-9\#:,\ ]+)$
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Grammar();
}
