using NUnit.Framework;
using PimAudit.Collect;

namespace PimAudit.Cli.Tests.Configuration;

public sealed class CollectSectionTests
{
    [Test]
    public void Without_the_mapping_the_defaults_hold() => Assert.That(ScopeOf(""), Is.EqualTo(new CollectionScope()));

    [Test]
    public void Every_key_is_read() =>
        Assert.That(
            ScopeOf("collect: { beta: true, audit: 7d, signIn: false, registration: false, groupSchedules: true }"),
            Is.EqualTo(
                new CollectionScope
                {
                    Beta = true,
                    Audit = TimeSpan.FromDays(7),
                    SignIn = false,
                    Registration = false,
                    GroupSchedules = true,
                }
            )
        );

    [TestCase("false")]
    [TestCase("off")]
    [TestCase("Off")]
    public void The_audit_log_can_be_switched_off(string word) =>
        Assert.That(ScopeOf($"collect: {{ audit: {word} }}").Audit, Is.Null);

    [TestCase("audit: 30d", 30)]
    [TestCase("audit: 24h", 1)]
    [TestCase("beta: true", 30)]
    public void The_audit_log_is_read_for_the_time_that_is_written(string key, int days) =>
        Assert.That(ScopeOf($"collect: {{ {key} }}").Audit, Is.EqualTo(TimeSpan.FromDays(days)));

    [TestCase("audit: 31d", "line 1: collect.audit is '31d', but Graph keeps 30 days of the audit log")]
    [TestCase("audit: soon", "line 1: collect.audit is 'soon' but must be a time such as 30d or 7d, or false")]
    [TestCase("audit: true", "line 1: collect.audit is 'true' but must be a time such as 30d or 7d, or false")]
    [TestCase("beta: maybe", "line 1: collect.beta is 'maybe' but must be true or false")]
    [TestCase("signin: true", "line 1: collect.signin is not a key that PimAudit knows; did you mean 'signIn'?")]
    public void What_cannot_be_meant_is_refused_with_the_line(string key, string expected) =>
        Assert.That(Assert.Throws<Failure>(() => ScopeOf($"collect: {{ {key} }}"))!.Seen, Is.EqualTo(expected));

    private static CollectionScope ScopeOf(string text) => SettingsFile.Read(text, "pimaudit.yaml").Scope;
}
