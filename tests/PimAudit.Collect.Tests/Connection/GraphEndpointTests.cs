using NUnit.Framework;

namespace PimAudit.Collect.Tests;

public sealed class GraphEndpointTests
{
    [TestCase("https://graph.microsoft.com", "https://graph.microsoft.com")]
    [TestCase("https://graph.microsoft.com/", "https://graph.microsoft.com")]
    [TestCase("http://127.0.0.1:5055/", "http://127.0.0.1:5055")]
    [TestCase("http://localhost:5055", "http://localhost:5055")]
    [TestCase("http://[::1]:5055", "http://[::1]:5055")]
    public void Takes_https_everywhere_and_http_on_loopback(string address, string origin) =>
        Assert.That(new GraphEndpoint(new Uri(address)).Origin, Is.EqualTo(origin));

    [TestCase("https://graph.microsoft.com", "https://graph.microsoft.com/v1.0/users")]
    [TestCase("https://graph.microsoft.com/", "https://graph.microsoft.com/v1.0/users")]
    [TestCase("https://graph.microsoft.com/v1.0", "https://graph.microsoft.com/v1.0/users")]
    [TestCase("https://graph.microsoft.com/V1.0/", "https://graph.microsoft.com/v1.0/users")]
    [TestCase("https://proxy.example:8443/graph", "https://proxy.example:8443/graph/v1.0/users")]
    [TestCase("https://proxy.example/graph/", "https://proxy.example/graph/v1.0/users")]
    [TestCase("http://127.0.0.1:5055/graph/v1.0/", "http://127.0.0.1:5055/graph/v1.0/users")]
    public void Owns_version_1_of_its_address_with_and_without_slash_prefix_and_version(string address, string owned)
    {
        var endpoint = new GraphEndpoint(new Uri(address));

        Assert.That(
            new[] { owned, owned.Replace("v1.0", "beta"), owned.Replace("/v1.0", "/other/v1.0") }.Select(one =>
                endpoint.Owns(new Uri(one))
            ),
            Is.EqualTo([true, false, false])
        );
    }

    [TestCase("http://graph.microsoft.com")]
    [TestCase("http://10.0.0.1:5055")]
    [TestCase("ftp://127.0.0.1")]
    [TestCase("https://user:secret@graph.microsoft.com")]
    [TestCase("https://graph.microsoft.com/?x=1")]
    public void Refuses_what_would_show_a_token(string address) =>
        Assert.That(
            () => new GraphEndpoint(new Uri(address)),
            Throws.ArgumentException.With.Message.Not.Contain("secret")
        );

    [TestCase("http://127.0.0.1:5055", false)]
    [TestCase("http://localhost:5055", false)]
    [TestCase("https://localhost:5055", false)]
    [TestCase("https://graph.microsoft.com", true)]
    public void No_proxy_gets_to_see_what_stays_on_this_machine(string address, bool usesProxy)
    {
        using var network = GraphConnection.Network(new GraphEndpoint(new Uri(address)));

        Assert.That(network.UseProxy, Is.EqualTo(usesProxy));
    }

    [TestCase("global", "https://graph.microsoft.com/.default", "login.microsoftonline.com")]
    [TestCase("usgov", "https://graph.microsoft.us/.default", "login.microsoftonline.us")]
    [TestCase("usgovdod", "https://dod-graph.microsoft.us/.default", "login.microsoftonline.us")]
    [TestCase("china", "https://microsoftgraph.chinacloudapi.cn/.default", "login.chinacloudapi.cn")]
    public void A_cloud_changes_graph_scope_and_authority_together(string name, string scope, string authority)
    {
        var cloud = Cloud.Named(name);

        Assert.That((cloud.Scope, cloud.Authority.Host), Is.EqualTo((scope, authority)));
    }

    [Test]
    public void An_unknown_cloud_is_an_error_that_names_the_known() =>
        Assert.That(
            () => Cloud.Named("mars"),
            Throws.ArgumentException.With.Message.Contain("global, usgov, usgovdod, china")
        );
}
