using System.Text.Json.Serialization.Metadata;

namespace PimAudit.Collect.Tests;

/// <summary>Bodies as Graph documents them or was seen to send them, with the people of contoso.example in them.</summary>
internal static class Body
{
    public static string Of(string name)
    {
        using var stream = typeof(Body).Assembly.GetManifestResourceStream(name + ".json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The rows of a list.</summary>
    public static TRow[] Rows<TRow>(string name, JsonTypeInfo<Page<TRow>> shape) =>
        System.Text.Json.JsonSerializer.Deserialize(Of(name), shape)!.Value!;

    /// <summary>The ids in the bodies are numbered.</summary>
    public static Guid Id(int number) => new($"{number:D8}-0000-4000-8000-{number:D12}");

    /// <summary>One value of the model as a line, so that the items of lists are compared too.</summary>
    public static string Line(object row) => System.Text.Json.JsonSerializer.Serialize(row);
}
