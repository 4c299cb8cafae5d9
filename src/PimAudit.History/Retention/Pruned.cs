using System.Collections.Immutable;

namespace PimAudit.History;

/// <summary>What retention lets go.</summary>
/// <param name="Runs">Those whose results go, in the order of recording.</param>
/// <param name="Delivered">How many notifications that arrived are forgotten.</param>
/// <param name="GivenUp">Notifications that never arrived, and are not tried any more: oldest first.</param>
public sealed record Pruned(ImmutableArray<PastRun> Runs, int Delivered, ImmutableArray<WaitingMessage> GivenUp)
{
    public bool IsNothing => Runs.IsEmpty && Delivered == 0 && GivenUp.IsEmpty;
}
