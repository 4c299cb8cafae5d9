using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>What the registration report says of emergency accounts.</summary>
internal sealed class EmergencyMethods(RuleContext context)
{
    private readonly ILookup<Guid, RegistrationDetails> rows = context
        .Snapshot.RegistrationDetails.Where(row => context.Emergency.Contains(row.UserId))
        .ToLookup(row => row.UserId);

    /// <summary>The row of an account; missing where the report was not read, or leaves the account out as it does disabled ones.</summary>
    public Known<RegistrationDetails> this[Guid id] =>
        rows[id].FirstOrDefault() is { } row
            ? Known<RegistrationDetails>.Of(row)
            : Known<RegistrationDetails>.Missing(
                context.Snapshot.Collection.GapOf(SnapshotParts.RegistrationDetails, id)
                    ?? new Gap(
                        SnapshotParts.RegistrationDetails,
                        MissingReason.Malformed,
                        $"The registration report does not list {context.Reference(id).Label}."
                    )
            );
}
