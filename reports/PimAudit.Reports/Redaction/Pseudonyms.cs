using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Redaction;

/// <summary>What the objects of a result are called after redaction.</summary>
internal sealed class Pseudonyms(RedactionKey key, Sentences sentences, KnownNames names)
{
    /// <summary>Notes the names that sentences may hold. Whatever is not noted is replaced too, but not by a name.</summary>
    public void Note(object record)
    {
        switch (record)
        {
            case ObjectRef one when !IsOurWord(one):
                names.Add(one.DisplayName, NameOf(one));
                break;
            case TenantInfo tenant:
                names.Add(tenant.DisplayName, NameOf(tenant));
                names.Add(tenant.DefaultDomain, DomainOf(tenant));
                break;
            case AccessRow row when !Guid.TryParseExact(row.PrincipalName, "D", out _):
                names.Add(row.PrincipalName, SignInNameOf(row));
                break;
            case EmergencyAccountRow row when !Guid.TryParseExact(row.Entry, "D", out _):
                names.Add(row.Entry, EntryOf(row));
                break;
            case Approver { Id: { } id } approver:
                names.Add(approver.Description, key.Name(Prefix(approver.Kind), id));
                break;
        }
    }

    /// <summary>Objects of a tenant by a GUID in place of theirs; scopes and the like word by word, with the ids in them.</summary>
    public string IdOf(string id) => sentences.Of(id);

    public string NameOf(ObjectRef one) =>
        IsOurWord(one) ? sentences.Of(one.DisplayName ?? "")
        : Guid.TryParseExact(one.Id, "D", out var id)
            ? BuiltIn(one.Kind, id)?.DisplayName ?? key.Name(Prefix(one.Kind), id)
        : key.Name(Prefix(one.Kind), one.Id);

    public string NameOf(TenantInfo tenant) => key.Name("tenant", tenant.Id);

    public string DomainOf(TenantInfo tenant) => $"{NameOf(tenant)}.invalid";

    /// <summary>An application id stays a GUID, a user principal name something like one.</summary>
    public string SignInNameOf(AccessRow row) =>
        Guid.TryParseExact(row.PrincipalName, "D", out var application)
            ? key.Id(application).ToString("D")
            : $"{NameOf(row.Principal)}@redacted.invalid";

    public string NameOf(Approver approver, string description) =>
        approver.Id is { } id ? key.Name(Prefix(approver.Kind), id) : sentences.Of(description);

    /// <summary>Such as <c>account-3f2a91c0@redacted.invalid</c>, the name of the account where it was found.</summary>
    private string EntryOf(EmergencyAccountRow row) =>
        $"{(row.Account is { } account ? NameOf(account) : key.Name("account", row.Entry))}@redacted.invalid";

    /// <summary>The name says what kind of thing it is, and no tenant chose it.</summary>
    private static bool IsOurWord(ObjectRef one) =>
        one is { Kind: ObjectKind.Part or ObjectKind.Access } or { Kind: ObjectKind.Scope, Id: "/" };

    private static BuiltInRole? BuiltIn(ObjectKind kind, Guid id) =>
        kind is ObjectKind.Role ? BuiltInRoles.ByTemplateId.GetValueOrDefault(id) : null;

    private static string Prefix(ObjectKind kind) => Words.Kind(kind).ToLowerInvariant().Replace(' ', '-');

    private static string Prefix(ApproverKind kind) =>
        kind switch
        {
            ApproverKind.User => Prefix(ObjectKind.User),
            ApproverKind.Group => Prefix(ObjectKind.Group),
            ApproverKind.ServicePrincipal => Prefix(ObjectKind.ServicePrincipal),
            _ => Prefix(ObjectKind.Other),
        };
}
