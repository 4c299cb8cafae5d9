using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Model;
using PimAudit.TestKit;
using static PimAudit.Reports.Tests.SampleIds;

namespace PimAudit.Reports.Tests;

/// <summary>
/// A result in which each string of the corpus is the name of a person and of a group, and everything that is written about
/// them. Ids follow from the place in the corpus.
/// </summary>
internal static class CorpusResult
{
    private const int EachOfCards = 10;

    public static AuditResult Whole { get; } = Of(Corpus.Strings);

    public static AuditResult Of(ImmutableArray<string> texts) =>
        SampleResult.Contoso with
        {
            Findings = [.. texts.Select(Finding)],
            Access = [.. texts.Select(Access)],
            Groups = [.. texts.Select(GroupOf)],
            EmergencyAccounts = [.. texts.Select(Emergency)],
            Waivers = [.. texts.Select(Waiver)],
            Changes = [.. texts.Select(Change)],
            Reviews = [.. texts.Select(Reviewed)],
            Earlier =
            [
                new(
                    "7f3a91c2ae784aa0",
                    TakenAt.AddDays(-90),
                    "best-practices",
                    Hash("profile"),
                    ImmutableSortedDictionary<Severity, int>.Empty.Add(Severity.High, 3),
                    NotEvaluated: 1
                ),
            ],
        };

    public static ObjectRef Person(string text, int at) => new(ObjectKind.User, IdOf("person", at), text);

    public static string Fingerprint(int at) => Hash($"finding {at.ToString(CultureInfo.InvariantCulture)}");

    public static string KeyOf(int at) => Hash($"row {at.ToString(CultureInfo.InvariantCulture)}")[..32];

    private static ObjectRef Team(string text, int at) => new(ObjectKind.Group, IdOf("group", at), text);

    private static Guid IdOf(string what, int at) => Id($"{what} {at.ToString(CultureInfo.InvariantCulture)}");

    private static ImmutableArray<Hop> Hops(string text, int at) =>
        [SampleAccess.StandsIn(Person(text, at), Team(text, at)), SampleAccess.Stands(Team(text, at), UserAdmin)];

    private static Finding Finding(string text, int at) =>
        SampleResult.Contoso.Findings[0] with
        {
            Fingerprint = Fingerprint(at),
            Severity = at % EachOfCards == 0 ? Severity.Critical : Severity.Medium,
            Subject = Person(text, at),
            Identity = [UserAdmin, WholeTenant, Person(text, at)],
            Related = [new(Team(text, at), "group")],
            Role = UserAdmin,
            Path = Hops(text, at),
            Title = $"{text} holds User Administrator permanently",
            Observed = text,
            Expected = text,
            Owner = text,
            Fix = new([text], Command: null),
        };

    private static AccessRow Access(string text, int at) =>
        SampleResult.Contoso.Access[0] with
        {
            Key = KeyOf(at),
            Principal = Person(text, at),
            PrincipalName = text,
            Role = UserAdmin,
            Scope = new(ObjectKind.AdministrativeUnit, IdOf("unit", at), text),
            Hops = Hops(text, at),
        };

    private static GroupRow GroupOf(string text, int at) =>
        new(
            Team(text, at),
            IsRoleAssignable: true,
            text,
            Owners: 1,
            MembersStanding: 1,
            MembersEligible: 0,
            MembersActivated: 0,
            [new(UserAdmin, WholeTenant, Approach.Standing, Eligible: false, Active: true)],
            Approach.Standing
        );

    private static EmergencyAccountRow Emergency(string text, int at) =>
        new(text, Person(text, at), [new(text, RuleOutcome.Pass, text)]);

    private static WaiverRow Waiver(string text, int at) =>
        new(
            "PIM101",
            [IdOf("person", at).ToString("D"), text],
            text,
            text,
            new DateOnly(2027, 1, 31),
            DaysLeft: 122,
            WaiverState.Used,
            IsBroad: false,
            Covered: 1
        );

    private static ChangeRow Change(string text, int at) =>
        new(
            ChangeSubject.Access,
            ChangeKind.Gained,
            Person(text, at),
            UserAdmin,
            WholeTenant,
            text,
            text,
            text,
            TakenAt.AddDays(-1),
            Person(text, at)
        );

    private static ReviewedRow Reviewed(string text, int at) =>
        new(
            "2026-Q3",
            KeyOf(at),
            Person(text, at),
            UserAdmin,
            WholeTenant,
            text,
            ReviewDecision.Revoke,
            text,
            text,
            new DateOnly(2026, 9, 1),
            text,
            text,
            new DateOnly(2026, 9, 2),
            OfOneself: false,
            ReviewState.StillThere
        );
}
