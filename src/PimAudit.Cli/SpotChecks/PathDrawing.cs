using System.Text;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>A path in a dozen characters.</summary>
internal static class PathDrawing
{
    /// <summary>What the letters of a way's gates mean.</summary>
    public const string Gates = "M MFA or context   J justification   T ticket   A approval";

    public static string Of(AccessPath path, bool unicode)
    {
        var text = new StringBuilder(unicode ? "●" : "o");
        foreach (var hop in path.Hops)
            text.Append(Line(hop, unicode)).Append(Node(hop, unicode));
        return text.ToString();
    }

    public static string Legend(bool unicode) =>
        unicode
            ? "  ── standing   ┄┄ must be activated   ·· owner   ○ group   ■ role"
            : "  -- standing   .. must be activated   :: owner   O group   # role";

    private static string Line(Hop hop, bool unicode) =>
        hop switch
        {
            { Relation: HopRelation.Owner } => unicode ? "··" : "::",
            { State: HopState.Eligible } => unicode ? "┄┄" : "..",
            _ => unicode ? "──" : "--",
        };

    private static string Node(Hop hop, bool unicode) =>
        hop.Relation is HopRelation.Role
            ? unicode
                ? "■"
                : "#"
            : unicode
                ? "○"
                : "O";
}
