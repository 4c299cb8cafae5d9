using System.Collections.Immutable;

namespace PimAudit.Cli;

/// <summary>What the command line says about the configuration. A null leaves it to variable, file or default.</summary>
/// <param name="Config">Path of the configuration file.</param>
/// <param name="Profile">One profile, or several separated by commas.</param>
/// <param name="Formats">Reports to write.</param>
/// <param name="Demo">The sample tenant, with its own configuration unless <paramref name="Config"/> names another.</param>
internal sealed record Arguments(string? Config, string? Profile, ImmutableArray<string>? Formats, bool Demo)
{
    /// <summary>Path of the baseline, relative to the current folder.</summary>
    public string? Baseline { get; init; }

    /// <summary>Paths of reviews, relative to the current folder.</summary>
    public ImmutableArray<string>? Reviews { get; init; }
}
