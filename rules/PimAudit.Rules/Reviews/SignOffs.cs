using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Which paths somebody decided about in a review by workbook that came back, not too long before the snapshot.</summary>
/// <remarks>
/// Of several answers to a path the newest counts: a later doubt takes a decision back. A day after that of the snapshot counts
/// for nothing, because nothing that is judged here could have been decided then.
/// </remarks>
internal sealed class SignOffs
{
    private readonly RuleContext context;
    private readonly int maxDays;
    private readonly DateOnly today;
    private readonly Dictionary<string, IssuedRow> newest;

    /// <param name="maxDays">From the decision to the snapshot, that many included.</param>
    public static SignOffs Of(RuleContext context, int maxDays) => new(context, maxDays);

    private SignOffs(RuleContext context, int maxDays)
    {
        this.context = context;
        this.maxDays = maxDays;
        today = DayOf(context.TakenAt);
        newest = context
            .Reviews.SelectMany(review => review.Rows.Select(row => (Row: row, On: AnsweredOn(review, row))))
            .Where(answered => answered.On <= today)
            .GroupBy(answered => answered.Row.Key, StringComparer.Ordinal)
            .ToDictionary(
                answers => answers.Key,
                answers => answers.OrderBy(answered => answered.On).Last().Row,
                StringComparer.Ordinal
            );
    }

    /// <summary>Such as <c>92 days</c>.</summary>
    public string Limit => Say.Count(maxDays, "day");

    /// <summary>Another path of the same person to the same role is not covered by it.</summary>
    public bool Cover(AccessPath path) =>
        newest.Count > 0
        && newest.TryGetValue(PathKey.Of(path), out var row)
        && row.Answer is { } answer
        && IsDecision(answer.Decision)
        && today.DayNumber - answer.DecidedOn?.DayNumber <= maxDays
        && IsBySomebodyElse(answer, row, path);

    /// <summary>One without a day was given after its rows were sent out; that is enough to put it in order, and no more.</summary>
    /// <returns>UTC; null where nobody answered.</returns>
    private static DateOnly? AnsweredOn(ReviewRecord review, IssuedRow row) =>
        row.Answer is { Decision: not ReviewDecision.None } answer ? answer.DecidedOn ?? DayOf(review.TakenAt) : null;

    private static bool IsDecision(ReviewDecision decision) =>
        decision is ReviewDecision.Keep or ReviewDecision.Revoke or ReviewDecision.Change;

    /// <summary>An answer that nobody signed may be his own, and so may one of a name where his is not known.</summary>
    private bool IsBySomebodyElse(ReviewAnswer answer, IssuedRow row, AccessPath path)
    {
        var isSigned = answer.Source is { } source
            ? !string.IsNullOrWhiteSpace(source.ReviewerId)
            : !string.IsNullOrWhiteSpace(answer.Reviewer);
        var now = row with { Principal = path.Principal, PrincipalName = NameOf(path) ?? row.PrincipalName };
        return isSigned
            && (answer.Source is not null || CanBeTold(row, path))
            && !SelfReview.Is(row)
            && !SelfReview.Is(now);
    }

    private static bool CanBeTold(IssuedRow row, AccessPath path) =>
        path.Principal.Kind is not ObjectKind.User
        || !string.IsNullOrWhiteSpace(row.Principal.DisplayName)
        || !string.IsNullOrWhiteSpace(path.Principal.DisplayName);

    private string? NameOf(AccessPath path) =>
        context.Access.Directory.User(Guid.Parse(path.Principal.Id))?.UserPrincipalName;

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);
}
