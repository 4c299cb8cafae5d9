using System.Reflection;

namespace PimAudit.Cli;

/// <summary>What this program calls itself.</summary>
internal static class Product
{
    public const string Name = "PimAudit";

    /// <summary>Such as <c>0.1.0</c>; part of every run id.</summary>
    public static string Version { get; } =
        typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "0.0.0";
}
