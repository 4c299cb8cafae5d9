namespace PimAudit.GraphEmulator;

public sealed partial class TenantBuilder
{
    /// <summary>When the user signed in; without this, every user did so two days before <see cref="Now"/>.</summary>
    /// <param name="last">UTC, failed attempts included; null: not recorded.</param>
    /// <param name="lastSuccessful">UTC; null: not recorded, as before December 2023.</param>
    /// <param name="lastNonInteractive">UTC; null: not recorded. All three null: the user never signed in.</param>
    public TenantBuilder SignedIn(
        string user,
        DateTimeOffset? last,
        DateTimeOffset? lastSuccessful = null,
        DateTimeOffset? lastNonInteractive = null
    )
    {
        Tenant.People.Set(UserId(user), new SignIn(last, lastSuccessful, lastNonInteractive));
        return this;
    }

    /// <summary>
    /// The user's registered methods, in Graph's spelling; without this, every enabled user has
    /// <c>microsoftAuthenticatorPush</c>. The report leaves disabled users out whatever they registered.
    /// </summary>
    public TenantBuilder Registers(string user, params string[] methods)
    {
        Tenant.People.Set(UserId(user), [.. methods]);
        return this;
    }

    /// <summary>The registration report has no row of the user.</summary>
    public TenantBuilder Unregistered(string user)
    {
        Tenant.People.Set(UserId(user), registered: null);
        return this;
    }

    /// <summary>
    /// So many further members that no role or group names: they exist as rows of the registration report and in the count
    /// of users only, and take no room.
    /// </summary>
    public TenantBuilder OtherUsers(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Tenant.People.Others = count;
        return this;
    }

    private Guid UserId(string user) =>
        Tenant.Directory.Find(Id(user), EntryKind.User) is not null
            ? Id(user)
            : throw new ArgumentException($"The tenant has no user '{user}'.", nameof(user));
}
