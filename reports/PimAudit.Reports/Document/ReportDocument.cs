using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Document.Sections;

namespace PimAudit.Reports.Document;

/// <summary>
/// What a report says and in which order, before it is set on paper, in a page or in Markdown. A writer prints the blocks that
/// it finds; it knows no section.
/// </summary>
internal sealed record ReportDocument(DocumentHead Head, ImmutableArray<Section> Sections)
{
    /// <summary>Every certain path at a glance; drawn on a cover, left out where there is none.</summary>
    public PathField Field { get; init; } = PathField.Nothing;

    /// <summary>Of a roll-up, drawn on a cover in the place of paths; null for a report about one tenant.</summary>
    public TenantField? Tenants { get; init; }

    /// <summary>Where a section is added.</summary>
    public static ReportDocument Of(AuditResult result, ReportFacts facts)
    {
        var source = new ReportSource(result, facts);
        Section?[] sections =
        [
            SummarySection.Of(source),
            ScopeSection.Of(source),
            HighestRolesSection.Of(source),
            ArchitectureSection.Of(source),
            FindingsSection.Of(source),
            RoleSettingsSection.Of(source),
            EmergencySection.Of(source),
            WaiversSection.Of(source),
            ChangesSection.Of(source),
            ReviewsSection.Of(source),
            CoverageSection.Of(source),
            ControlsSection.Of(source),
            SignOffSection.Of(source),
        ];
        return new(DocumentHead.Of(source), [.. sections.OfType<Section>()]) { Field = Facts.Field.Of(source) };
    }
}

/// <summary>A chapter of a report.</summary>
/// <param name="Anchor">Lower-case letters, digits and hyphens; unique in the document.</param>
/// <param name="Lead">One or two sentences that say what the section shows.</param>
internal sealed record Section(string Anchor, string Title, string Lead, ImmutableArray<Block> Blocks)
{
    public SectionPlace Place { get; init; } = SectionPlace.NewPage;
}

/// <summary>Where a section begins on paper.</summary>
internal enum SectionPlace
{
    NewPage,

    /// <summary>Below the section before it, where there is room for the whole of it.</summary>
    WhereItFits,

    /// <summary>Below the section before it, where there is room for its beginning.</summary>
    RunsOn,

    /// <summary>On a page of its own, which it never leaves.</summary>
    OnePage,
}

/// <summary>A part of a section. What it shows is already chosen and in order.</summary>
internal abstract record Block
{
    /// <summary>On paper at the foot of the page; elsewhere where it stands.</summary>
    public bool AtFoot { get; init; }
}
