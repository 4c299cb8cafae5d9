using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PimAudit.Cli;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">Offset of its first letter.</param>
/// <param name="End">Offset behind its last letter, comments and blanks left out.</param>
internal readonly record struct Place(int Start, int End);

/// <summary>A value or a list in a YAML text.</summary>
/// <param name="IsFlow">In brackets.</param>
/// <param name="Items">Of a list; empty for any other value.</param>
internal sealed record ValuePlace(Place Place, bool IsFlow, bool IsList, ImmutableArray<Place> Items)
{
    /// <summary>Nothing, <c>~</c>, <c>null</c> or a list of nothing.</summary>
    public bool IsNothing { get; init; }
}

/// <summary>Where the waivers stand in the text of a configuration.</summary>
/// <param name="Root">The mapping of the whole file; null for a file without one.</param>
/// <param name="Value">Of the key <c>waivers</c>; null without the key.</param>
internal sealed record WaiverPlaces(ValuePlace? Root, ValuePlace? Value)
{
    private const string Key = "waivers";

    /// <exception cref="YamlException">Not YAML.</exception>
    public static WaiverPlaces Find(string text)
    {
        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _) || !parser.TryConsume<MappingStart>(out var start))
            return new(Root: null, Value: null);

        var isFlow = start.Style is MappingStyle.Flow;
        var keys = ImmutableArray.CreateBuilder<Place>();
        ValuePlace? value = null;
        var end = At(start.End);
        while (!parser.Accept<MappingEnd>(out _))
        {
            var isOurs = parser.Accept<Scalar>(out var key) && string.Equals(key.Value, Key, StringComparison.Ordinal);
            keys.Add(Read(parser).Place);
            var read = Read(parser);
            end = read.Place.End;
            if (isOurs)
                value = read;
        }

        var close = parser.Consume<MappingEnd>();
        return new(
            new(new(At(start.Start), isFlow ? Behind(close) : end), isFlow, IsList: false, keys.ToImmutable()),
            value
        );
    }

    private static ValuePlace Read(IParser parser)
    {
        if (parser.TryConsume<SequenceStart>(out var list))
        {
            var items = ImmutableArray.CreateBuilder<Place>();
            while (!parser.Accept<SequenceEnd>(out _))
                items.Add(Read(parser).Place);
            var isFlow = list.Style is SequenceStyle.Flow;
            return List(list, isFlow, parser.Consume<SequenceEnd>(), items.ToImmutable());
        }

        if (parser.TryConsume<MappingStart>(out var map))
        {
            var last = At(map.End);
            while (!parser.Accept<MappingEnd>(out _))
                last = Read(parser).Place.End;
            var close = parser.Consume<MappingEnd>();
            var isFlow = map.Style is MappingStyle.Flow;
            return new(new(At(map.Start), isFlow ? Behind(close) : last), isFlow, IsList: false, []);
        }

        var plain = parser.Consume<ParsingEvent>();
        return new(new(At(plain.Start), At(plain.End)), IsFlow: false, IsList: false, [])
        {
            IsNothing = plain is Scalar { Style: ScalarStyle.Plain, Value: "" or "~" or "null" },
        };
    }

    private static ValuePlace List(SequenceStart start, bool isFlow, SequenceEnd end, ImmutableArray<Place> items)
    {
        var last = items.IsEmpty ? At(start.End) : items[^1].End;
        return new(new(At(start.Start), isFlow ? Behind(end) : last), isFlow, IsList: true, items)
        {
            IsNothing = items.IsEmpty,
        };
    }

    /// <summary>The parser's mark of a closing bracket lies before it.</summary>
    private static int Behind(ParsingEvent close) => At(close.Start) + 1;

    private static int At(Mark mark) => (int)mark.Index;
}
