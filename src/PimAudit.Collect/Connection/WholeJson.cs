using System.Text.Json;

namespace PimAudit.Collect;

/// <summary>The body of a success ends in the middle, or is no JSON: the line was cut, or something on the way answered.</summary>
internal sealed class IncompleteBodyException(JsonException inner) : JsonException(inner.Message, inner);

/// <summary>Tells a whole body from a cut one before anything is read of it.</summary>
internal static class WholeJson
{
    /// <exception cref="IncompleteBodyException">It is not one whole JSON value.</exception>
    public static void Check(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 128 });
            while (reader.Read())
                reader.Skip();
        }
        catch (JsonException failure)
        {
            throw new IncompleteBodyException(failure);
        }
    }
}
