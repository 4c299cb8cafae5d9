using System.Formats.Asn1;
using System.Security.Cryptography.Pkcs;

namespace PimAudit.Archive;

/// <summary>
/// The form in which PimAudit writes a signature, so that no byte of it can be changed unseen: one digest, one signer, nothing
/// that is not signed. Source: SignedData of RFC 5652.
/// </summary>
internal static class SignatureForm
{
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string Data = "1.2.840.113549.1.7.1";

    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <returns>False for another form, whether it is a valid signature or not.</returns>
    public static bool Is(ReadOnlyMemory<byte> signature, SignerInfo signer)
    {
        try
        {
            var file = new AsnReader(signature, AsnEncodingRules.DER);
            var content = file.ReadSequence();
            var isSigned = content.ReadObjectIdentifier() == SignedData;
            var outer = content.ReadSequence(Zero);
            var signed = outer.ReadSequence();
            ThrowIfMore(file, content, outer);
            return isSigned && IsSignedData(signed, signer.DigestAlgorithm.Value!);
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private static bool IsSignedData(AsnReader signed, string digest)
    {
        var isVersion = signed.TryReadInt32(out var version) && version == 1;
        var digests = signed.ReadSetOf();
        var isDigest = Algorithm(digests) == digest;
        var encapsulated = signed.ReadSequence();
        var isData = encapsulated.ReadObjectIdentifier() == Data;
        signed.ReadSetOf(Zero);
        var signers = signed.ReadSetOf();
        var isSigner = IsSigner(signers.ReadSequence(), digest);
        ThrowIfMore(signed, digests, encapsulated, signers);
        return isVersion && isDigest && isData && isSigner;
    }

    private static bool IsSigner(AsnReader signer, string digest)
    {
        var isVersion = signer.TryReadInt32(out var version) && version == 1;
        signer.ReadEncodedValue();
        var isDigest = Algorithm(signer) == digest;
        signer.ReadSetOf(Zero);
        Algorithm(signer);
        signer.ReadOctetString();
        ThrowIfMore(signer);
        return isVersion && isDigest;
    }

    /// <summary>Without parameters, or with the one that says that there are none.</summary>
    private static string Algorithm(AsnReader above)
    {
        var algorithm = above.ReadSequence();
        var name = algorithm.ReadObjectIdentifier();
        if (algorithm.HasData)
            algorithm.ReadNull();
        ThrowIfMore(algorithm);
        return name;
    }

    private static void ThrowIfMore(params ReadOnlySpan<AsnReader> read)
    {
        foreach (var one in read)
            one.ThrowIfNotEmpty();
    }
}
