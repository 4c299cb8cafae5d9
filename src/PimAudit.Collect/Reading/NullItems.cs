using System.Text.Json;

namespace PimAudit.Collect;

/// <summary>Keeps null out of lists: nobody can say what an item is that is not there, and no list of Graph's has one.</summary>
internal static class NullItems
{
    /// <exception cref="JsonException">An item of a list is null, or the body is no JSON.</exception>
    public static void Refuse(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 128 });
        var last = JsonTokenType.None;
        while (reader.Read())
        {
            if (
                reader is { TokenType: JsonTokenType.Null, CurrentDepth: > 0 }
                && last is not JsonTokenType.PropertyName
            )
                throw new JsonException("A list holds an item that is null.");
            last = reader.TokenType;
        }
    }
}
