namespace PimAudit.Archive;

/// <summary>What can be wrong with evidence.</summary>
public enum EvidenceFault
{
    /// <summary>The manifest is not there, cut short, edited, or of a version that this program does not read.</summary>
    BadManifest,

    /// <summary>A file is not the one that the manifest names.</summary>
    ChangedFile,

    /// <summary>A file is that of another run.</summary>
    SwappedFile,
    MissingFile,

    /// <summary>A file that the manifest does not name could be taken for one of the run's.</summary>
    ShadowingFile,

    /// <summary>Two files of the run say different things about the same.</summary>
    Contradiction,

    /// <summary>The run does not lie where its tenant and time say.</summary>
    Misplaced,

    /// <summary>A run names a previous one that is not here.</summary>
    MissingRun,

    /// <summary>Two runs name the same previous one.</summary>
    Fork,

    /// <summary>A run continues no other although there are older ones.</summary>
    SecondBeginning,

    /// <summary>A run has no signature where it should have one.</summary>
    MissingSignature,
    BadSignature,
    WrongCertificate,

    /// <summary>An archive is damaged, or is none that should be opened.</summary>
    BadArchive,
}

/// <summary>Something that does not hold.</summary>
/// <param name="File">Of the run; null where it is not about one. Hostile.</param>
/// <param name="Failed">A sentence.</param>
/// <param name="Seen">Hostile.</param>
public sealed record EvidenceProblem(EvidenceFault Fault, string? File, string Failed, string Seen, string Expected);
