using Microsoft.Playwright;
using PimAudit.Model;
using PimAudit.Reports;
using PimAudit.Reports.Html;
using PimAudit.Reports.Tests;

namespace PimAudit.Browser.Tests;

/// <summary>A report as somebody opens it: from a file, in a window.</summary>
/// <param name="Page">The window.</param>
/// <param name="Requests">Addresses that the window asked for.</param>
/// <param name="Complaints">What the browser wrote to its console, refusals of the policy included.</param>
internal sealed record OpenPage(
    IPage Page,
    string Address,
    List<string> Requests,
    List<string> Complaints,
    string Folder
) : IAsyncDisposable
{
    public static async Task<OpenPage> Of(
        AuditResult result,
        string fragment = "",
        int width = 1280,
        bool withScript = true
    )
    {
        var folder = Directory.CreateTempSubdirectory("pimaudit-page-").FullName;
        var file = Path.Combine(folder, "findings.html");
        await File.WriteAllBytesAsync(file, HtmlReport.Write(result, new ReportFacts(SampleIds.Hash("result"))));

        var context = await Chromium.Browser.NewContextAsync(
            new()
            {
                JavaScriptEnabled = withScript,
                ViewportSize = new() { Width = width, Height = 900 },
                Permissions = ["clipboard-read", "clipboard-write"],
            }
        );
        var page = await context.NewPageAsync();
        var (requests, complaints) = (new List<string>(), new List<string>());
        page.Request += (_, request) => requests.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        var address = new Uri(file).AbsoluteUri;
        await page.GotoAsync(address + fragment);
        return new(page, address, requests, complaints, folder);
    }

    /// <summary>What the head of the list says.</summary>
    public Task<string> Shown() => Page.Locator(".shown").InnerTextAsync();

    /// <summary>Rule ids of the findings that can be seen, in order.</summary>
    public async Task<IReadOnlyList<string>> Rules() =>
        await Page.Locator(".finding:visible .rule").AllInnerTextsAsync();

    public ILocator Box(string name, string value) => Page.Locator($".filters [name={name}][value={value}]");

    public async Task<string> Count(string name, string value) =>
        await Page.Locator($".filters label:has([name={name}][value={value}]) .count").InnerTextAsync();

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
