namespace PimAudit.Archive;

/// <summary>What a signature says of itself, once its mathematics hold.</summary>
/// <param name="Subject">Whom the certificate names; hostile unless it is trusted.</param>
/// <param name="Thumbprint">SHA-256 of the certificate, 64 lower-case hex digits.</param>
/// <param name="At">UTC; by the signer's word.</param>
/// <param name="IsTrusted">Held against trusted certificates; null when none were given.</param>
public sealed record CheckedSignature(string Subject, string Thumbprint, DateTimeOffset At, bool? IsTrusted);
