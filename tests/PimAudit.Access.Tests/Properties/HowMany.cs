using System.Globalization;

namespace PimAudit.Access.Tests.Properties;

/// <summary>How many random tenants a property is tried on.</summary>
internal static class HowMany
{
    /// <summary>As <c>PIMAUDIT_RANDOM_TENANTS</c> says; 500 without it.</summary>
    public static int Tenants { get; } =
        Environment.GetEnvironmentVariable("PIMAUDIT_RANDOM_TENANTS") is { Length: > 0 } text
            ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
            : 500;
}
