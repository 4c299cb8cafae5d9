using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>The last decision about each access.</summary>
/// <param name="leftovers">Gets what a later decision replaces.</param>
/// <param name="problems">Gets two results of the same moment.</param>
internal sealed class MicrosoftDecisions(Leftovers leftovers, List<string> problems)
{
    private readonly Dictionary<(string Principal, string Resource), MicrosoftRow> latest = [];

    public bool Has(string principal, string resource) => latest.ContainsKey((principal, resource));

    /// <summary>A review that recurs or has stages decides about the same access again; what was said last counts.</summary>
    public void Add(MicrosoftRow now)
    {
        var access = (now.Principal, now.Resource);
        if (!latest.TryGetValue(access, out var was))
        {
            latest[access] = now;
            return;
        }

        if (was.At == now.At && was.Answer.Decision != now.Answer.Decision)
            problems.Add(
                $"{HistorySheet.Place(now.Row, MicrosoftColumns.ReviewResult)}: another result than in row {HistorySheet.Number(was.Row)}, about the same access and of the same moment."
            );
        var later = now.At > was.At;
        latest[access] = later ? now : was;
        leftovers.Add(Leftover.Replaced, (later ? was : now).Row.Number);
    }

    /// <summary>
    /// Who is kept from one step does not come through. To keep a path, somebody must have approved the person: a group that
    /// may keep its role says nothing of its members.
    /// </summary>
    /// <returns>Null where nothing answers the row.</returns>
    public MicrosoftRow? Decisive(IssuedRow row) =>
        ReviewedSteps
            .Of(row)
            .Where(step => Has(step.Principal, step.Resource))
            .Select(step => (step.IsOfPerson, Decided: latest[(step.Principal, step.Resource)]))
            .Where(one => one.IsOfPerson || one.Decided.Answer.Decision is ReviewDecision.Revoke)
            .Select(one => one.Decided)
            .OrderBy(one => Weight(one.Answer.Decision))
            .ThenByDescending(one => one.At)
            .ThenBy(one => one.Row.Number)
            .FirstOrDefault();

    /// <summary>In the order of the report.</summary>
    public IEnumerable<MicrosoftRow> Except(IEnumerable<MicrosoftRow> used) =>
        latest
            .Values.ExceptBy(used.Select(one => one.Row.Number), one => one.Row.Number)
            .OrderBy(one => one.Row.Number);

    private static int Weight(ReviewDecision decision) =>
        decision switch
        {
            ReviewDecision.Revoke => 0,
            ReviewDecision.Unsure => 1,
            _ => 2,
        };
}
