using System.Text;

namespace PimAudit.Cli;

/// <summary>What the run of one tenant has to say, whole lines with its alias before them, so that lines of several do not mix.</summary>
/// <param name="writer">Where all tenants talk.</param>
internal sealed class TenantTalk(string alias, TextWriter writer) : TextWriter
{
    private readonly StringBuilder line = new();

    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value)
    {
        if (value is not '\n')
        {
            if (value is not '\r')
                line.Append(value);
            return;
        }

        lock (writer)
            writer.WriteLine($"{alias}: {line}");
        line.Clear();
    }
}
