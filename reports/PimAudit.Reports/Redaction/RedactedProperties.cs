using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace PimAudit.Reports.Redaction;

/// <summary>Puts a treatment between each text of a record and its reader.</summary>
internal static class RedactedProperties
{
    /// <exception cref="NotSupportedException">A record holds something that nobody knows how to redact.</exception>
    public static void Treat(JsonTypeInfo type, Treatments treatments)
    {
        if (type.Kind is not JsonTypeInfoKind.Object)
            return;
        foreach (var property in type.Properties)
            property.Get = Getter(property, treatments) ?? property.Get;
    }

    /// <summary>Null where there is no text: nested records are met on their own.</summary>
    private static Func<object, object?>? Getter(JsonPropertyInfo property, Treatments treatments)
    {
        var (get, name) = (property.Get, (property.AttributeProvider as MemberInfo)?.Name ?? property.Name);
        if (get is null)
            return null;
        if (property.PropertyType == typeof(string))
            return owner => get(owner) is string text ? treatments.Of(owner, name, text) : null;
        if (property.PropertyType == typeof(Guid) || property.PropertyType == typeof(Guid?))
            return owner => get(owner) is Guid id ? treatments.Of(id) : null;
        if (property.PropertyType == typeof(ImmutableArray<string>))
            return owner =>
                ((ImmutableArray<string>)get(owner)!)
                    .Select(text => treatments.Of(owner, name, text))
                    .ToImmutableArray();
        if (property.PropertyType == typeof(ImmutableSortedDictionary<string, string>))
            return owner => Pairs((ImmutableSortedDictionary<string, string>)get(owner)!, owner, name, treatments);
        return IsHarmless(property.PropertyType)
            ? null
            : throw new NotSupportedException($"{property.DeclaringType.Name}.{name} cannot be redacted.");
    }

    private static ImmutableSortedDictionary<string, string> Pairs(
        ImmutableSortedDictionary<string, string> pairs,
        object owner,
        string name,
        Treatments treatments
    ) =>
        pairs
            .Select(pair =>
                KeyValuePair.Create(treatments.Of(owner, name, pair.Key), treatments.Of(owner, name, pair.Value))
            )
            .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(pairs.KeyComparer);

    /// <summary>Numbers, times and words of the model itself; a list of what is harmless or a record of ours.</summary>
    private static bool IsHarmless(Type type) =>
        type.IsEnum
        || type.IsPrimitive
        || type == typeof(DateTimeOffset)
        || type == typeof(DateOnly)
        || type == typeof(TimeSpan)
        || (type.IsGenericType && type.GetGenericArguments().All(IsHarmless))
        || (type.Namespace == typeof(Model.AuditResult).Namespace && !type.IsGenericType);
}
