using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>Sets a section where it is to stand.</summary>
internal static class SectionPrinter
{
    private const float AboveFoot = 16;

    /// <summary>Of a section that runs on, so that it does not begin with a row or two, pt.</summary>
    private const float LeastBeginning = 170;

    public static void Add(Flow flow, Section section)
    {
        if (section.Place is SectionPlace.OnePage)
        {
            OnePage(flow, section);
            return;
        }

        var setting = new Setting(flow.Paper, flow.Index, flow.Memory, section.Title) { Caps = flow.Caps };
        var body = section.Blocks.Where(block => !block.AtFoot).SelectMany(block => Parts(block, setting)).ToList();
        if (body.Count > 0)
            body[0] = body[0] with { Before = 0 };
        var foot = Part.Together(
            section.Blocks.Where(block => block.AtFoot).SelectMany(block => Parts(block, setting))
        );
        var isJoined = Begin(flow, section, body, foot.Height > 0 ? foot.Height + AboveFoot : 0);
        flow.Add(Furnishing.Opening(section.Title, section.Lead, isJoined));
        if (foot.Height > 0)
            flow.Foot(foot, AboveFoot);
        for (var at = 0; at < body.Count; at++)
            flow.Add(body[at], With(body, at));
    }

    /// <returns>Whether it stands below the section before it.</returns>
    private static bool Begin(Flow flow, Section section, List<Part> body, float foot)
    {
        var room = Furnishing.Opening(section.Title, section.Lead, isJoined: true).Height + foot;
        switch (section.Place)
        {
            case SectionPlace.WhereItFits:
                return flow.Joined(section.Title, section.Anchor, room + body.Sum(part => part.Height));
            case SectionPlace.RunsOn:
                return flow.Joined(section.Title, section.Anchor, room + Beginning(body));
            default:
                flow.Section(section.Title, section.Anchor);
                return false;
        }
    }

    /// <summary>The whole of a short section, the first part and some of a long one.</summary>
    private static float Beginning(List<Part> body) =>
        body.Count == 0
            ? 0
            : Math.Max(body[0].Least + With(body, 0), Math.Min(body.Sum(part => part.Height), LeastBeginning));

    /// <summary>What must stand on the page where a heading does.</summary>
    private static float With(List<Part> body, int at) =>
        body[at].KeepsNext && at + 1 < body.Count ? body[at + 1].Least : 0;

    private static IReadOnlyList<Part> Parts(Block block, Setting setting) =>
        (IsCut(block) ? setting.Memory : setting.Memory.Lasting).Of<IReadOnlyList<Part>>(
            block,
            setting.Index,
            () => [.. BlockPrinter.Of(block, setting, Paper.ContentWidth)]
        );

    /// <summary>It shows as many rows as there is room for.</summary>
    private static bool IsCut(Block block) =>
        BlockTree.Of(block).Any(one => one is FindingList or DataTable { Sheet: not null });

    /// <summary>The roomiest setting that fits one page; long names cost lines, never a second page.</summary>
    private static void OnePage(Flow flow, Section section)
    {
        flow.Section(section.Title, section.Anchor);
        for (var squeeze = 0; ; squeeze++)
        {
            var parts = Ruled(section, new(flow.Paper, flow.Index, new Memory(), section.Title, squeeze));
            if (squeeze < Setting.MostSqueeze && parts.Sum(part => part.Height) > flow.Remaining)
                continue;
            foreach (var part in parts)
                flow.Add(part);
            return;
        }
    }

    /// <summary>A rule parts each block from the one above, but for what stands below its own heading.</summary>
    private static List<Part> Ruled(Section section, Setting setting)
    {
        var parts = new List<Part> { Part.Of(Piece.Rule(Paper.ContentWidth, 1.5f, Palette.Ink)) };
        var isBelowHeading = true;
        var room =
            setting.Squeeze == 0 ? 8.5f
            : setting.IsTight ? 4
            : 6;
        foreach (var block in section.Blocks)
        {
            var inner = Part.Together(Parts(block, setting));
            var isFirst = parts.Count == 1;
            if (!isBelowHeading && block is not DecisionList)
                parts.Add(Part.Of(Furnishing.Hairline(Paper.ContentWidth)));
            parts.Add(
                Part.Of(
                    inner.Inset(
                        isFirst ? 10
                            : isBelowHeading ? 0
                            : room,
                        block is Heading ? 0 : room
                    )
                )
            );
            isBelowHeading = block is Heading;
        }

        return parts;
    }
}
