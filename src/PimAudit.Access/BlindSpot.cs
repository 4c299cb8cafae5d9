using PimAudit.Model;

namespace PimAudit.Access;

/// <summary>An object behind which somebody may stand of whom we do not know, and why.</summary>
public sealed record BlindSpot(ObjectRef Subject, Gap Gap);
