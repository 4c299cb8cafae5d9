namespace PimAudit.Access.Use;

/// <summary>One activation that went through.</summary>
/// <remarks>A large tenant has millions: the id of the entry is made when it is asked for.</remarks>
public readonly struct Activation
{
    private readonly ActivationCell cell;
    private readonly TextPool texts;

    internal Activation(ActivationCell cell, TextPool texts)
    {
        this.cell = cell;
        this.texts = texts;
    }

    /// <summary>UTC.</summary>
    public DateTimeOffset At => cell.At;

    /// <summary>Until it was ended, expired or was renewed; null where the log does not tell.</summary>
    public TimeSpan? Used => cell.Used;

    /// <summary>Letters of the typed reason without the blanks around it; 0 when none was typed.</summary>
    public int ReasonLength => cell.ReasonLength;

    /// <summary>The same for the same reason, whatever its case and blanks.</summary>
    public ulong ReasonMark => cell.ReasonMark;

    /// <summary>Id of the audit entry.</summary>
    public string EntryId => texts[cell.Entry];
}

/// <summary>What somebody activates: a role, or his membership of a group.</summary>
/// <param name="PersonId">Object id of the user.</param>
/// <param name="TargetId">Role definition id, or object id of the group.</param>
public readonly record struct ActivationKey(Guid PersonId, Guid TargetId, bool IsRole);
