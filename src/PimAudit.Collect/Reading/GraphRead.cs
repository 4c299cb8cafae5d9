using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PimAudit.Collect;

/// <summary>A question with what came of it: rows or a failure, never both.</summary>
internal abstract class GraphRead(GraphQuestion question)
{
    public GraphQuestion Question { get; } = question;

    /// <summary>As an error answer is to be understood: a licence that is missing is missing from the first page on.</summary>
    public GraphQuestion Asked => Pages == 0 ? Question : Question with { BadRequestMeansLicence = false };

    /// <summary>Null while nothing went wrong.</summary>
    public ReadFailure? Failure { get; private set; }

    /// <summary>
    /// An answer made no sense, or the token of a further page was no longer good: from the first page on it may go well.
    /// </summary>
    public bool MayGoWellAnew =>
        Failure is { IsNonsense: true } || (Pages > 0 && Failure is { HttpStatus: 400 or 410 });

    public RetryState Patience { get; } = new(RequestLoad.Of(question.Address).Service);

    /// <summary>Where each page that was understood is put down; null: nowhere.</summary>
    public IPageRecorder? Recorder { get; set; }

    /// <summary>One for each page, and one for what failed; repeated ones are counted once.</summary>
    public int Requests => Pages + (Failure is null ? 0 : 1);

    public int Pages { get; private set; }
    public int Retries { get; set; }
    public long Bytes { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Rows read so far.</summary>
    public abstract int RowCount { get; }

    /// <summary>Rows that whoever watches was told of.</summary>
    public int RowsTold { get; set; }

    /// <summary>What was read before the failure is not kept: half a list is no list.</summary>
    public void Fail(ReadFailure failure)
    {
        Failure = failure;
        Forget();
    }

    /// <summary>Begins anew, as if nothing had been read.</summary>
    public void Restart()
    {
        Failure = null;
        Pages = 0;
        Retries++;
        Forget();
    }

    /// <summary>Takes one page.</summary>
    /// <returns>Address of the next one, or null.</returns>
    /// <exception cref="JsonException">The body does not follow the contract.</exception>
    public string? Take(ReadOnlySpan<byte> body)
    {
        var next = Read(body);
        Pages++;
        Recorder?.Record(this, body);
        return next;
    }

    /// <summary>Takes one page out of a batch.</summary>
    /// <inheritdoc cref="Take(ReadOnlySpan{byte})"/>
    public string? Take(JsonElement body)
    {
        if (body.ValueKind is JsonValueKind.Undefined)
            throw new JsonException("The inner response has no body.");

        var bytes = JsonMarshal.GetRawUtf8Value(body);
        Bytes += bytes.Length;
        return Take(bytes);
    }

    protected abstract string? Read(ReadOnlySpan<byte> body);

    protected abstract void Forget();
}

/// <summary>Puts down the pages of a read while it goes on.</summary>
internal interface IPageRecorder
{
    void Record(GraphRead read, ReadOnlySpan<byte> body);
}

/// <summary>Reads a list, page by page.</summary>
internal sealed class ListRead<TRow, TModel>(
    GraphQuestion question,
    JsonTypeInfo<Page<TRow>> shape,
    Func<TRow, TModel> toModel
) : GraphRead(question)
{
    /// <summary>A page may be empty and still have a next one, but a list that goes on so has no end.</summary>
    private const int MostEmptyPages = 200;

    private readonly List<TModel> rows = [];
    private int emptyPages;

    public IReadOnlyList<TModel> Rows => rows;

    public override int RowCount => rows.Count;

    /// <summary>Which rows are kept of a list that tells more than was asked; null: all.</summary>
    public Func<TModel, bool>? Keeps { get; init; }

    /// <summary>True once nothing more is wanted, so that no further page is asked for; null: every page is.</summary>
    public Func<IReadOnlyList<TModel>, bool>? IsEnough { get; init; }

    protected override string? Read(ReadOnlySpan<byte> body)
    {
        NullItems.Refuse(body);
        return Keep(JsonSerializer.Deserialize(body, shape));
    }

    protected override void Forget()
    {
        rows.Clear();
        emptyPages = 0;
    }

    private string? Keep(Page<TRow>? page)
    {
        var value = page?.Value ?? throw new JsonException("The page has no value.");
        emptyPages = value.Length == 0 ? emptyPages + 1 : 0;
        if (emptyPages == MostEmptyPages)
            throw new JsonException("One page without a row leads to the next, without end.");

        var models = value.Select(toModel);
        rows.AddRange(Keeps is null ? [.. models] : [.. models.Where(Keeps)]);
        return IsEnough?.Invoke(rows) is true ? null : page.NextLink;
    }
}

/// <summary>Reads one object.</summary>
internal sealed class ObjectRead<TRow, TModel>(
    GraphQuestion question,
    JsonTypeInfo<TRow> shape,
    Func<TRow, TModel> toModel
) : GraphRead(question)
    where TRow : class
    where TModel : class
{
    /// <summary>Null until it was read, and when it could not be.</summary>
    public TModel? Value { get; private set; }

    public override int RowCount => Value is null ? 0 : 1;

    protected override string? Read(ReadOnlySpan<byte> body)
    {
        NullItems.Refuse(body);
        return Keep(JsonSerializer.Deserialize(body, shape));
    }

    protected override void Forget() => Value = null;

    private string? Keep(TRow? row)
    {
        Value = toModel(row ?? throw new JsonException("The body is null."));
        return null;
    }
}
