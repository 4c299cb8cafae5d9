using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PimAudit.Model;

namespace PimAudit.Access;

/// <summary>A name for a path that stays while its ids stay: renaming, re-dating and re-reading do not change it.</summary>
public static class PathKey
{
    /// <returns>32 hex digits over the ids of principal, role, scope and hops with their relation and state.</returns>
    public static string Of(AccessPath path)
    {
        var text = new StringBuilder().Append(path.Scope).Append('\n');
        foreach (var hop in path.Hops)
            text.Append(CultureInfo.InvariantCulture, $"{hop.From.Id} {hop.Relation} {hop.State} {hop.To.Id}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }
}
