using Microsoft.Data.Sqlite;

namespace PimAudit.Query;

/// <summary>
/// SQLite's functions of date and time with the snapshot's TakenAt as the present, and without the time zone of the
/// machine: the same snapshot gives the same answer. <c>datetime</c> writes moments as the views do, so that the two compare.
/// </summary>
internal sealed class PresentFunctions : IDisposable
{
    private static readonly string[] OfMoment = ["date", "time", "datetime", "julianday", "unixepoch"];
    private static readonly string[] RefusedModifiers = ["localtime", "utc", "subsec"];

    private readonly SqliteConnection calculator = new("Data Source=:memory:;Pooling=False");
    private readonly string present;

    /// <param name="takenAt">UTC.</param>
    public PresentFunctions(DateTimeOffset takenAt)
    {
        present = Cells.Time(takenAt)!;
        calculator.Open();
    }

    public void Register(SqliteConnection connection)
    {
        foreach (var name in OfMoment)
            connection.CreateFunction<object?>(name, values => Call(name, values, at: 0), isDeterministic: true);
        connection.CreateFunction<object?>(
            "strftime",
            values => Call("strftime", values, at: 1),
            isDeterministic: true
        );
        connection.CreateFunction<object?>("current_date", () => Call("date", [], at: 0), isDeterministic: true);
        connection.CreateFunction<object?>("current_time", () => Call("time", [], at: 0), isDeterministic: true);
        connection.CreateFunction<object?>(
            "current_timestamp",
            () => Call("datetime", [], at: 0),
            isDeterministic: true
        );
    }

    public void Dispose() => calculator.Dispose();

    /// <param name="at">Place of the moment among the arguments; modifiers follow it.</param>
    private object? Call(string name, object?[] values, int at)
    {
        if (values.Length < at)
            throw new ArgumentException($"{name}() needs a format.");

        var arguments = values.Length == at ? [.. values, present] : values.ToArray();
        arguments[at] = Moment(arguments[at]);
        foreach (var modifier in arguments.Skip(at + 1))
            Refuse(name, modifier);

        using var command = calculator.CreateCommand();
        var names = arguments.Select((_, index) => $"$p{index}").ToArray();
        command.CommandText = $"select {name}({string.Join(", ", names)})";
        foreach (var (parameter, value) in names.Zip(arguments))
            command.Parameters.AddWithValue(parameter, value ?? DBNull.Value);
        return Written(name, command.ExecuteScalar());
    }

    /// <summary>Only what begins like a moment: SQLite has further words for its own present.</summary>
    private object? Moment(object? value) =>
        value is not string text ? value
        : string.Equals(text, "now", StringComparison.OrdinalIgnoreCase) ? present
        : text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.') ? text
        : null;

    private static void Refuse(string name, object? modifier)
    {
        if (
            modifier is string text
            && RefusedModifiers.Any(word => text.Trim().StartsWith(word, StringComparison.OrdinalIgnoreCase))
        )
            throw new ArgumentException(
                $"The modifier '{text.Trim()}' of {name}() is refused: every moment is UTC, in whole seconds."
            );
    }

    private static object? Written(string name, object? value) =>
        value switch
        {
            null or DBNull => null,
            string text when name is "datetime" => $"{text.Replace(' ', 'T')}Z",
            _ => value,
        };
}
