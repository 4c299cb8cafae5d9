using NUnit.Framework;
using PimAudit.Collect;

namespace PimAudit.Cli.Tests.Terminal;

public sealed class FailuresTests
{
    [Test]
    public void Silence_of_Graph_is_told_in_the_words_of_the_collection()
    {
        var failure = Failures.From(
            new GraphUnreachableException("https://graph.microsoft.com", "The connection failed.")
        );

        Assert.That(
            (failure.Code, failure.Message, failure.Seen, failure.Cost, failure.Remedy),
            Is.EqualTo(
                (
                    ExitCode.Internal,
                    "Cannot reach Microsoft Graph.",
                    "https://graph.microsoft.com did not answer. The connection failed.",
                    "Nothing was read and nothing was written.",
                    "Check the network, the proxy and the address of Graph (PIMAUDIT_GRAPH_ENDPOINT, where it is set), then run again."
                )
            )
        );
    }
}
