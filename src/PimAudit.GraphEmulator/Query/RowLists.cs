using System.Collections;

namespace PimAudit.GraphEmulator;

/// <summary>A list whose items are made from those of another one when they are asked for.</summary>
internal sealed class MappedList<TFrom, TTo>(IReadOnlyList<TFrom> source, Func<TFrom, TTo> map) : IReadOnlyList<TTo>
{
    public int Count => source.Count;

    public TTo this[int index] => map(source[index]);

    public IEnumerator<TTo> GetEnumerator() => source.Select(map).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Some items of a list, by their indexes: all that a filter over made rows needs to keep.</summary>
internal sealed class PickedList<T>(IReadOnlyList<T> source, int[] indexes) : IReadOnlyList<T>
{
    public int Count => indexes.Length;

    public T this[int index] => source[indexes[index]];

    public IEnumerator<T> GetEnumerator() => indexes.Select(index => source[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
