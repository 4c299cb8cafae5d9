using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>A part of a path about which one of Microsoft's access reviews can decide.</summary>
/// <param name="Principal">Object id.</param>
/// <param name="Resource">Id of a role definition or a group.</param>
/// <param name="IsOfPerson">The path begins with that principal: the decision is about whoever has the access.</param>
internal sealed record ReviewedStep(string Principal, string Resource, bool IsOfPerson);

/// <summary>
/// A review of a role asks about its assignments, and shows an assigned group without its members; a review of a group asks
/// about its members, also about those through a group in it. Ownership is not asked about.
/// </summary>
/// <remarks>
/// Source: Microsoft Learn, Create an access review of Azure resource and Microsoft Entra roles in PIM (impact of groups), and
/// Configure the scope of your access review (transitive members).
/// </remarks>
internal static class ReviewedSteps
{
    public static IEnumerable<ReviewedStep> Of(IssuedRow row)
    {
        for (var from = 0; from < row.Hops.Length; from++)
        for (var to = from; to < row.Hops.Length; to++)
        {
            var hop = row.Hops[to];
            if (hop.Relation is HopRelation.Owner || (hop.Relation is HopRelation.Role && to > from))
                break;
            yield return new(row.Hops[from].From.Id, hop.To.Id, from == 0);
        }
    }
}
