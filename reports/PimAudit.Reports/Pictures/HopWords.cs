using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pictures;

/// <summary>Says a hop in the words of its line: what it is, what an activation asks, until when it stands.</summary>
internal static class HopWords
{
    /// <param name="plural">Several people take this hop.</param>
    public static string State(Hop hop, bool plural = false) =>
        (hop.Relation, hop.State) switch
        {
            (HopRelation.Role, HopState.Standing) => "active",
            (HopRelation.Role, _) => Words.State(hop.State),
            (HopRelation.Owner, HopState.Standing) => plural
                ? "owners, could add themselves"
                : "owner, could add himself",
            (HopRelation.Owner, HopState.Unknown) => "owner, kind unknown",
            (HopRelation.Owner, _) => $"{Words.State(hop.State)} {(plural ? "owners" : "owner")}",
            (_, HopState.Standing) => plural ? "members" : "member",
            (_, HopState.Unknown) => plural ? "members, kind unknown" : "member, kind unknown",
            _ => $"{Words.State(hop.State)} {(plural ? "members" : "member")}",
        };

    /// <summary>What stands below the line.</summary>
    /// <param name="mfa">Whether the activation really asks for multifactor authentication; null when not known.</param>
    /// <param name="end">When it ends, in words; null where it does not.</param>
    public static string Gates(Hop hop, bool? mfa, string? end) =>
        hop.Gates is { } gates ? Asked(gates, mfa)
        : hop.State is HopState.Unknown ? "kind and end not known"
        : end is not null ? $"{end}, no gate"
        : hop.State is HopState.Standing ? "no activation, no gate, no end"
        : "activated now";

    /// <returns>Null where it does not end.</returns>
    public static string? End(Hop hop) =>
        hop.EndsAt is not { } end ? null
        : hop.State is HopState.Activated ? $"until {Say.Moment(end)}"
        : $"until {Say.Day(end)}";

    /// <summary>What an activation asks, as its settings say.</summary>
    public static string Asked(Gates gates) => Asked(gates, MfaOf(gates));

    /// <param name="mfa">
    /// Whether it really asks for multifactor authentication, which a context does only where a policy enforces it; null when
    /// not known.
    /// </param>
    public static string Asked(Gates gates, bool? mfa)
    {
        if (gates.Gap is not null)
            return "settings not read";

        string?[] words =
        [
            gates.Context is { } context ? InContext(context, gates.Mfa, mfa) : Asked(mfa, "MFA"),
            Asked(gates.Justification, "justification"),
            gates.Ticket is true ? "ticket" : null,
            Asked(gates.Approval, "approval"),
            gates.Longest is { } longest ? $"up to {Say.Duration(longest)}" : "duration unknown",
        ];
        return string.Join(", ", words.Where(word => word is not null));
    }

    public static bool? MfaOf(Gates gates) => Maybe.Any(gates.Mfa, gates.ContextRequired);

    /// <param name="missed">Tells of a rule whether the finding in question is its.</param>
    public static ImmutableArray<GateBar> Bars(Gates gates, bool? mfa, Func<string, bool> missed) =>
        [
            new(mfa, missed("PIM201")),
            new(gates.Justification, missed("PIM202")),
            new(gates.Ticket, missed("PIM212")),
            new(gates.Approval, missed("PIM203")),
        ];

    private static string InContext(string context, bool? plain, bool? mfa) =>
        mfa switch
        {
            true when plain is true => $"MFA, context {context}",
            true => $"context {context}",
            false => $"no MFA: context {context} is not enforced",
            null => $"MFA unknown: context {context}",
        };

    private static string Asked(bool? gate, string name) =>
        gate switch
        {
            true => name,
            false => $"no {name}",
            null => $"{name} unknown",
        };
}
