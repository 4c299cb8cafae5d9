using PimAudit.Reports.Html.Markup;

namespace PimAudit.Reports.Html.Findings;

/// <summary>What can be taken to the clipboard. The buttons are hidden until the script is there to serve them.</summary>
internal static class CopyMarkup
{
    /// <param name="what">Said to those who cannot see what stands beside the button.</param>
    public static Element Button(string what, string? text = null) =>
        Element
            .Of("button", "copy", Element.Of("span", $" {what}").Class("hush"))
            .Class("copy")
            .With("type", "button")
            .With("data-copy", text)
            .With("hidden");

    public static Element Command(string title, string command) =>
        Element
            .Of(
                "div",
                Element.Of("p", title).Class("q"),
                Element.Of("div", Element.Of("pre", Lines(command)), Button(title)).Class("row")
            )
            .Class("command");

    private static Element Lines(string command) =>
        Element.Of("code", command.Split('\n').Select(line => Element.Of("span", line).Class("line")));
}
