namespace PimAudit.GraphEmulator;

/// <remarks>Privileged roles of the plan, one for each fault: what is not changed here stays as the plan has it.</remarks>
internal sealed partial class Garden
{
    private void PlantAssigning()
    {
        // What no fresh role asks for would show that somebody was there.
        Change(
            "PIM213",
            "Authentication Administrator",
            settings => settings with { ChangedAt = null, Approval = false, Approvers = [] },
            "never changed"
        );
        Change(
            "PIM214",
            "Intune Administrator",
            settings => settings with { AssigningMfa = false, AssigningJustification = false },
            "assigning asks for nothing"
        );
        Change(
            "PIM215",
            "Hybrid Identity Administrator",
            settings => settings with { PermanentActive = true },
            "may be active without end"
        );
        PlantRole("PIM216", Good with { PermanentEligible = true }, "may be eligible without end");
    }

    private void PlantNotifications()
    {
        Change(
            "PIM701",
            "Domain Name Administrator",
            settings => settings with { SilencedNotifications = ["Notification_Admin_Admin_Eligibility"] },
            "nobody hears of eligibility"
        );
        Change(
            "PIM702",
            "Identity Governance Administrator",
            settings => settings with { SilencedNotifications = ["Notification_Admin_EndUser_Assignment"] },
            "nobody hears of activations"
        );
        PlantRole("PIM703", Good with { AddedRecipients = ["soc@partner.example"] }, "mail goes to another domain");

        builder
            .PimAlert("StaleSignIn", isActive: true)
            .PimAlert("RedundantAssignment", isActive: false, isEnabled: false);
        planted.Add(new("PIM704", builder.AlertId("StaleSignIn"), "active"));
        planted.Add(new("PIM705", builder.AlertId("RedundantAssignment"), "switched off"));
    }

    private void Change(string rule, string role, Func<PolicySettings, PolicySettings> change, string note)
    {
        builder.RoleSettings(role, change(builder.SettingsOf(role)));
        State(rule, role, note);
    }
}
