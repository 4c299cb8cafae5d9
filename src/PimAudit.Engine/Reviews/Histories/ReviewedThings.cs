using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>The ids of a review: who and what Microsoft's reviews could have decided about.</summary>
internal sealed class ReviewedThings
{
    private readonly HashSet<string> principals = new(StringComparer.Ordinal);
    private readonly HashSet<string> resources = new(StringComparer.Ordinal);
    private readonly HashSet<(string Principal, string Role)> reached = [];

    /// <summary>True where a path begins with the principal.</summary>
    private readonly Dictionary<(string Principal, string Resource), bool> steps = [];

    public ReviewedThings(ReviewRecord review)
    {
        foreach (var row in review.Rows)
        {
            foreach (var hop in row.Hops)
            {
                principals.Add(hop.From.Id);
                resources.Add(hop.To.Id);
                reached.Add((hop.From.Id, row.Role.Id));
            }

            foreach (var step in ReviewedSteps.Of(row))
                steps[(step.Principal, step.Resource)] =
                    step.IsOfPerson || steps.GetValueOrDefault((step.Principal, step.Resource));
        }
    }

    public bool HasPrincipal(string principal) => principals.Contains(principal);

    /// <summary>A path of the review begins with that principal.</summary>
    public bool IsOfPerson(string principal, string resource) => steps.GetValueOrDefault((principal, resource));

    /// <returns>Why a decision about that access answers no path of the review; null where it may.</returns>
    public Leftover? WhyNot(string principal, string resource) =>
        steps.ContainsKey((principal, resource)) ? null
        : !resources.Contains(resource) ? Leftover.Elsewhere
        : reached.Contains((principal, resource)) ? Leftover.ThroughGroups
        : Leftover.Stranger;
}
