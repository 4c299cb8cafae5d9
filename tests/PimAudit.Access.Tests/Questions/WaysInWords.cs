using PimAudit.Access.Questions;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Questions;

/// <summary>Ways as a person reads them: <c>Now Ada</c>, <c>Blocked Ben: is disabled</c>.</summary>
internal static class WaysInWords
{
    public const string Role = "Global Administrator";

    public static WhoCan WhoCan(
        this TenantSnapshot tenant,
        string? scope = null,
        double hours = 1,
        bool takeover = false,
        double later = 0
    ) =>
        Access.Questions.WhoCan.Ask(
            AccessMap.Resolve(tenant),
            A.Role(Role),
            scope,
            TimeSpan.FromHours(hours),
            takeover,
            A.TakenAt.AddHours(later)
        );

    public static IEnumerable<string> Said(this WhoCan answer) => answer.Ways.Select(Of);

    public static IEnumerable<string> Of(IEnumerable<UnreadFact> facts) =>
        facts.Select(fact => $"{fact.Gap.Part} {fact.Subject?.Label}".TrimEnd());

    private static string Of(Way way) =>
        $"{way.Band} {way.Path.Principal.Label}" + (way.Blockers.IsEmpty ? "" : ": " + string.Join(", ", way.Blockers));
}
