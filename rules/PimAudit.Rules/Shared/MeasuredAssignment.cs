using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An assignment held against what its settings would allow if it were made at the moment of the snapshot.</summary>
internal sealed class MeasuredAssignment
{
    private readonly Known<RoleSettings> settings;
    private readonly DateTimeOffset takenAt;

    public MeasuredAssignment(RuleContext context, LastingAssignment row)
    {
        Row = row;
        takenAt = context.TakenAt;
        settings = context.Access.SettingsOf(row.Owner);
    }

    public LastingAssignment Row { get; }

    /// <summary>It ends later than one that is made now could; null where that is not known.</summary>
    public bool? IsOver =>
        Row.Gap is not null || !settings.IsKnown ? null
        : PermanentAllowed is not false ? Maybe.Not(PermanentAllowed)
        : Row.EndsAt is not { } end ? true
        : Longest is { } longest ? end - takenAt > longest
        : null;

    /// <summary>Why <see cref="IsOver"/> is null.</summary>
    public Gap? Unknown =>
        IsOver is null
            ? Row.Gap
                ?? settings.Gap
                ?? new Gap(
                    Policy.Part,
                    MissingReason.Malformed,
                    $"The settings do not say how long {Kind} assignments may last."
                )
            : null;

    /// <exception cref="InvalidOperationException">The settings are not known.</exception>
    public Evidence Policy =>
        new(Row.Owner.IsRole ? SnapshotParts.RoleSettings : SnapshotParts.GroupSettings, settings.Value.PolicyId);

    /// <summary>Such as <c>eligible without end</c>, or <c>active until 2027-03-01</c>.</summary>
    public string Observed => Row.EndsAt is { } end ? $"{Kind} until {Say.Day(end)}" : $"{Kind} without end";

    /// <summary>Such as <c>eligible for at most 365 days from today</c>.</summary>
    public string Expected =>
        Longest is { } longest ? $"{Kind} for at most {Say.Duration(longest)} from today" : $"{Kind} with an end";

    private string Kind => Row.IsEligible ? "eligible" : "active";

    private bool? PermanentAllowed =>
        Row.IsEligible ? settings.Value.PermanentEligibleAllowed : settings.Value.PermanentActiveAllowed;

    private TimeSpan? Longest => Row.IsEligible ? settings.Value.LongestEligible : settings.Value.LongestActive;
}
