namespace PimAudit.Cli;

/// <summary>What a run tells the shell.</summary>
public enum ExitCode
{
    /// <summary>Clean and complete.</summary>
    Clean = 0,

    /// <summary>Findings at or above the threshold. Outranks <see cref="Incomplete"/>.</summary>
    Findings = 1,

    /// <summary>Arguments, configuration, wrong tenant, files of another run in the way.</summary>
    Usage = 2,

    /// <summary>Nothing at the threshold, but a rule that is on could not be evaluated.</summary>
    Incomplete = 3,

    /// <summary>Sign-in or consent.</summary>
    SignIn = 4,

    /// <summary>A fault of ours, or of a file system.</summary>
    Internal = 5,

    Cancelled = 130,
}
