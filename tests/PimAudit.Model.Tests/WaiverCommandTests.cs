using NUnit.Framework;

namespace PimAudit.Model.Tests;

public sealed class WaiverCommandTests
{
    private const string Tail = " --reason 'REASON' --approved-by 'APPROVER' --expires YYYY-MM-DD";
    private const string Id = "e5081183-0aa7-8f50-b277-69efbeaf3a5f";

    [Test]
    public void Names_the_whole_identity_but_the_whole_tenant() =>
        Assert.That(
            WaiverCommand.Of(
                About(new(ObjectKind.Group, Id, "Group"), new(ObjectKind.Role, Id, "Role"), new(ObjectKind.Scope, "/"))
            ),
            Is.EqualTo($"pimaudit waivers add PIM101 {Id} {Id}{Tail}")
        );

    [TestCase(ObjectKind.Access, "member", "access:member")]
    [TestCase(ObjectKind.Part, "RoleSettings", "part:RoleSettings")]
    [TestCase(ObjectKind.Scope, "/administrativeUnits/7", "scope:/administrativeUnits/7")]
    [TestCase(ObjectKind.ConfigurationEntry, "one@contoso.example", "'configurationEntry:one@contoso.example'")]
    [TestCase(ObjectKind.Waiver, "PIM101/a+b", "'waiver:PIM101/a+b'")]
    [TestCase(ObjectKind.ConfigurationEntry, "$(rm -rf ~) `x` \"y\"", "'configurationEntry:$(rm -rf ~) `x` \"y\"'")]
    public void Quotes_what_a_shell_would_read(ObjectKind kind, string id, string target) =>
        Assert.That(
            WaiverCommand.Of(About(new ObjectRef(kind, id))),
            Is.EqualTo($"pimaudit waivers add PIM101 {target}{Tail}")
        );

    /// <summary>PowerShell and POSIX shells part ways here, and a curly apostrophe is a quote to PowerShell.</summary>
    [TestCase("it's")]
    [TestCase("it’s")]
    [TestCase("a\nb")]
    [TestCase("größe")]
    public void Prints_nothing_where_no_quoting_is_safe_everywhere(string id) =>
        Assert.That(WaiverCommand.Of(About(new ObjectRef(ObjectKind.ConfigurationEntry, id))), Is.Null);

    [Test]
    public void Never_holds_a_name() =>
        Assert.That(
            WaiverCommand.Of(About(new ObjectRef(ObjectKind.User, Id, "'; rm -rf ~ #"))),
            Does.Not.Contain("rm")
        );

    private static Finding About(params ObjectRef[] identity) =>
        new(
            "PIM101",
            "PermanentActiveAssignment",
            "plain",
            new string('a', 64),
            Severity.High,
            FindingStatus.Open,
            identity[0],
            [.. identity],
            Related: [],
            Role: null,
            Scope: null,
            Path: [],
            "Title",
            "seen",
            "expected",
            "why",
            "source",
            Evidence: [],
            new([]),
            Owner: null,
            WaivedUntil: null
        );
}
