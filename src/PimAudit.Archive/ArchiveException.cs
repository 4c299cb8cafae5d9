namespace PimAudit.Archive;

/// <summary>A file that cannot be used or must not be written. The message has four lines: what failed, seen, cost, remedy.</summary>
public sealed class ArchiveException : Exception
{
    public ArchiveException(string failed, string seen, string cost, string remedy, Exception? inner = null)
        : base($"{failed}\n  {OneLine(seen)}\n  {cost}\n  {remedy}", inner) { }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
