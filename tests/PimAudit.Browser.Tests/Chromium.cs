using Microsoft.Playwright;
using NUnit.Framework;

namespace PimAudit.Browser.Tests;

/// <summary>The browser of this machine. Nothing is downloaded: without one, every test here says that it was skipped.</summary>
[SetUpFixture]
internal sealed class Chromium
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/snap/bin/chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private static IPlaywright? playwright;

    public static IBrowser Browser { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        if (Array.Find(Places, File.Exists) is not { } place)
        {
            Assert.Ignore(
                $"No Chromium, Chrome or Edge at {string.Join(", ", Places)}: the page was tried in no browser."
            );
            return;
        }

        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = place, Args = ["--no-sandbox", "--disable-dev-shm-usage"] }
        );
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (playwright is null)
            return;
        await Browser.DisposeAsync();
        playwright.Dispose();
    }
}
