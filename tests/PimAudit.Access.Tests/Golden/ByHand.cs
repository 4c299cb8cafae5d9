using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Access.Tests.Golden;

/// <summary>Small tenants whose paths were written by hand, one for each corner of the resolver.</summary>
internal static class ByHand
{
    /// <summary>Both bands, whole.</summary>
    public static void Shows(this TenantSnapshot tenant, string[] certain, string[]? takeover = null)
    {
        Assert.That(tenant.Paths(), Is.EqualTo(certain), "certain");
        Assert.That(tenant.Takeovers(), Is.EqualTo(takeover ?? []), "takeover");
    }
}
