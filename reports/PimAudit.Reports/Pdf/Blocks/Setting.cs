using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>Where blocks are set.</summary>
/// <param name="Title">Of the section: names a table without a title where it continues.</param>
/// <param name="Squeeze">0 gives texts the most lines; each step takes some, so that a section stays on its page.</param>
internal sealed record Setting(Paper Paper, PageIndex Index, Memory Memory, string Title, int Squeeze = 0)
{
    public const int MostSqueeze = 4;

    public Caps Caps { get; init; } = Caps.Roomiest;

    /// <summary>Everything is set closer before texts lose their last lines.</summary>
    public bool IsTight => Squeeze > 1;

    /// <summary>Of a page, pt.</summary>
    public float PageHeight => Paper.Bottom - Paper.Top;
}
