using System.Text.Json;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Redaction;
using PimAudit.Reports.Tests.Excel;

namespace PimAudit.Reports.Tests.Redaction;

public sealed class RedactorTests
{
    private static readonly RedactionKey Key = new("a key that is long enough");
    private static readonly Vocabulary Words = new(["holds it permanently, without activation", "approved by"]);
    private static readonly Guid Person = new("0c3a5f9e-1d2b-4c6d-8e7f-a0b1c2d3e4f5");
    private static readonly Guid GlobalAdministrator = new("62e90394-69f5-4237-9190-012177145e10");

    [TestCase("Zebulon Quux", "text-[0-9a-f]{8} text-[0-9a-f]{8}")]
    [TestCase("approved by zquux@contoso.example", "approved by text-[0-9a-f]{8}")]
    [TestCase(
        "Approved qqq 2027-03-31 06:00, PT8H or 30d",
        "Approved text-[0-9a-f]{8} 2027-03-31 06:00, PT8H text-[0-9a-f]{8} 30d"
    )]
    [TestCase("王さん holds it", "text-[0-9a-f]{8} holds it")]
    [TestCase("approved🎈by", "text-[0-9a-f]{8}")]
    [TestCase("call 004412345678", "text-[0-9a-f]{8} text-[0-9a-f]{8}")]
    public void A_word_that_is_not_the_programs_own_is_replaced(string text, string pattern) =>
        Assert.That(Observed(text), Does.Match($"^{pattern}$"));

    [Test]
    public void A_known_name_becomes_the_pseudonym_of_its_object_in_a_sentence_too()
    {
        var result = Redact(About(Person, "Ann Approved", "Ann Approved holds it; Ann Approveds text-"));
        var subject = result.Findings[0].Subject;

        Assert.That(subject.DisplayName, Is.EqualTo($"user-{subject.Id[..8]}"));
        Assert.That(result.Findings[0].Observed, Does.StartWith($"{subject.DisplayName} holds it; "));
        Assert.That(result.Findings[0].Observed, Does.Not.Contain("Ann"));
    }

    [Test]
    public void An_id_becomes_the_same_id_wherever_it_stands()
    {
        var result = Redact(
            About(Person, "Ann", $"principalId = '{Person:D}'; roleDefinitionId = '{GlobalAdministrator:D}'")
        );
        var id = result.Findings[0].Subject.Id;

        Assert.That(Guid.TryParseExact(id, "D", out _) && id != Person.ToString("D"), Is.True);
        Assert.That(result.Findings[0].Observed, Does.Contain($"'{id}'").And.Contain($"'{GlobalAdministrator:D}'"));
    }

    [Test]
    public void Two_people_of_one_name_are_not_taken_for_each_other()
    {
        var result = Redact(
            About(Person, "Ann", "Ann holds it") with
            {
                Groups =
                [
                    SampleResult.Contoso.Groups[0] with
                    {
                        Group = new(ObjectKind.Group, SampleIds.Tenant, "Ann"),
                    },
                ],
            }
        );

        Assert.That(result.Findings[0].Observed, Does.Match("^name-[0-9a-f]{8} holds it$"));
    }

    [Test]
    public void A_user_who_is_called_like_a_role_does_not_stay()
    {
        var result = Redact(About(Person, "Global Administrator", "Global Administrator holds it"));

        Assert.That(result.Findings[0].Subject.DisplayName, Does.StartWith("user-"));
        Assert.That(result.Findings[0].Observed, Does.Not.StartWith("Global"));
    }

    [Test]
    public void A_role_of_the_tenants_own_is_replaced_and_one_of_Microsofts_stays()
    {
        var roles = new[]
        {
            new ObjectRef(ObjectKind.Role, GlobalAdministrator, "Global Administrator"),
            new ObjectRef(ObjectKind.Role, Person, "Contoso Helper"),
        };
        var result = Redact(SampleResult.Clean with { Groups = [.. roles.Select(Carrying)] });

        Assert.That(
            result.Groups.Select(row => row.Grants[0].Role.DisplayName),
            Is.EqualTo(new[] { "Global Administrator", Key.Name("role", Person) })
        );
    }

    /// <summary>The id of nothing tells of nobody, and stays.</summary>
    private static readonly string Nobody = Guid.Empty.ToString("D");

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.Some))]
    public void No_hostile_text_survives_anywhere(string text)
    {
        var words = Tokens
            .Words(text)
            .Where(word => word.Length > 3 && !Words.Allows(word) && word.All(char.IsAscii) && word != Nobody);
        var left = WordsOf(text).Except(WordsOf("anything"), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);

        Assert.That(words.Where(left.Contains), Is.Empty);

        static IEnumerable<string> WordsOf(string text) =>
            Tokens.Words(JsonSerializer.Serialize(Redact(Hostile.Everywhere(text))));
    }

    [Test]
    public void Free_text_is_replaced_as_a_whole()
    {
        var waiver = SampleResult.Contoso.Waivers[0] with { Reason = "holds it", ApprovedBy = "approved by" };
        var result = Redact(SampleResult.Contoso with { Waivers = [waiver] });

        Assert.That(result.Waivers[0].Reason, Does.Match("^reason-[0-9a-f]{8}$"));
        Assert.That(result.Waivers[0].ApprovedBy, Does.Match("^approver-[0-9a-f]{8}$"));
    }

    [Test]
    public void Reviews_changes_and_earlier_runs_are_redacted_too()
    {
        var somebody = new ObjectRef(ObjectKind.User, Person, "Ann Example");
        var everywhere = SampleResult.TwoProfiles with
        {
            Changes =
            [
                new(ChangeSubject.Access, ChangeKind.Gained, somebody, null, null, "Ann", "Quux", null, null, somebody),
            ],
            Earlier =
            [
                new(
                    "0123456789abcdef",
                    SampleResult.TakenAt,
                    "corp",
                    "abcdef01",
                    System.Collections.Immutable.ImmutableSortedDictionary<Severity, int>.Empty.Add(Severity.High, 2),
                    1
                ),
            ],
            Reviews =
            [
                new(
                    "2026-Q3",
                    "0123456789abcdef",
                    somebody,
                    somebody,
                    somebody,
                    "Ann > role",
                    ReviewDecision.Revoke,
                    "ann@contoso.example",
                    "left",
                    null,
                    "CHG1",
                    "Ann",
                    null,
                    true,
                    ReviewState.StillThere
                ),
            ],
        };
        var redacted = JsonSerializer.Serialize(Redact(everywhere));

        Assert.That(
            redacted,
            Does.Not.Contain("Ann").And.Not.Contain("Quux").And.Not.Contain("CHG1").And.Not.Contain("left\"")
        );
        Assert.That(redacted, Does.Contain("0123456789abcdef"));
    }

    [Test]
    public void Figures_stay_as_they_are()
    {
        var (whole, redacted) = (SampleResult.Contoso, Redact(SampleResult.Contoso));

        Assert.That(
            redacted.Rules.Select(rule => (rule.Id, rule.Outcome, rule.Counts)),
            Is.EqualTo(whole.Rules.Select(rule => (rule.Id, rule.Outcome, rule.Counts)))
        );
        Assert.That(
            redacted.Access.Select(row => (row.Key, row.State, row.EndsAt)),
            Is.EqualTo(whole.Access.Select(row => (row.Key, row.State, row.EndsAt)))
        );
        Assert.That(
            redacted.Findings.Select(one => one.Fingerprint),
            Is.EquivalentTo(whole.Findings.Select(one => one.Fingerprint))
        );
    }

    [Test]
    public void The_same_key_gives_the_same_and_another_key_something_else()
    {
        static string Text(RedactionKey key) =>
            JsonSerializer.Serialize(Redactor.Redact(SampleResult.Contoso, key, Words));

        Assert.That(Text(Key), Is.EqualTo(Text(new("a key that is long enough"))));
        Assert.That(Text(Key), Is.Not.EqualTo(Text(new("a key that is longer"))));
        Assert.That(Key.Mark, Is.Not.EqualTo(new RedactionKey("a key that is longer").Mark));
    }

    [Test]
    public void Findings_are_in_the_order_of_their_new_ids()
    {
        var findings = Redact(SampleResult.Contoso).Findings;

        Assert.That(
            findings.Select(one => (one.RuleId, one.Subject.Id)),
            Is.EqualTo(
                findings
                    .Select(one => (one.RuleId, one.Subject.Id))
                    .OrderBy(one => one.RuleId, StringComparer.Ordinal)
                    .ThenBy(one => one.Id, StringComparer.Ordinal)
            )
        );
    }

    [Test]
    public void A_short_key_is_none() =>
        Assert.That(() => new RedactionKey("fifteen letters"), Throws.ArgumentException);

    private static string Observed(string text) => Redact(About(Person, "Somebody Else", text)).Findings[0].Observed;

    private static AuditResult About(Guid id, string name, string observed) =>
        SampleResult.Contoso with
        {
            Findings =
            [
                SampleResult.Contoso.Findings[0] with
                {
                    Subject = new(ObjectKind.User, id, name),
                    Observed = observed,
                },
            ],
        };

    private static GroupRow Carrying(ObjectRef role) =>
        SampleResult.Contoso.Groups[0] with
        {
            Grants = [SampleResult.Contoso.Groups[0].Grants[0] with { Role = role }],
        };

    private static AuditResult Redact(AuditResult result) => Redactor.Redact(result, Key, Words);
}
