using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <remarks>Who it is that holds a role.</remarks>
internal sealed partial class Garden
{
    /// <summary>Exchange Online (Plan 2).</summary>
    private const string Mailbox = "efb87545-963c-4e0d-99df-69c6916d9eb0";

    /// <summary>Privileged, in use in every size, and not so high that its people are counted.</summary>
    private const string Privileged = "Helpdesk Administrator";

    private void PlantHolderShapes()
    {
        var synchronised = MakeTeam("PIM601", Privileged);
        builder.MakeSynchronised(synchronised.Person);
        State("PIM601", synchronised.Person, "synchronised from on-premises");

        var guest = MakeTeam("PIM602", Privileged);
        builder.Body(guest.Person, body => body["userType"] = "Guest");
        State("PIM602", guest.Person, "a guest");

        var stale = MakeBed("PIM604");
        builder.SignedIn(stale.Person, builder.Now.AddDays(-91), builder.Now.AddDays(-91), builder.Now.AddDays(-91));
        State("PIM604", stale.Person, "has not signed in for 91 days");

        var reachable = MakeTeam("PIM605", Privileged);
        builder.Body(reachable.Person, AddMailbox);
        State("PIM605", reachable.Person, "has a mailbox");

        var unready = MakeBed("PIM607");
        builder.Registers(unready.Person, "email");
        State("PIM607", unready.Person, $"has no second factor, which {unready.Role} asks for");

        var deceptive = MakeBed("PIM611");
        builder.Body(deceptive.Person, body => body["displayName"] = "PIM611 \u202Enosrep");
        State("PIM611", deceptive.Person, "its name turns the direction of writing");

        var strong = MakeBed("PIM612", action: "microsoft.directory/users/password/update");
        State("PIM612", strong.Role, "a custom role that resets passwords");
    }

    private static void AddMailbox(JsonObject user) =>
        user["assignedPlans"]!
            .AsArray()
            .Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["assignedDateTime"] = "2026-01-01T00:00:00Z",
                        ["capabilityStatus"] = "Enabled",
                        ["service"] = "exchange",
                        ["servicePlanId"] = Mailbox,
                    }
            );

    private void PlantWorkloads()
    {
        const string Service = "PIM609 Service";
        builder
            .ServicePrincipal(Service)
            .Application(Service)
            .AddPasswordCredential(Service, builder.Now.AddDays(90))
            .Assign(Service, "Security Reader", start: builder.Now.AddDays(-5), end: builder.Now.AddDays(20));
        State("PIM609", Service, "holds Security Reader and has a secret");

        const string Partner = "PIM610 Partner";
        builder
            .Foreign(Partner)
            .Assign(Partner, RolesInUse.Readers, start: builder.Now.AddDays(-5), end: builder.Now.AddDays(31));
        State("PIM610", Partner, "of another tenant");
    }
}
