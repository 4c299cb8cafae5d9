namespace PimAudit.Model;

/// <summary>How much a finding weighs, lightest first so that comparison reads as weight.</summary>
public enum Severity
{
    Info,
    Low,
    Medium,
    High,
    Critical,
}

/// <summary>What became of a rule in a run.</summary>
public enum RuleOutcome
{
    /// <summary>Complete data, something judged, nothing found.</summary>
    Pass,

    /// <summary>At least one open finding.</summary>
    Fail,

    /// <summary>Findings exist, every one under a valid waiver.</summary>
    Waived,

    /// <summary>Complete data, nothing to judge.</summary>
    NotApplicable,

    /// <summary>Data are missing and nothing was found in what there is. Never a pass.</summary>
    NotEvaluated,

    /// <summary>Switched off by profile, configuration or command line.</summary>
    Off,
}

/// <summary>Where a finding stands.</summary>
public enum FindingStatus
{
    Open,

    /// <summary>Open, and not in the baseline or earlier run; exists only against one.</summary>
    New,
    Waived,

    /// <summary>Was in the baseline or earlier run and is gone, judged with complete data.</summary>
    Resolved,
}
