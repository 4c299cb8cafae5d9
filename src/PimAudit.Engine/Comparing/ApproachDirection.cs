using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Whether another approach of a group on a role leaves the role more open.</summary>
internal static class ApproachDirection
{
    /// <returns>Null where it is the same, or was not known before.</returns>
    public static ChangeKind? Of(Approach was, Approach now) =>
        was == now || was is Approach.Unknown ? null
        : now is Approach.Unknown ? ChangeKind.NotConfirmed
        : now is Approach.Standing && was is Approach.Approach1 or Approach.Approach2 ? ChangeKind.Weakened
        : was is Approach.Standing && now is Approach.Approach1 or Approach.Approach2 ? ChangeKind.Strengthened
        : ChangeKind.Altered;

    public static string Word(Approach approach) =>
        approach switch
        {
            Approach.Approach1 => "Approach 1",
            Approach.Approach2 => "Approach 2",
            Approach.Unknown => RunComparison.NotRead,
            _ => Say.Word(approach).ToLowerInvariant(),
        };
}
