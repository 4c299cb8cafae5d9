using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Why a row of Microsoft's report answers nothing.</summary>
internal enum Leftover
{
    Elsewhere,
    Stranger,
    Undecided,
    BeforeSnapshot,
    OfNobody,
    Replaced,
    ThroughGroups,
    WholeGroup,
    Outweighed,
}

/// <summary>Rows of Microsoft's report that answer nothing: none of them goes unsaid.</summary>
internal sealed class Leftovers(ReviewRecord review)
{
    private const int MostNamed = 10;

    private readonly SortedDictionary<Leftover, List<int>> rows = [];

    /// <param name="row">Its number.</param>
    public void Add(Leftover why, int row)
    {
        if (!rows.TryGetValue(why, out var same))
            rows[why] = same = [];
        same.Add(row);
    }

    public IEnumerable<string> Notes =>
        rows.Select(one =>
        {
            var count = string.Create(CultureInfo.InvariantCulture, $"{one.Value.Count} {Words(one.Key)}");
            return one.Key is Leftover.Elsewhere or Leftover.Undecided ? count : $"{count}: {Named(one.Value)}";
        });

    private string Words(Leftover why) =>
        why switch
        {
            Leftover.Elsewhere => "about roles, groups and other resources that are not in this review",
            Leftover.Stranger => "about somebody who does not reach that role or group here",
            Leftover.Undecided => "without a decision",
            Leftover.BeforeSnapshot => $"decided before the snapshot of {Say.Moment(review.TakenAt)}",
            Leftover.OfNobody => "approved or left open by the service, because no person answered",
            Leftover.Replaced => "replaced by a later decision about the same access",
            Leftover.ThroughGroups =>
                "about the role of somebody who reaches it through groups alone, which a review of a role does not show",
            Leftover.WholeGroup => "about a group as a whole, which approves none of its members",
            _ => "outweighed by a decision against another step of the path",
        };

    private static string Named(List<int> rows)
    {
        var named = string.Join(
            ", ",
            rows.Order().Take(MostNamed).Select(row => row.ToString(CultureInfo.InvariantCulture))
        );
        var rest = rows.Count - MostNamed;
        return $"{(rows.Count == 1 ? "row" : "rows")} {named}{(rest > 0 ? $" and {Say.Number(rest)} more" : "")}";
    }
}
