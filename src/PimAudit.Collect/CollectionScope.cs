namespace PimAudit.Collect;

/// <summary>Which of the parts that must be asked for are wanted: the <c>collect:</c> mapping of the configuration.</summary>
public sealed record CollectionScope
{
    /// <summary>Graph beta: privileged roles, groups that PIM manages, PIM alerts.</summary>
    public bool Beta { get; init; }

    /// <summary>How far back the audit log is read, from TakenAt; null: not at all. Graph keeps 30 days at most.</summary>
    public TimeSpan? Audit { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Last sign-ins of people on a path.</summary>
    public bool SignIn { get; init; } = true;

    /// <summary>Registered authentication methods of people on a path.</summary>
    public bool Registration { get; init; } = true;

    /// <summary>Schedules of PIM for Groups: two further requests for each group.</summary>
    public bool GroupSchedules { get; init; }

    /// <summary>False for a part that is switched off.</summary>
    public bool Includes(PartNeeds needs) =>
        needs.Switch switch
        {
            "audit" => Audit is not null,
            "beta" => Beta,
            "groupSchedules" => GroupSchedules,
            "registration" => Registration,
            "signIn" => SignIn,
            _ => true,
        };
}
