using PimAudit.GraphEmulator;

namespace PimAudit.Trials;

/// <summary>Faults that hit every fifth request.</summary>
public static class Mixture
{
    private const double Rate = 0.2;

    /// <summary>
    /// What can happen to anybody at any time. A refusal, a missing licence and a 404 are answers of the directory, not
    /// disturbances: they are tried one by one.
    /// </summary>
    private static readonly FaultKind[] Disturbances =
    [
        .. Enum.GetValues<FaultKind>()
            .Where(kind => kind is not (FaultKind.Refused or FaultKind.Unlicensed or FaultKind.NotFound)),
    ];

    /// <param name="kinds">None: every disturbance.</param>
    public static FaultMix Of(int seed, params FaultKind[] kinds) =>
        new(seed, Rate, kinds.Length == 0 ? Disturbances : kinds)
        {
            Delay = TimeSpan.FromMilliseconds(2),
            RetryAfter = (seed % 3) switch
            {
                0 => "0",
                1 => "2",
                _ => DateTimeOffset.UnixEpoch.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
            },
        };
}
