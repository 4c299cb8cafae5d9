using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace PimAudit.History;

/// <summary>A database that was found fit to be used.</summary>
internal abstract class HistoryStore : IAsyncDisposable
{
    /// <summary>For messages: a path, or server and database; never a password.</summary>
    public abstract string Place { get; }

    public abstract HistoryContext Context();

    /// <summary>Does one thing with the database, and says in four lines what went wrong.</summary>
    /// <param name="failed">What could not be done: a whole sentence.</param>
    /// <exception cref="HistoryException">The database refused, or could not be reached.</exception>
    public async Task<T> UseAsync<T>(string failed, Func<HistoryContext, Task<T>> act)
    {
        try
        {
            await using var context = Context();
            return await act(context);
        }
        catch (Exception error) when (error is DbException or DbUpdateException or TimeoutException)
        {
            throw Troubles.With(this, failed, error);
        }
    }

    public abstract ValueTask DisposeAsync();
}
