using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What a rule says about one subject.</summary>
/// <param name="Subject">What an administrator would change.</param>
public abstract record Judgement(ObjectRef Subject)
{
    /// <summary>What else the subject's identity holds, such as <c>access:member</c>.</summary>
    public ImmutableArray<ObjectRef> Identity { get; init; } = [];

    /// <summary>Looked at, nothing to report.</summary>
    public sealed record Meets(ObjectRef Subject) : Judgement(Subject);

    /// <summary>A deviation.</summary>
    public sealed record Breaks(FindingDraft Draft) : Judgement(Draft.Subject);

    /// <summary>Data about the subject are missing: neither a pass nor a finding.</summary>
    public sealed record Blind(ObjectRef Subject, Gap Gap) : Judgement(Subject);
}

/// <summary>What a rule knows about a deviation; the engine adds rule, profile, fingerprint, status and owner.</summary>
public sealed record FindingDraft
{
    /// <summary>What an administrator changes.</summary>
    public required ObjectRef Subject { get; init; }

    /// <summary>
    /// What the fingerprint adds to tenant, rule and subject: what a fix would remove, never what is only mentioned. Scope
    /// as an <see cref="ObjectKind.Scope"/> reference.
    /// </summary>
    public ImmutableArray<ObjectRef> Identity { get; init; } = [];

    /// <summary>Null: the rule's own.</summary>
    public Severity? Severity { get; init; }

    /// <summary>A sentence with the subject's label, without full stop.</summary>
    public required string Title { get; init; }

    public required string Observed { get; init; }
    public required string Expected { get; init; }
    public ObjectRef? Role { get; init; }
    public string? Scope { get; init; }
    public ImmutableArray<Hop> Path { get; init; } = [];
    public ImmutableArray<RelatedObject> Related { get; init; } = [];

    /// <summary>Never empty: a finding without evidence is an opinion.</summary>
    public required ImmutableArray<Evidence> Evidence { get; init; }

    public required Fix Fix { get; init; }

    /// <summary>Which cells of the role settings table it is about, where the identity does not tell; null when it does.</summary>
    public SettingsConcern? Concern { get; init; }

    /// <summary>Null: the rule's own.</summary>
    public string? Why { get; init; }

    /// <summary>Null: the rule's own.</summary>
    public string? Source { get; init; }
}

/// <summary>Settings that a finding about something else is about too.</summary>
/// <param name="Owner">Whose settings.</param>
/// <param name="Settings">Names of the role settings table, such as <c>mfa</c>.</param>
public sealed record SettingsConcern(SettingsOwner Owner, ImmutableArray<string> Settings);
