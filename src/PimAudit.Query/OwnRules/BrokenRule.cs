using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>A rule of one's own that cannot be used: listed as not evaluated wherever rules are listed, so that it is never missed in silence.</summary>
/// <param name="id">As far as the file tells it, else a stand-in.</param>
/// <param name="fault">What is wrong: one or more sentences, without the place.</param>
/// <param name="hash">SHA-256 of the file, 64 hex digits.</param>
public sealed class BrokenRule(string id, string name, RuleOrigin origin, string fault, string hash) : IOwnRule
{
    /// <summary>How the ids of stand-ins begin; no rule of one's own may use it.</summary>
    public const string StandIn = "BROKEN";

    public string Name => name;

    public RuleOrigin Origin => origin;

    public string Fault => fault;

    public RuleInfo Info { get; } =
        new(
            id,
            $"Rule of your own that cannot be used: {origin}",
            Severity.Info,
            RuleInfo.BeyondThePractice,
            "A rule that cannot be used finds nothing.",
            SnapshotParts.None
        )
        {
            Source = $"own rule {origin.File}",
            Definition = hash,
            IsBroken = true,
        };

    public string Page => $"# {id} {name}\n\nThis rule of your own cannot be used.\n\n{origin}: {fault}\n";

    /// <exception cref="RuleFaultException">Always.</exception>
    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        throw new RuleFaultException(MissingReason.Configuration, $"{origin}: {fault}");
}
