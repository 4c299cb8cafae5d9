using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>One step of a collection: it asks, and settles what came. It never judges.</summary>
internal interface ICollectionStep
{
    /// <summary>What it reads, as a sentence without full stop.</summary>
    string Says { get; }

    Task CollectAsync(CollectionRun run, CancellationToken cancellation);
}

/// <summary>What the steps of one collection share.</summary>
internal sealed class CollectionRun
{
    /// <param name="takenAt">The start of the collection, which an interrupted run may have made.</param>
    /// <param name="journal">Null: nothing is put down, and nothing can be resumed.</param>
    public CollectionRun(
        GraphConnection connection,
        CollectionOptions options,
        TokenClaims claims,
        GraphReader reader,
        DateTimeOffset takenAt,
        CollectionJournal? journal = null
    )
    {
        Options = options;
        Claims = claims;
        TakenAt = takenAt.ToUniversalTime();
        Reader = reader;
        Journal = journal;
        Events = new EventStore(journal);
        var ask = new Questions(connection);
        Audit = new AuditReads(ask);
        Tenant = new TenantReads(ask);
        Settings = new SettingsReads(ask);
        Groups = new GroupReads(ask);
        Principals = new PrincipalReads(ask);
        Workloads = new WorkloadReads(ask);
        Use = new UseReads(ask);
        Beta = new BetaReads(ask);
        foreach (var needs in PartCatalogue.All.Where(needs => !options.Scope.Includes(needs)))
            Ledger[needs.Part].Fail(ReadFailure.SwitchedOff(needs.Switch!));
    }

    public CollectionOptions Options { get; }
    public TokenClaims Claims { get; }
    public DateTimeOffset TakenAt { get; }
    public GraphReader Reader { get; }
    public CollectionJournal? Journal { get; }
    public EventStore Events { get; }
    public AuditReads Audit { get; }
    public TenantReads Tenant { get; }
    public SettingsReads Settings { get; }
    public GroupReads Groups { get; }
    public PrincipalReads Principals { get; }
    public WorkloadReads Workloads { get; }
    public UseReads Use { get; }
    public BetaReads Beta { get; }
    public CollectionLedger Ledger { get; } = new();
    public SnapshotRows Rows { get; } = new();

    /// <summary>Graph is asked through which eligibility a role was activated; false where nobody wants to know, or it refused.</summary>
    public bool TellsOrigin { get; set; } = true;

    /// <summary>How Graph refused to tell it; null while it did not.</summary>
    public ReadFailure? OriginUntold { get; set; }

    public PrincipalPool Pool { get; } = new();

    /// <summary>Groups whose people were asked for already.</summary>
    public HashSet<Guid> AskedGroups { get; } = [];

    /// <summary>Service principals whose details were asked for already.</summary>
    public HashSet<Guid> AskedWorkloads { get; } = [];

    /// <summary>False for a part that is switched off, which its record then says already.</summary>
    public bool Wants(SnapshotParts part) => Options.Scope.Includes(PartCatalogue.Of(part));

    /// <summary>Settles a read that makes up its whole part, and keeps its rows.</summary>
    public void Keep<TRow, TModel>(ListRead<TRow, TModel> read, List<TModel> rows)
    {
        if (Ledger.Settle(read))
            rows.AddRange(read.Rows);
    }

    /// <summary>Settles a read of one object, and keeps its rows.</summary>
    public void Keep<TRow, TModel>(ListRead<TRow, TModel> read, Guid objectId, List<TModel> rows)
    {
        if (Ledger.Settle(read, objectId))
            rows.AddRange(read.Rows);
    }
}
