using System.Globalization;

namespace PimAudit.Service;

/// <summary>A time in words, invariant.</summary>
internal static class Span
{
    /// <summary>Such as <c>30 min</c>.</summary>
    public static string Of(TimeSpan time) =>
        time < TimeSpan.FromMinutes(1)
            ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s")
            : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.#} min");
}
