using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>A user or service principal with what was read about him.</summary>
internal sealed record Person(
    ObjectRef Reference,
    User? User,
    ServicePrincipal? Workload,
    DeletedObject? Deleted,
    string DirectoryState,
    bool? IsEmergencyAccount,
    SignInActivity? SignIn,
    RegistrationDetails? Registration
)
{
    /// <summary>A property of a user: NULL where this is none; unread where it is one and Graph did not tell.</summary>
    public object? OfUser(Func<User, object?> property) => User is null ? Missing : Cells.Read(property(User));

    /// <summary>What is told of an id is in doubt while nothing was read about it.</summary>
    public object Told(string word) => DirectoryState is "not_read" ? new Doubt(word) : word;

    /// <summary>Only a present account of which nothing is known is a hole in the data.</summary>
    public object? Missing => DirectoryState is "not_read" ? Cells.NotRead : null;
}
