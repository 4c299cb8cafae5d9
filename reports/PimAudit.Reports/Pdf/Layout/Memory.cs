namespace PimAudit.Reports.Pdf.Layout;

/// <summary>Keeps what was set from one pass to the next, as far as no page number stands in it.</summary>
/// <param name="lasting">Keeps what does not depend on how many rows are shown; null where nothing is tried again with fewer.</param>
internal sealed class Memory(Memory? lasting = null)
{
    public Memory Lasting => lasting ?? this;

    private readonly Dictionary<object, object> known = new(ReferenceEqualityComparer.Instance);

    /// <param name="key">What is set; the same object always gives the same.</param>
    public T Of<T>(object key, PageIndex index, Func<T> set)
        where T : class
    {
        if (known.TryGetValue(key, out var before))
            return (T)before;

        var asked = index.Asked;
        var made = set();
        if (index.Asked == asked)
            known[key] = made;
        return made;
    }
}
