using System.Collections.Immutable;
using PimAudit.Collect;
using PimAudit.Engine;
using PimAudit.Reports;
using PimAudit.Service;

namespace PimAudit.Cli;

/// <summary>Everything that is configured, from file, variables and arguments.</summary>
/// <param name="File">Path of the file that was read; null when there is none.</param>
/// <param name="Tenant">Refuse every other; null accepts the one that answers.</param>
/// <param name="Cloud">Such as <c>global</c>.</param>
/// <param name="Profiles">Names of profiles that ship, or paths of files; the first is primary, none stands twice.</param>
/// <param name="Audit">What the engine judges by.</param>
/// <param name="Scope">Which parts are collected that must be asked for.</param>
/// <param name="OutputFolder">Root of the runs' folders, as written.</param>
/// <param name="Formats">Reports to write.</param>
/// <param name="Root">The file as read, to find the line of a problem; null without a file.</param>
internal sealed record Settings(
    string? File,
    Guid? Tenant,
    string Cloud,
    AuthSettings Auth,
    ImmutableArray<string> Profiles,
    AuditConfiguration Audit,
    CollectionScope Scope,
    string OutputFolder,
    ImmutableArray<string> Formats,
    YamlMap? Root
)
{
    /// <summary>Path of the baseline, absolute or relative to the current folder; null without one.</summary>
    public string? Baseline { get; init; }

    /// <summary>Paths of reviews that were issued, absolute or relative to the current folder.</summary>
    public ImmutableArray<string> Reviews { get; init; } = [];

    /// <summary>Where runs are recorded; null for nowhere.</summary>
    public HistorySettings? History { get; init; }

    /// <summary>Folders of rules of one's own, as written: relative to <see cref="File"/>.</summary>
    public ImmutableArray<string> CustomRules { get; init; } = [];

    /// <summary>Who is told about runs.</summary>
    public NotificationSettings Notifications { get; init; } = NotificationSettings.None;

    /// <summary>Of the manifests; null leaves them unsigned.</summary>
    public SigningSettings? Signing { get; init; }

    /// <summary>Printed on every page and sheet.</summary>
    public string Classification { get; init; } = DefaultClassification;

    /// <summary>Of the PDF.</summary>
    public PaperSize Paper { get; init; }

    /// <summary>The PDF shows less where it would have more; null for what suits the size of the tenant.</summary>
    public int? Pages { get; init; }

    /// <summary>Base URL of the Graph that is read; null for that of the cloud.</summary>
    public string? Endpoint { get; init; }

    /// <summary>One of several tenants: variables that speak of a single tenant do not count.</summary>
    public bool IsOneOfMany { get; init; }

    /// <summary>When <c>serve</c> scans the tenant; null when nobody said. Names the tenant as the service will.</summary>
    public TenantSchedule? Schedule { get; init; }

    /// <summary>How <c>serve</c> works with this configuration.</summary>
    public ServeSettings Serve { get; init; } = ServeSettings.Default;

    /// <summary>What reports say about themselves.</summary>
    /// <param name="resultSha256">64 hex digits.</param>
    public ReportFacts FactsOf(string resultSha256) => new(resultSha256, Classification, Paper, Pages);

    public const string DefaultClassification = "Confidential";
    public const string DefaultProfile = "best-practices";
    public const string DefaultOutput = "pimaudit-out";

    /// <summary>The sign-in of a pipeline that has a token already.</summary>
    public const string AccessTokenMode = "access-token";

    /// <summary>What a run writes when nobody chooses.</summary>
    public static readonly ImmutableArray<string> DefaultFormats = ["xlsx", "pdf", "json"];
    public static readonly ImmutableArray<string> Clouds = ["global", "usgov", "usgovdod", "china"];
    public static readonly ImmutableArray<string> SignInModes =
    [
        "managed-identity",
        "workload-identity",
        "certificate",
        "client-secret",
        "device-code",
        "interactive",
        "azure-cli",
        "environment",
        AccessTokenMode,
    ];
}
