using System.Text.Json.Nodes;

namespace PimAudit.Service;

/// <summary>Writes the notice with its key as one line of JSON. Nothing that leaves ASCII gets through.</summary>
internal sealed class NdjsonChannel(TextWriter lines) : IChannel
{
    private readonly Lock gate = new();

    public Task<Answer> SendAsync(Notice notice, string key, CancellationToken cancellation)
    {
        var line = JsonNode.Parse(NoticeJson.Write(notice))!.AsObject();
        line.Insert(0, "kind", "notice");
        line.Insert(1, "key", key);
        lock (gate)
        {
            lines.WriteLine(line.ToJsonString());
            lines.Flush();
        }

        return Task.FromResult(new Answer(AnswerKind.Delivered, "The line was written."));
    }
}
