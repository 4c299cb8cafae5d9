namespace PimAudit.History;

/// <summary>The history cannot do what was asked. Four lines: what failed, what was seen, what it costs, what to do.</summary>
public sealed class HistoryException(string failed, string seen, string cost, string remedy, Exception? cause = null)
    : Exception($"{failed}\n{seen}\n{cost}\n{remedy}", cause);
