using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Collect.Tests;

/// <summary>
/// Graph sends null for a group outside restricted management administrative units: "If not set, the default value is null
/// and the default behavior is false".
/// </summary>
public sealed class RestrictedGroupTests
{
    [TestCase(null, false)]
    [TestCase(false, false)]
    [TestCase(true, true)]
    public async Task Null_is_no(bool? sent, bool? expected) =>
        Assert.That(
            await ReadAsync(tenant => tenant.Body(Small.Operators, body => body["isManagementRestricted"] = sent)),
            Is.EqualTo(expected)
        );

    private static async Task<bool?> ReadAsync(Func<TenantBuilder, TenantBuilder> change)
    {
        var collected = await Emulated.CollectAsync(
            change(Small.Builder()).Build(),
            new EmulatorOptions(),
            Small.Options
        );
        return collected.Snapshot.Groups.Single(group => group.DisplayName == Small.Operators).IsManagementRestricted;
    }
}
