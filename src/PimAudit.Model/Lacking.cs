namespace PimAudit.Model;

/// <summary>Words in the detail of a refusal that tell what is lacking where it is not the permission of the part.</summary>
public static class Lacking
{
    /// <summary>The permission that shows the members of groups that hide them.</summary>
    public const string HiddenMembers = "Member.Read.Hidden";

    public const string EntraRole = "The person who signed in lacks an Entra role that may read this.";
}
