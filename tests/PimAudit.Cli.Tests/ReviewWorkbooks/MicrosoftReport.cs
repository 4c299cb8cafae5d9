using System.Text;
using System.Text.Json;

namespace PimAudit.Cli.Tests.ReviewWorkbooks;

/// <summary>Microsoft's access review history report about people of the review that was sent out.</summary>
internal sealed class MicrosoftReport(World world)
{
    private static readonly string[] Heads = (
        "AccessReviewId,AccessReviewSeriesId,ReviewType,ResourceDisplayName,ResourceId,ReviewName,CreatedDateTime,"
        + "ReviewStartDate,ReviewEndDate,ReviewStatus,OwnerId,OwnerName,OwnerUPN,PrincipalId,PrincipalName,PrincipalUPN,"
        + "PrincipalType,ReviewDate,ReviewResult,Justification,ReviewerId,ReviewerName,ReviewerUPN,ReviewerEmailAddress,"
        + "AppliedByName,AppliedByUPN,AppliedByEmailAddress,AppliedDate,AccessRecommendation,SubmissionResult"
    ).Split(',');

    private readonly List<Dictionary<string, string>> rows = [];

    /// <summary>About somebody's direct assignment to a role.</summary>
    public MicrosoftReport Role(
        string principal,
        string role,
        string result,
        params (string Head, string Text)[] but
    ) => Add(principal, role, result, "role", but);

    /// <summary>About somebody's membership in the group by which a role is reached.</summary>
    public MicrosoftReport Member(
        string principal,
        string role,
        string result,
        params (string Head, string Text)[] but
    ) => Add(principal, role, result, "member", but);

    /// <summary>About something else altogether.</summary>
    public MicrosoftReport Elsewhere()
    {
        Role("Freya Nielsen", "Exchange Administrator", "Deny");
        rows[^1]["ResourceId"] = "/subscriptions/4f2c";
        return this;
    }

    public World Write(string name, Encoding? encoding = null)
    {
        var lines = rows.Select(row => string.Join(',', Heads.Select(head => Quoted(row.GetValueOrDefault(head, "")))));
        File.WriteAllText(
            world.PathOf(name),
            string.Join("\r\n", lines.Prepend(string.Join(',', Heads))) + "\r\n",
            encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
        );
        return world;
    }

    private MicrosoftReport Add(
        string principal,
        string role,
        string result,
        string relation,
        (string Head, string Text)[] but
    )
    {
        using var json = JsonDocument.Parse(world.Bytes(SentOut.Record));
        var hop = json
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .Where(row => NameOf(row.GetProperty("principal")) == principal && NameOf(row.GetProperty("role")) == role)
            .Select(row => row.GetProperty("hops")[0])
            .First(hop => hop.GetProperty("relation").GetString() == relation);
        var row = new Dictionary<string, string>
        {
            ["AccessReviewId"] = "6392b1a7-9c25-4844-83e5-34e23c88e16a",
            ["AccessReviewSeriesId"] = "00000000-0000-0000-0000-000000000000",
            ["ReviewType"] = relation == "role" ? "Microsoft Entra role" : "Group",
            ["ResourceDisplayName"] = NameOf(hop.GetProperty("to"))!,
            ["ResourceId"] = hop.GetProperty("to").GetProperty("id").GetString()!,
            ["ReviewName"] = "Privileged roles, quarterly",
            ["ReviewStatus"] = "Applied",
            ["PrincipalId"] = hop.GetProperty("from").GetProperty("id").GetString()!,
            ["PrincipalName"] = principal,
            ["PrincipalType"] = "user",
            ["ReviewDate"] = "10/3/2026 2:05:00 PM",
            ["ReviewResult"] = result,
            ["ReviewerId"] = "0b7a6f4e-5a0d-4c43-9d61-2f3e8a1c7b90",
            ["ReviewerName"] = "Anna Schmidt",
            ["ReviewerUPN"] = "anna.schmidt@contoso.example",
            ["SubmissionResult"] = "Not applied",
        };
        foreach (var (head, text) in but)
            row[head] = text;
        rows.Add(row);
        return this;
    }

    private static string? NameOf(JsonElement one) => one.GetProperty("displayName").GetString();

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
