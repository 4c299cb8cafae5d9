using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PimAudit.Collect;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>A diagnosis for machines. What is not known is null.</summary>
internal static class DiagnosisJson
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Default,
    };

    public static string Of(Diagnosis diagnosis)
    {
        var seen = diagnosis.Seen;
        var (code, reason) = diagnosis.Ending;
        return new JsonObject
        {
            ["toolVersion"] = Product.Version,
            ["identity"] = Identity(seen.Bearer),
            ["tenant"] = Tenant(seen.Tenant),
            ["cloud"] = diagnosis.Cloud.Name,
            ["endpoint"] = seen.Origin,
            ["latencyMilliseconds"] = (long)seen.Latency.TotalMilliseconds,
            ["clockSkewSeconds"] = seen.ClockSkew is { } skew ? (long)skew.TotalSeconds : null,
            ["licences"] = seen.Licences is { } licences ? new JsonArray([.. licences.Select(Licence)]) : null,
            ["hasPim"] = seen.HasPim,
            ["moreThanRead"] = seen.Bearer.MoreThanRead is { } more ? Texts(more) : null,
            ["permissions"] = new JsonArray([.. seen.Permissions.Select(check => Permission(diagnosis, check))]),
            ["hiddenMembersMissing"] = seen.LacksHiddenMembers,
            ["parts"] = new JsonArray([.. seen.Parts.Select(check => Part(diagnosis, check))]),
            ["blindRules"] = Texts(diagnosis.BlindRules),
            ["grant"] = Texts(diagnosis.ToGrant),
            ["exitCode"] = (int)code,
            ["reason"] = reason,
        }.ToJsonString(Format);
    }

    private static JsonObject Identity(TokenBearer bearer) =>
        new()
        {
            ["kind"] = bearer.IsUser switch
            {
                true => "user",
                false => "application",
                null => null,
            },
            ["id"] = bearer.Id,
            ["application"] = bearer.Application?.ToString("D"),
            ["permissions"] = bearer.Permissions is { } held ? Texts(held) : null,
        };

    private static JsonObject Tenant(Tenant tenant) =>
        new() { ["id"] = tenant.Id == Guid.Empty ? null : tenant.Id.ToString("D"), ["name"] = tenant.DisplayName };

    private static JsonNode Licence(LicenceSeen licence) =>
        new JsonObject
        {
            ["name"] = licence.Name,
            ["seats"] = licence.Seats,
            ["graceSeats"] = licence.GraceSeats,
        };

    private static JsonNode Permission(Diagnosis diagnosis, PermissionCheck check) =>
        new JsonObject
        {
            ["name"] = check.Name,
            ["state"] = Key(check.State),
            ["through"] = check.Through,
            ["consent"] = check.Consent,
            ["parts"] = Texts(check.Parts.Select(part => Key(part.Part))),
            ["blindRules"] = Texts(diagnosis.RulesWithout(check)),
        };

    private static JsonNode Part(Diagnosis diagnosis, PartCheck check) =>
        new JsonObject
        {
            ["part"] = Key(check.Part),
            ["state"] = Key(check.Health),
            ["detail"] = check.Detail,
            ["request"] = check.Needs.Request,
            ["permission"] = check.Needs.Permission,
            ["blindRules"] = Texts(diagnosis.RulesWithout(check)),
        };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);

    private static string Key(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
