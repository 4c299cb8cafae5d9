using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Access.Questions;
using PimAudit.Model;
using SQLitePCL;

namespace PimAudit.Query;

/// <summary>SQL over one snapshot: read-only, bounded, and the same answer for the same snapshot. Not for several threads at once.</summary>
/// <remarks>
/// The database is in memory. A view is filled when a query first reads it and stays filled for the next one. While a
/// statement of the user is prepared and run, the gatekeeper lets it read the views and nothing else.
/// </remarks>
public sealed class SnapshotQuery : IDisposable
{
    private static readonly IReadOnlyDictionary<string, object> NoValues = ImmutableDictionary<string, object>.Empty;

    private readonly AccessMap map;
    private readonly TimeProvider time;
    private readonly Store store;
    private readonly long workingBytes;

    internal SnapshotQuery(AccessMap map, TimeProvider time, long tableBytes, long workingBytes)
    {
        this.map = map;
        this.time = time;
        this.workingBytes = workingBytes;
        store = new(map, tableBytes);
    }

    /// <param name="time">Measures the time limit; it never reaches a result.</param>
    public static SnapshotQuery Open(AccessMap map, TimeProvider? time = null) =>
        new(map, time ?? TimeProvider.System, QueryLimits.TableBytes, QueryLimits.WorkingBytes);

    /// <exception cref="QueryRefusedException">The query is refused, is no SQL, or asks too much.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public QueryAnswer Ask(string sql, QueryLimits limits, CancellationToken cancellation = default) =>
        Ask(sql, NoValues, limits, cancellation);

    /// <param name="values">What stands for <c>:name</c> in the SQL: long or string, by name without the colon.</param>
    /// <exception cref="QueryRefusedException">The query is refused, is no SQL, or asks too much.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public QueryAnswer Ask(
        string sql,
        IReadOnlyDictionary<string, object> values,
        QueryLimits limits,
        CancellationToken cancellation = default
    )
    {
        var question = new Question(sql, values, limits, cancellation);
        var read = Watched(question, (_, gate, _) => gate.Read);
        foreach (var view in ViewCatalogue.All.Where(view => read.ContainsKey(view.Name)))
            store.Fill(view, cancellation);

        return Watched(question, (statement, _, stopper) => Answer(statement, stopper, question, read));
    }

    /// <summary>What a query would read and answer, without asking it.</summary>
    /// <exception cref="QueryRefusedException">The query is refused, or is no SQL.</exception>
    public QueryShape Describe(string sql, IReadOnlyDictionary<string, object> values) =>
        Watched(
            new(sql, values, QueryLimits.Default, CancellationToken.None),
            (statement, gate, _) =>
                new QueryShape(
                    new RowReader(store.Handle, statement.Handle, sql).Columns(),
                    ViewCatalogue
                        .All.Where(view => gate.Read.ContainsKey(view.Name))
                        .Aggregate(SnapshotParts.None, (all, view) => all | PartsOf(view, gate.Read[view.Name]))
                )
        );

    public void Dispose() => store.Dispose();

    private QueryAnswer Answer(
        Statement statement,
        Stopper stopper,
        Question question,
        IReadOnlyDictionary<string, HashSet<string>> read
    )
    {
        var reader = new RowReader(store.Handle, statement.Handle, question.Sql);
        var (rows, isCut) = reader.Read(question.Limits, stopper, question.Cancellation);
        var views = ViewCatalogue.All.Where(view => read.ContainsKey(view.Name)).ToList();
        return new(
            reader.Columns(),
            rows,
            isCut,
            [.. views.Select(view => view.Name)],
            [.. Parts.Once(views.SelectMany(view => UnreadOf(view, read[view.Name])))],
            views.Any(store.HasRows)
        );
    }

    private IEnumerable<UnreadFact> UnreadOf(View view, HashSet<string> columns) =>
        Parts.Missing(map, PartsOf(view, columns)).Concat(view.Blind(map)).Concat(store.DoubtsOf(view).Of(columns));

    /// <summary>Of a view that is read, the parts of its rows and of those columns that are read.</summary>
    private static SnapshotParts PartsOf(View view, HashSet<string> columns) =>
        view
            .Columns.Where(column => columns.Contains(column.Name))
            .Aggregate(view.Parts, (all, column) => all | column.Parts);

    /// <summary>Does something with the statement while gatekeeper and stopper watch it.</summary>
    private TResult Watched<TResult>(Question question, Func<Statement, Gatekeeper, Stopper, TResult> act)
    {
        var (sql, values, limits, cancellation) = question;
        if (string.IsNullOrWhiteSpace(sql) || sql.Contains('\0', StringComparison.Ordinal))
            throw new QueryRefusedException("There is no statement.", "Nothing, or a NUL character.", Refusal.UseViews);

        var gate = new Gatekeeper(sql, store.Modules);
        var stopper = new Stopper(limits, workingBytes, time, cancellation);
        raw.sqlite3_set_authorizer(
            store.Handle,
            (_, action, first, second, _, _) => gate.Judge(action, first, second),
            null
        );
        raw.sqlite3_progress_handler(store.Handle, Stopper.Interval, _ => stopper.Look(), null);
        try
        {
            using var statement = Statement.Prepare(store.Handle, sql, values, gate, () => stopper.Refusal);
            return act(statement, gate, stopper);
        }
        catch (QueryRefusedException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        finally
        {
            raw.sqlite3_progress_handler(store.Handle, 0, null, null);
            raw.sqlite3_set_authorizer(store.Handle, (strdelegate_authorizer?)null, null);
        }
    }

    private sealed record Question(
        string Sql,
        IReadOnlyDictionary<string, object> Values,
        QueryLimits Limits,
        CancellationToken Cancellation
    );
}
