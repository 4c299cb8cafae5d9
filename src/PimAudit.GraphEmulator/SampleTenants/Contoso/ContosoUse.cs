namespace PimAudit.GraphEmulator;

/// <summary>What Contoso's audit log tells of activations.</summary>
internal static class ContosoUse
{
    private const string Completed = "Add member to role completed (PIM activation)";
    private const string Deactivated = "Remove member from role completed (PIM deactivate)";

    private static readonly string[] Tasks =
    [
        "Release a quarantined message",
        "Restore a shared mailbox",
        "Mend a transport rule",
        "Move a room mailbox",
    ];

    public static TenantBuilder Add(TenantBuilder builder) => builder.With(AddShortWork).With(AddRestless);

    /// <summary>Work of an hour in a role that stays for eight; once, nobody knows what for.</summary>
    private static TenantBuilder AddShortWork(TenantBuilder builder)
    {
        for (var day = 26; day >= 4; day -= 2)
            builder = Activate(
                builder,
                "Oscar Delgado",
                "Exchange Administrator",
                builder.Now.AddDays(-day),
                day == 12 ? "fix" : $"{Tasks[day / 2 % Tasks.Length]} (INC{4100 + day})",
                TimeSpan.FromMinutes(50 + day)
            );
        return builder;
    }

    /// <summary>Four times between the morning and the next.</summary>
    private static TenantBuilder AddRestless(TenantBuilder builder)
    {
        foreach (var hour in new[] { 60, 54, 48, 42 })
            builder = Activate(
                builder,
                "Hana Suzuki",
                "SharePoint Administrator",
                builder.Now.AddHours(-hour),
                $"Migrate site collection {70 - hour} of the intranet",
                TimeSpan.FromHours(5)
            );
        return builder;
    }

    private static TenantBuilder Activate(
        TenantBuilder builder,
        string person,
        string role,
        DateTimeOffset at,
        string reason,
        TimeSpan used
    ) =>
        builder
            .Audit(Completed, at, person, person, role, justification: reason)
            .Audit(Deactivated, at + used, person, person, role);
}
