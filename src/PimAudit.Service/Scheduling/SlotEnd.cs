namespace PimAudit.Service;

/// <summary>What became of an attempt at a slot.</summary>
internal enum SlotEnd
{
    /// <summary>Scanned and recorded.</summary>
    Scanned,

    /// <summary>A run was recorded before.</summary>
    Done,

    /// <summary>Another node scans, or its claim has not run out yet.</summary>
    Held,

    /// <summary>The scan failed or took too long.</summary>
    Failed,

    /// <summary>The claim was lost during the scan; what was scanned is not recorded.</summary>
    Lost,

    /// <summary>The service stops; the slot is free again.</summary>
    Stopped,
}

/// <param name="Why">One line; null unless it failed.</param>
internal sealed record SlotResult(SlotEnd End, string? Why = null);
