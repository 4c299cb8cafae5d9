using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Wording;

/// <param name="Name">As the document writes it; a name proves nothing about the group.</param>
public sealed record ExampleGroup(string Name, Approach Approach);

/// <summary>The groups of the document's table "Example Architecture".</summary>
public static class ExampleArchitecture
{
    public static readonly ImmutableArray<ExampleGroup> Groups =
    [
        new("RAG - Helpdesk Admins", Approach.Approach2),
        new("RAG - Exchange Admins", Approach.Approach1),
        new("RAG - SharePoint Admins", Approach.Approach1),
        new("RAG - Global Admins", Approach.Approach1),
    ];
}
