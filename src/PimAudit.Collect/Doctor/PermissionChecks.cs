using System.Collections.Immutable;

namespace PimAudit.Collect;

/// <summary>Says of each permission of the table whether it is there: Graph's answers decide, then the token.</summary>
internal sealed class PermissionChecks(TokenBearer bearer, ImmutableArray<PartCheck> parts)
{
    public ImmutableArray<PermissionCheck> All =>
        [
            .. parts
                .SelectMany(part => part.Needs.Permissions.Select(need => (Part: part, Need: need)))
                .GroupBy(pair => pair.Need.Least, StringComparer.Ordinal)
                .Select(pairs => Check(pairs.Key, [.. pairs])),
        ];

    private PermissionCheck Check(string name, ImmutableArray<(PartCheck Part, PermissionNeed Need)> wanting)
    {
        var wanted = wanting.Where(pair => pair.Part.Health is not PartHealth.Off).ToList();
        var states = wanted.Select(pair => StateOf(pair.Part, pair.Need)).ToList();
        return new(
            name,
            ConsentSet.For(wanting[0].Need),
            Worst(states),
            Through(wanting[0].Need),
            [.. wanted.Select(pair => pair.Part)]
        );
    }

    private string? Through(PermissionNeed need) =>
        bearer.Permissions is { } held && !held.Contains(need.Least, StringComparer.OrdinalIgnoreCase)
            ? held.FirstOrDefault(one => need.IsMetBy([one]))
            : null;

    private static PermissionState Worst(List<PermissionState> states) =>
        new[] { PermissionState.Missing, PermissionState.Useless, PermissionState.Held, PermissionState.Unknown }
            .Select(state => (PermissionState?)state)
            .FirstOrDefault(state => states.Contains(state!.Value))
        ?? PermissionState.Off;

    /// <summary>What one part tells about one permission that it wants.</summary>
    private PermissionState StateOf(PartCheck part, PermissionNeed need) =>
        IsListed(need) switch
        {
            _ when part.Health is PartHealth.Readable or PartHealth.Partial => PermissionState.Held,
            true when part.Health is PartHealth.Refused && part.Needs.Permissions.All(one => IsListed(one) is true) =>
                PermissionState.Useless,
            true => PermissionState.Held,
            false => PermissionState.Missing,
            null
                when part.Health is PartHealth.Refused
                    && !part.Needs.Permissions.Any(one => one != need && !IsProven(one)) => PermissionState.Missing,
            null => PermissionState.Unknown,
        };

    private bool? IsListed(PermissionNeed need) => bearer.Permissions is { } held ? need.IsMetBy(held) : null;

    /// <summary>Some part that wants it was read.</summary>
    private bool IsProven(PermissionNeed need) =>
        parts.Any(part =>
            part.Health is PartHealth.Readable && part.Needs.Permissions.Any(one => one.Least == need.Least)
        );
}
