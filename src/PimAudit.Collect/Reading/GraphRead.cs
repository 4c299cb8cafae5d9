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

    public int Requests { get; set; }
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

    protected override async ValueTask<string?> ReadAsync(Stream body, CancellationToken cancellation) =>
        Keep(await JsonSerializer.DeserializeAsync(body, shape, cancellation));

    protected override string? Read(JsonElement body) => Keep(body.Deserialize(shape));

    protected override void Forget() => rows.Clear();

    private string? Keep(Page<TRow>? page)
    {
        var value = page?.Value ?? throw new JsonException("The page has no value.");
        rows.AddRange(value.Select(toModel).ToList());
        return page.NextLink;
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
