using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PimAudit.Collect;

/// <summary>A question with what came of it: rows or a failure, never both.</summary>
internal abstract class GraphRead(GraphQuestion question)
{
    public GraphQuestion Question { get; } = question;

    /// <summary>Null while nothing went wrong.</summary>
    public ReadFailure? Failure { get; private set; }

    public RetryState Patience { get; } = new();

    /// <summary>One for each page, and one for what failed; repeated ones are counted once.</summary>
    public int Requests => Pages + (Failure is null ? 0 : 1);

    public int Pages { get; private set; }
    public int Retries { get; set; }
    public long Bytes { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What was read before the failure is not kept: half a list is no list.</summary>
    public void Fail(ReadFailure failure)
    {
        Failure = failure;
        Forget();
    }

    /// <summary>Takes one page.</summary>
    /// <returns>Address of the next one, or null.</returns>
    /// <exception cref="JsonException">The body does not follow the contract.</exception>
    public async ValueTask<string?> TakeAsync(Stream body, CancellationToken cancellation)
    {
        var next = await ReadAsync(body, cancellation);
        Pages++;
        return next;
    }

    /// <inheritdoc cref="TakeAsync"/>
    public string? Take(JsonElement body)
    {
        if (body.ValueKind is JsonValueKind.Undefined)
            throw new JsonException("The inner response has no body.");

        var next = Read(body);
        Pages++;
        Bytes += JsonMarshal.GetRawUtf8Value(body).Length;
        return next;
    }

    protected abstract ValueTask<string?> ReadAsync(Stream body, CancellationToken cancellation);

    protected abstract string? Read(JsonElement body);

    protected abstract void Forget();
}

/// <summary>Reads a list, page by page.</summary>
internal sealed class ListRead<TRow, TModel>(
    GraphQuestion question,
    JsonTypeInfo<Page<TRow>> shape,
    Func<TRow, TModel> toModel
) : GraphRead(question)
{
    private readonly List<TModel> rows = [];

    public IReadOnlyList<TModel> Rows => rows;

    /// <summary>Which rows are kept of a list that tells more than was asked; null: all.</summary>
    public Func<TModel, bool>? Keeps { get; init; }

    /// <summary>True once nothing more is wanted, so that no further page is asked for; null: every page is.</summary>
    public Func<IReadOnlyList<TModel>, bool>? IsEnough { get; init; }

    protected override async ValueTask<string?> ReadAsync(Stream body, CancellationToken cancellation) =>
        Keep(await JsonSerializer.DeserializeAsync(body, shape, cancellation));

    protected override string? Read(JsonElement body) => Keep(body.Deserialize(shape));

    protected override void Forget() => rows.Clear();

    private string? Keep(Page<TRow>? page)
    {
        var value = page?.Value ?? throw new JsonException("The page has no value.");
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

    protected override async ValueTask<string?> ReadAsync(Stream body, CancellationToken cancellation) =>
        Keep(await JsonSerializer.DeserializeAsync(body, shape, cancellation));

    protected override string? Read(JsonElement body) => Keep(body.Deserialize(shape));

    protected override void Forget() => Value = null;

    private string? Keep(TRow? row)
    {
        Value = toModel(row ?? throw new JsonException("The body is null."));
        return null;
    }
}
