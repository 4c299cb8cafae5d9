using System.Text;
using PimAudit.Model;

namespace PimAudit.Reports.Redaction;

/// <summary>
/// Redacts a text word by word: names of the result and GUIDs become the pseudonyms of their objects, words of the program stay,
/// and whatever is left is replaced.
/// </summary>
internal sealed class Sentences(RedactionKey key, Vocabulary vocabulary, KnownNames names)
{
    private const int GuidLength = 36;

    public string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            if (names.TryFind(text, at, out var name) && names.TryGet(name, out var pseudonym))
            {
                clean.Append(pseudonym);
                at += name.Length;
            }
            else if (IdAt(text, at) is { } id)
            {
                clean.Append(IdOf(id).ToString("D"));
                at += GuidLength;
            }
            else if (Tokens.WordAt(text, at) is > 0 and var length)
            {
                clean.Append(Word(text.Substring(at, length)));
                at += length;
            }
            else
            {
                clean.Append(text[at]);
                at++;
            }
        }

        return clean.ToString();
    }

    /// <summary>Ids of Microsoft's roles are the same in every tenant and stay.</summary>
    public Guid IdOf(Guid id) => id == Guid.Empty || BuiltInRoles.ByTemplateId.ContainsKey(id) ? id : key.Id(id);

    private string Word(string word) => vocabulary.Allows(word) ? word : key.Name("text", word);

    private static Guid? IdAt(string text, int at) =>
        at + GuidLength <= text.Length
        && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]))
        && (at + GuidLength == text.Length || !char.IsAsciiLetterOrDigit(text[at + GuidLength]))
        && Guid.TryParseExact(text.AsSpan(at, GuidLength), "D", out var id)
            ? id
            : null;
}
