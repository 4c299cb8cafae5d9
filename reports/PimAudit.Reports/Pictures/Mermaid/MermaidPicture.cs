using System.Text;

namespace PimAudit.Reports.Pictures.Mermaid;

/// <summary>
/// A picture of access paths as a Mermaid flowchart. Ids are generated; an object that stands on several paths of a band is
/// one node. The same picture gives the same text.
/// </summary>
public static class MermaidPicture
{
    private static readonly string[] Classes =
    [
        "classDef person fill:#17212B,stroke:#17212B,color:#FFFFFF",
        "classDef people fill:#17212B,stroke:#17212B,color:#FFFFFF,stroke-width:3px",
        "classDef application fill:#44505C,stroke:#17212B,color:#FFFFFF",
        "classDef group fill:#FFFFFF,stroke:#17212B,color:#17212B,stroke-width:2px",
        "classDef openGroup fill:#FFFFFF,stroke:#17212B,color:#17212B,stroke-width:2px,stroke-dasharray:3 2",
        "classDef gone fill:#F4F6F7,stroke:#5C6772,color:#44505C,stroke-dasharray:1 2",
        "classDef unknown fill:#FFFFFF,stroke:#55498C,color:#17212B,stroke-dasharray:4 2",
        "classDef role fill:#E9EDEF,stroke:#17212B,color:#17212B,stroke-width:2px",
        "classDef note fill:#FFFFFF,stroke:#C9D0D6,color:#44505C",
    ];

    public static string Write(AccessPicture picture)
    {
        var chart = new MermaidChart();
        var question = picture.Question;
        chart.Note(
            "note",
            question.Subject.Label,
            question.Aside,
            $"{question.Tenant}, {question.Taken}",
            picture.Lead
        );
        foreach (var line in question.Unread)
            chart.Note("unknown", line);
        foreach (var band in picture.Bands)
            Add(chart, band);
        foreach (var line in question.Notes)
            chart.Note("note", line);
        return new StringBuilder("flowchart LR\n").Append(chart).AppendJoin('\n', Classes).Append('\n').ToString();
    }

    private static void Add(MermaidChart chart, PictureBand band)
    {
        chart.Begin(band.Name is { } name ? [name, band.Caption] : []);
        if (band.Rows.IsEmpty)
            chart.Note("note", band.Empty);
        foreach (var row in band.Rows)
            chart.Path(row);
        if (band.More > 0)
            chart.Note("note", PictureWords.More(band.More));
        chart.End();
    }
}
