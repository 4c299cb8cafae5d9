using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>A waiver and what it did.</summary>
/// <param name="DaysLeft">Whole days to the end of the last day; negative when expired.</param>
/// <param name="MaxDays">More days left than that are too long.</param>
/// <param name="IsBroad">It names fewer ids than the identity of a finding that it covers.</param>
/// <param name="Covered">Findings under it.</param>
/// <param name="CriticalLeft">Critical findings that it names without all of their identity, and so does not cover.</param>
/// <param name="Doubt">Why nothing follows from covering nothing; null when its rule would have said more.</param>
public sealed record WaiverUse(
    Waiver Waiver,
    int DaysLeft,
    int MaxDays,
    bool IsBroad,
    int Covered,
    int CriticalLeft,
    Gap? Doubt
)
{
    public WaiverState State =>
        DaysLeft < 0 ? WaiverState.Expired
        : DaysLeft > MaxDays ? WaiverState.TooLong
        : Covered > 0 ? WaiverState.Used
        : CriticalLeft == 0 && Doubt is not null ? WaiverState.NotConfirmed
        : WaiverState.Unused;

    public WaiverRow Row =>
        new(
            Waiver.Rule,
            Waiver.Targets,
            Waiver.Reason,
            Waiver.ApprovedBy,
            Waiver.Expires,
            DaysLeft,
            State,
            IsBroad,
            Covered
        )
        {
            CriticalLeft = CriticalLeft,
        };
}
