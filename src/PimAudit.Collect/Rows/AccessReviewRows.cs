using System.Text.Json.Serialization;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>A scope of any kind: a query, or principals and resources that are scopes themselves.</summary>
internal sealed record ReviewScopeRow(
    [property: JsonPropertyName("@odata.type")] string? Type = null,
    string? Query = null,
    ReviewScopeRow[]? PrincipalScopes = null,
    ReviewScopeRow[]? ResourceScopes = null
);

internal sealed record ReviewerRow(string? Query = null);

internal sealed record ReviewStageRow(ReviewerRow[]? Reviewers = null);

internal sealed record RecurrencePatternRow(string? Type = null, int? Interval = null);

internal sealed record RecurrenceRangeRow(
    string? Type = null,
    int? NumberOfOccurrences = null,
    string? StartDate = null,
    string? EndDate = null
);

internal sealed record RecurrenceRow(RecurrencePatternRow? Pattern = null, RecurrenceRangeRow? Range = null)
{
    private const double DaysOfMonth = 30.5;

    public ReviewRecurrence ToModel()
    {
        var every = EveryDays();
        return new(every, EndsOn(every), Day(Range?.StartDate));
    }

    private double? EveryDays()
    {
        if (Pattern is not { Interval: > 0 and var interval })
            return null;

        return Pattern.Type?.ToUpperInvariant() switch
        {
            "DAILY" => interval,
            "WEEKLY" => 7.0 * interval,
            "ABSOLUTEMONTHLY" or "RELATIVEMONTHLY" => DaysOfMonth * interval,
            "ABSOLUTEYEARLY" or "RELATIVEYEARLY" => 12 * DaysOfMonth * interval,
            _ => null,
        };
    }

    /// <summary>Numbered with no number is how Graph writes "no end".</summary>
    private DateOnly? EndsOn(double? every) =>
        Range?.Type?.ToUpperInvariant() switch
        {
            "ENDDATE" => Day(Range.EndDate),
            "NUMBERED" when Range.NumberOfOccurrences is > 0 and var times && every is { } days => After(
                Day(Range.StartDate),
                Math.Ceiling((times - 1) * days)
            ),
            _ => null,
        };

    /// <summary>Null beyond the calendar: that is no end either.</summary>
    private static DateOnly? After(DateOnly? start, double days) =>
        start is { } first && days < DateOnly.MaxValue.DayNumber - first.DayNumber ? first.AddDays((int)days) : null;

    /// <summary>Null for the year 9999, which means never, and for what is no date.</summary>
    private static DateOnly? Day(string? text) =>
        DateOnly.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var day)
        && day.Year is > 1 and < 9999
            ? day
            : null;
}

internal sealed record ReviewSettingsRow(
    bool? AutoApplyDecisionsEnabled = null,
    bool? DefaultDecisionEnabled = null,
    string? DefaultDecision = null,
    RecurrenceRow? Recurrence = null
);

internal sealed record AccessReviewRow(
    string Id,
    string? DisplayName = null,
    string? Status = null,
    DateTimeOffset? CreatedDateTime = null,
    ReviewScopeRow? Scope = null,
    ReviewerRow[]? Reviewers = null,
    ReviewerRow[]? FallbackReviewers = null,
    ReviewStageRow[]? StageSettings = null,
    ReviewSettingsRow? Settings = null
)
{
    private bool NamesReviewers =>
        Reviewers is { Length: > 0 }
        || FallbackReviewers is { Length: > 0 }
        || (StageSettings ?? []).Any(stage => stage.Reviewers is { Length: > 0 });

    /// <summary>Graph documents an empty list of reviewers as a review of oneself; a missing list says nothing.</summary>
    private bool IsSelfReview => !NamesReviewers && Reviewers is not null;

    public AccessReview ToModel() =>
        new(
            Spelling.Steady(Id),
            DisplayName,
            Status,
            Spelling.Moment(CreatedDateTime),
            ReviewTargets.Of(Scope),
            NamesReviewers || IsSelfReview,
            IsSelfReview,
            (Settings?.Recurrence ?? new RecurrenceRow()).ToModel(),
            Settings?.AutoApplyDecisionsEnabled,
            Settings?.DefaultDecisionEnabled is true ? Settings.DefaultDecision : null
        )
        {
            AppliesDefault = Settings?.DefaultDecisionEnabled,
        };
}

internal sealed record AccessReviewInstanceRow(
    string Id,
    DateTimeOffset? StartDateTime = null,
    DateTimeOffset? EndDateTime = null,
    string? Status = null
)
{
    public AccessReviewInstance ToModel(string reviewId) =>
        new(
            Spelling.Steady(Id),
            Spelling.Steady(reviewId),
            Spelling.Moment(StartDateTime),
            Spelling.Moment(EndDateTime),
            Status
        );
}
