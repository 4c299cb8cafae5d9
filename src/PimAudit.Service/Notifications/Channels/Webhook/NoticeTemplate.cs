using System.Text.Encodings.Web;
using System.Text.Json;
using Fluid;
using Fluid.Values;

namespace PimAudit.Service;

/// <summary>
/// Makes a body from a Liquid template. It sees <c>notice</c>, as its JSON is, and <c>key</c>; every value that it prints is
/// escaped for a JSON string; it can read nothing else, and must make JSON.
/// </summary>
internal static class NoticeTemplate
{
    private const int MaxBytes = 64 * 1024;
    private const int MaxSteps = 20_000;
    private static readonly FluidParser Parser = new();
    private static readonly TemplateOptions Options = new()
    {
        MaxSteps = MaxSteps,
        MaxRecursion = 20,
        StrictFilters = true,
    };

    /// <exception cref="ChannelException">The file cannot be read, is no template, or makes no JSON.</exception>
    public static async Task<string> RenderAsync(string path, Notice notice, string key)
    {
        if (!Parser.TryParse(Read(path), out var template, out var error))
            throw new ChannelException($"The template {Path.GetFileName(path)} cannot be understood: {OneLine(error)}");

        var context = new TemplateContext(Options);
        using var json = JsonDocument.Parse(NoticeJson.Write(notice));
        context.SetValue("notice", Value(json.RootElement));
        context.SetValue("key", new StringValue(key));
        return Checked(await RenderAsync(template, context, path), path);
    }

    private static async Task<string> RenderAsync(IFluidTemplate template, TemplateContext context, string path)
    {
        try
        {
            return await template.RenderAsync(context, JavaScriptEncoder.Default);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new ChannelException($"The template {Path.GetFileName(path)} failed: {OneLine(fault.Message)}");
        }
    }

    private static string Read(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= MaxBytes }
                ? File.ReadAllText(path)
                : throw new ChannelException(
                    $"The template {Path.GetFileName(path)} does not exist, or has more than {MaxBytes} bytes."
                );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ChannelException($"The template {Path.GetFileName(path)} cannot be read.");
        }
    }

    /// <summary>A template that forgets a comma is told at home, not by the receiver.</summary>
    private static string Checked(string text, string path)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return text;
        }
        catch (JsonException error)
        {
            throw new ChannelException(
                $"The template {Path.GetFileName(path)} makes no JSON: see line {error.LineNumber + 1} of what it makes."
            );
        }
    }

    private static FluidValue Value(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => new DictionaryValue(
                new FluidValueDictionaryFluidIndexable(
                    element
                        .EnumerateObject()
                        .ToDictionary(one => one.Name, one => Value(one.Value), StringComparer.Ordinal)
                )
            ),
            JsonValueKind.Array => new ArrayValue([.. element.EnumerateArray().Select(Value)]),
            JsonValueKind.String => new StringValue(element.GetString()!),
            JsonValueKind.Number => NumberValue.Create(element.GetDecimal()),
            JsonValueKind.True => BooleanValue.True,
            JsonValueKind.False => BooleanValue.False,
            _ => NilValue.Instance,
        };

    private static string OneLine(string text) => PlainLine.Of(text.ReplaceLineEndings(" "), Most.Text);
}
