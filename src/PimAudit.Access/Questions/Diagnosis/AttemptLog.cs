using PimAudit.Access.Use;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>Finds the last attempt of a person in the audit log, which is gone through once.</summary>
internal static class AttemptLog
{
    /// <param name="groups">Groups through which the role comes, or would.</param>
    /// <returns>Null when the log shows none.</returns>
    public static Attempt? Last(Case asked, IEnumerable<ObjectRef> groups)
    {
        var wanted = asked
            .Roles.Concat(groups)
            .DistinctBy(one => one.Id, StringComparer.Ordinal)
            .ToDictionary(one => one.Id, StringComparer.OrdinalIgnoreCase);
        var last = new Dictionary<string, Attempt>(StringComparer.Ordinal);
        foreach (var entry in asked.Snapshot.Events)
            if (
                AttemptSteps.Of(entry) is { } step
                && IsOf(entry, asked)
                && TargetOf(entry, wanted) is { } target
                && Attempt.Next(last.GetValueOrDefault(target.Id), new(target, step, entry)) is { } attempt
            )
                last[target.Id] = attempt;

        return last
            .Values.OrderByDescending(one => one.Event.At)
            .ThenByDescending(one => one.Step)
            .ThenBy(one => one.Target.Id, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>About the person; where no person is named, by him. An approver who decides for another is not meant.</summary>
    private static bool IsOf(PimEvent entry, Case asked)
    {
        var people = entry.Targets.Where(target => Is(target.Type, "User")).ToList();
        return people.Count > 0
            ? people.Exists(target => Is(target.Id, asked.Person.Id))
            : entry.InitiatorId == asked.PersonId;
    }

    private static ObjectRef? TargetOf(PimEvent entry, Dictionary<string, ObjectRef> wanted) =>
        entry
            .Targets.Select(target => target.Id is { } id ? wanted.GetValueOrDefault(id) : null)
            .FirstOrDefault(target => target is not null);

    private static bool Is(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
