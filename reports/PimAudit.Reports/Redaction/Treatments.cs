using System.Text.RegularExpressions;
using PimAudit.Model;

namespace PimAudit.Reports.Redaction;

/// <summary>
/// What happens to each text of a result. A text that is not listed here is redacted word by word, so that a property which the
/// model gets later is redacted until somebody says otherwise.
/// </summary>
internal sealed partial class Treatments
{
    private readonly RedactionKey key;
    private readonly Sentences sentences;
    private readonly Dictionary<(Type Type, string Property), Func<object, string, string>> listed;

    public Treatments(RedactionKey key, Sentences sentences, Pseudonyms pseudonyms)
    {
        this.key = key;
        this.sentences = sentences;
        listed = new()
        {
            [(typeof(ObjectRef), nameof(ObjectRef.Id))] = (_, text) => pseudonyms.IdOf(text),
            [(typeof(ObjectRef), nameof(ObjectRef.DisplayName))] = (owner, _) => pseudonyms.NameOf((ObjectRef)owner),
            [(typeof(TenantInfo), nameof(TenantInfo.DisplayName))] = (owner, _) => pseudonyms.NameOf((TenantInfo)owner),
            [(typeof(TenantInfo), nameof(TenantInfo.DefaultDomain))] = (owner, _) =>
                pseudonyms.DomainOf((TenantInfo)owner),
            [(typeof(AccessRow), nameof(AccessRow.PrincipalName))] = (owner, _) =>
                pseudonyms.SignInNameOf((AccessRow)owner),
            [(typeof(Evidence), nameof(Evidence.Id))] = (_, text) => Row(text),
            [(typeof(Approver), nameof(Approver.Description))] = (owner, text) =>
                pseudonyms.NameOf((Approver)owner, text),

            [(typeof(Finding), nameof(Finding.Owner))] = Whole("owner"),
            [(typeof(WaiverRow), nameof(WaiverRow.Reason))] = Whole("reason"),
            [(typeof(WaiverRow), nameof(WaiverRow.ApprovedBy))] = Whole("approver"),
            [(typeof(ReviewedRow), nameof(ReviewedRow.Review))] = Whole("review"),
            [(typeof(ReviewedRow), nameof(ReviewedRow.Reviewer))] = Whole("reviewer"),
            [(typeof(ReviewedRow), nameof(ReviewedRow.Justification))] = Whole("justification"),
            [(typeof(ReviewedRow), nameof(ReviewedRow.Ticket))] = Whole("ticket"),
            [(typeof(ReviewedRow), nameof(ReviewedRow.AppliedBy))] = Whole("applier"),

            [(typeof(Finding), nameof(Finding.Fingerprint))] = IfHash,
            [(typeof(RunInfo), nameof(RunInfo.Id))] = IfHash,
            [(typeof(RunInfo), nameof(RunInfo.ConfigurationHash))] = IfHash,
            [(typeof(RunInfo), nameof(RunInfo.RedactionKey))] = IfHash,
            [(typeof(ProfileInfo), nameof(ProfileInfo.Hash))] = IfHash,
            [(typeof(SnapshotInfo), nameof(SnapshotInfo.Hash))] = IfHash,
            [(typeof(BaselineInfo), nameof(BaselineInfo.Hash))] = IfHash,
            [(typeof(BaselineInfo), nameof(BaselineInfo.RunId))] = IfHash,
            [(typeof(EarlierRun), nameof(EarlierRun.Id))] = IfHash,
            [(typeof(EarlierRun), nameof(EarlierRun.ProfileHash))] = IfHash,
            [(typeof(AccessRow), nameof(AccessRow.Key))] = IfHash,
            [(typeof(ReviewedRow), nameof(ReviewedRow.Key))] = IfHash,

            [(typeof(Finding), nameof(Finding.RuleId))] = IfRule,
            [(typeof(RuleResult), nameof(RuleResult.Id))] = IfRule,
            [(typeof(CrosswalkRow), nameof(CrosswalkRow.RuleId))] = IfRule,
            [(typeof(RoleSettingRow), nameof(RoleSettingRow.RuleId))] = IfRule,
            [(typeof(WaiverRow), nameof(WaiverRow.RuleId))] = IfRule,
            [(typeof(CoverageRow), nameof(CoverageRow.BlindRules))] = IfRule,
        };
    }

    /// <param name="owner">The record that holds the text.</param>
    /// <param name="property">Its C# name.</param>
    public string Of(object owner, string property, string text) =>
        listed.TryGetValue((owner.GetType(), property), out var treatment)
            ? treatment(owner, text)
            : sentences.Of(text);

    public Guid Of(Guid id) => sentences.IdOf(id);

    private Func<object, string, string> Whole(string prefix) => (_, text) => key.Name(prefix, text);

    /// <summary>The id of an object where a row is one; else ids may hide in it, so it is replaced as a whole.</summary>
    private string Row(string text) =>
        Guid.TryParseExact(text, "D", out var id) ? sentences.IdOf(id).ToString("D") : key.Name("row", text);

    private string IfHash(object owner, string text) => Hash().IsMatch(text) ? text : sentences.Of(text);

    private string IfRule(object owner, string text) => Rule().IsMatch(text) ? text : sentences.Of(text);

    [GeneratedRegex("^[0-9a-f]{8,64}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hash();

    [GeneratedRegex("^[A-Z][A-Z0-9]{1,9}-?[0-9]{1,5}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rule();
}
