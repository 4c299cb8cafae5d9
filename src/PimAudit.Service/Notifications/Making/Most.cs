namespace PimAudit.Service;

/// <summary>Lengths, in letters, up to which texts from outside are told.</summary>
internal static class Most
{
    public const int Name = 100;
    public const int Text = 200;
}
