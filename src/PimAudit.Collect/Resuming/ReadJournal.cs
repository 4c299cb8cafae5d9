using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PimAudit.Collect;

/// <summary>Answers reads from what an earlier run put down, and puts down what this run reads.</summary>
/// <param name="journal">Null: every read is asked of Graph, and nothing is put down.</param>
internal sealed class ReadJournal(CollectionJournal? journal) : IPageRecorder
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> asked = new(StringComparer.Ordinal);
    private readonly Dictionary<GraphRead, string> keys = new(ReferenceEqualityComparer.Instance);

    /// <summary>Null when nothing is put down.</summary>
    public IPageRecorder? Recorder => journal is null ? null : this;

    /// <summary>Feeds the read with the pages of an earlier run.</summary>
    /// <returns>False when it must be asked of Graph.</returns>
    public bool Replay(GraphRead read)
    {
        if (journal is null)
            return false;

        var key = KeyOf(read);
        if (!journal.IsDone(key))
        {
            lock (gate)
                keys[read] = key;
            return false;
        }

        if (Feed(read, key))
            return true;

        read.Restart();
        read.Recorder = Recorder;
        lock (gate)
            keys[read] = key;
        return false;
    }

    /// <summary>
    /// A read may have ended before its last page because no more was wanted then; what is wanted now decides.
    /// </summary>
    /// <returns>False when a further page is wanted, or a page cannot be read.</returns>
    private bool Feed(GraphRead read, string key)
    {
        read.Recorder = null;
        try
        {
            foreach (var page in journal!.PagesOf(key))
            {
                read.Bytes += page.Length;
                if (read.Take(page) is null)
                    return true;
            }
        }
        catch (JsonException)
        {
            // Falls through: Graph is asked again.
        }

        return false;
    }

    public void Record(GraphRead read, ReadOnlySpan<byte> body)
    {
        string? key;
        lock (gate)
            key = keys.GetValueOrDefault(read);
        if (key is not null)
            journal!.AddPage(key, read.Pages - 1, body);
    }

    /// <summary>Every page of the read has come.</summary>
    public void Finish(GraphRead read)
    {
        string? key;
        lock (gate)
            keys.Remove(read, out key);
        if (key is not null)
            journal!.AddDone(key);
    }

    /// <summary>What is asked for, and the how manieth time: a second look must not see the first answer.</summary>
    private string KeyOf(GraphRead read)
    {
        var question = read.Question;
        var text = $"{(question.Body is null ? "GET" : "POST")} {question.Address.PathAndQuery}\n";
        var hash = SHA256.HashData([.. Encoding.UTF8.GetBytes(text), .. question.Body ?? []]);
        var what = Convert.ToHexStringLower(hash.AsSpan(0, 16));
        lock (gate)
        {
            var times = asked.GetValueOrDefault(what);
            asked[what] = times + 1;
            return string.Create(CultureInfo.InvariantCulture, $"{what}-{times}");
        }
    }
}
