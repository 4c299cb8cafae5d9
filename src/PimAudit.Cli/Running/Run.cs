using System.Collections.Immutable;
using PimAudit.Archive;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Reports.Redaction;

namespace PimAudit.Cli;

/// <summary>What a verb knows before it starts, checked as a whole so that nothing is read in vain.</summary>
/// <param name="Out">Folder to write to, absolute; null for the default under the output folder.</param>
internal sealed record Run(
    Settings Settings,
    AuditPlan Plan,
    Threshold Threshold,
    ImmutableArray<string> Formats,
    string? Out,
    bool Demo,
    bool Force,
    bool Quiet,
    bool NoColor,
    bool AllowIncomplete,
    Surroundings Surroundings
)
{
    /// <summary>Go on with an interrupted collection, where there is one.</summary>
    public bool Resume { get; init; }

    /// <summary>What has not been read by then is recorded as missing; null: no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The time of a schedule for which the run is made, UTC; null for a run that a person started.</summary>
    public DateTimeOffset? Slot { get; init; }

    /// <summary>A tenant of which nothing could be read was not scanned: there is no run of it then.</summary>
    public bool NeedsEvidence { get; init; }

    /// <summary>What the tenant's folder is called under the output folder; null for its id.</summary>
    public string? TenantFolder { get; init; }

    /// <summary>Longest wait of a throttled request; null for the collector's own.</summary>
    public TimeSpan? MaxThrottleWait { get; init; }

    /// <summary>What the findings are compared with; null without one.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>Files or folders of earlier runs, as written.</summary>
    public ImmutableArray<string> Previous { get; init; } = [];

    /// <summary>Those runs, oldest first.</summary>
    public ImmutableArray<EarlierResult> Earlier { get; init; } = [];

    /// <summary>Access reviews that were issued before.</summary>
    public ImmutableArray<KeptReview> Reviews { get; init; } = [];

    /// <summary>
    /// SHA-256 of the manifest that this run continues, as a history names it; without a history null leaves it to the folders that lie beside.
    /// </summary>
    public string? PreviousManifest { get; init; }

    /// <summary>What the history knows of the tenant; null without one.</summary>
    public EarlierHistory? History { get; init; }

    /// <summary>Signs the manifest; null where no certificate is configured.</summary>
    public ManifestSigner? Signer { get; init; }

    /// <summary>The only tenant with which this run can go on; null accepts the one that answers.</summary>
    public Guid? ExpectedTenant =>
        Settings.Tenant
        ?? Baseline?.TenantId
        ?? Earlier.FirstOrDefault()?.Result.Tenant.Id
        ?? Reviews.FirstOrDefault()?.Review.TenantId;

    /// <summary>Files of the user's choice, beside the folder of the run.</summary>
    public ImmutableArray<OutputFile> Outputs { get; init; } = [];

    /// <summary>With it names, ids and free text become pseudonyms; null leaves them.</summary>
    public RedactionKey? RedactionKey { get; init; }

    /// <summary>Where the summary goes: not where a report goes.</summary>
    public TextWriter Talk => Outputs.Any(output => output.Path is null) ? Surroundings.Error : Surroundings.Out;

    /// <exception cref="Failure">Baseline, earlier run or review is of another tenant, or one is later than the snapshot.</exception>
    public AuditResult Judge(TenantSnapshot snapshot, string snapshotHash)
    {
        BaselineChoice.RefuseOther(Baseline, Settings.Baseline, snapshot.Tenant.Id);
        EarlierChoice.Refuse(Earlier, snapshot.Tenant.Id, snapshot.TakenAt);
        ReviewChoice.Refuse(Reviews, snapshot.Tenant.Id, snapshot.TakenAt);
        return Evaluator.Evaluate(
            snapshot,
            snapshotHash,
            Plan,
            new(Product.Version, AllowIncomplete)
            {
                Baseline = Baseline,
                Earlier = Earlier,
                History = History,
                Reviews = Reviews,
            }
        );
    }

    /// <summary>A result that was judged before, beside the earlier runs and reviews.</summary>
    /// <exception cref="Failure">An earlier run or a review is of another tenant, or later.</exception>
    public AuditResult Compare(AuditResult result)
    {
        EarlierChoice.Refuse(Earlier, result.Tenant.Id, result.Snapshot.TakenAt);
        ReviewChoice.Refuse(Reviews, result.Tenant.Id, result.Snapshot.TakenAt);
        return ReviewOutcomes.With(EarlierRuns.With(result, Earlier), Reviews);
    }

    /// <summary>The folder in which a scan puts down what it reads; the same for the next scan of the same tenant.</summary>
    public string WorkFolder =>
        Out is null
            ? Path.GetFullPath(
                Path.Combine(
                    Settings.OutputFolder,
                    TenantFolder ?? Settings.Tenant?.ToString("D") ?? "",
                    "collection" + WorkEnding
                ),
                Surroundings.Folder
            )
            : Path.Combine(Out, "collection" + WorkEnding);

    /// <summary>How the name of such a folder ends.</summary>
    public const string WorkEnding = ".resume";

    /// <summary>The folder of a run on this tenant at this time.</summary>
    public string FolderOf(Guid tenantId, DateTimeOffset takenAt) =>
        Out
        ?? Path.GetFullPath(
            Path.Combine(Settings.OutputFolder, TenantFolder ?? tenantId.ToString("D"), RunChain.NameOf(takenAt)),
            Surroundings.Folder
        );
}
