using System.Collections.Immutable;

namespace PimAudit.Engine;

/// <summary>Which roles a rule looks at.</summary>
public enum RoleWidth
{
    Held,
    Privileged,
    All,

    /// <summary>Those of <see cref="RoleChoice.Listed"/>.</summary>
    Listed,
}

/// <summary>A width, or a list of roles.</summary>
/// <param name="Listed">Template ids; empty unless the width is Listed.</param>
public sealed record RoleChoice(RoleWidth Width, ImmutableHashSet<Guid> Listed)
{
    public static RoleChoice Parse(ImmutableArray<string> given) =>
        given is [var word] && Enum.TryParse<RoleWidth>(word, ignoreCase: true, out var width)
            ? new(width, [])
            : new(RoleWidth.Listed, [.. given.Select(Guid.Parse)]);

    public static bool IsChoice(ImmutableArray<string> given) =>
        given is ["held" or "privileged" or "all"] || (!given.IsEmpty && given.All(text => Guid.TryParse(text, out _)));
}
