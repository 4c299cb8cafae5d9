using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>A dated, approved exception to findings of one rule.</summary>
/// <param name="Rule">Rule id or rule name.</param>
/// <param name="Targets">Ids that a finding's identity must hold, all of them.</param>
/// <param name="Expires">Last day on which it holds, UTC.</param>
public sealed record Waiver(
    string Rule,
    ImmutableArray<string> Targets,
    string Reason,
    string ApprovedBy,
    DateOnly Expires
)
{
    /// <summary>Rule and targets as every spelling of them gives them; two waivers with one key are about the same.</summary>
    public string Key =>
        $"{Rule}/{string.Join('+', Targets.Select(target => target.Trim().ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}";

    /// <summary>Whole days to the end of the last day; negative when it is over.</summary>
    public int DaysLeft(DateOnly today) => Expires.DayNumber - today.DayNumber;

    /// <summary>How much of an identity it names, whatever rule and expiry.</summary>
    internal WaiverReach Reach(ImmutableArray<ObjectRef> identity) =>
        !Targets.All(target => identity.Any(part => Names(target, part))) ? WaiverReach.None
        : identity.Where(part => part is not { Kind: ObjectKind.Scope, Id: "/" }).All(IsNamed) ? WaiverReach.Whole
        : WaiverReach.Broad;

    private bool IsNamed(ObjectRef part) => Targets.Any(target => Names(target, part));

    /// <summary>By the id alone, or by kind and id.</summary>
    private static bool Names(string target, ObjectRef part) =>
        string.Equals(target.Trim(), part.Id, StringComparison.OrdinalIgnoreCase)
        || string.Equals(target.Trim(), part.Key, StringComparison.OrdinalIgnoreCase);
}

/// <summary>How much of an identity a waiver names.</summary>
internal enum WaiverReach
{
    /// <summary>A target stands outside the identity: it is about something else.</summary>
    None,

    /// <summary>All its targets stand in the identity, which holds more.</summary>
    Broad,

    /// <summary>All of the identity; the scope of the whole tenant is implied.</summary>
    Whole,
}
