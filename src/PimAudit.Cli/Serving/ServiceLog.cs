using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace PimAudit.Cli;

/// <summary>Writes what the service does as one JSON object a line, as a collector reads it.</summary>
internal sealed class ServiceLog(TextWriter writer, IEnumerable<ConsoleFormatter> formatters) : ILoggerProvider
{
    private readonly ConsoleFormatter formatter = formatters.First(one => one.Name == ConsoleFormatterNames.Json);
    private readonly Lock gate = new();

    public static void Add(ILoggingBuilder logging, TextWriter writer)
    {
        logging.SetMinimumLevel(LogLevel.Information);
        foreach (var talkative in (string[])["Quartz", "Microsoft", "System", "OpenTelemetry", "Polly"])
            logging.AddFilter(talkative, LogLevel.Warning);
        logging.AddJsonConsole(json =>
        {
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        });
        logging.Services.RemoveAll<ILoggerProvider>();
        logging.Services.AddSingleton<ILoggerProvider>(services => new ServiceLog(
            writer,
            services.GetServices<ConsoleFormatter>()
        ));
    }

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose() { }

    private void Write<T>(LogEntry<T> entry)
    {
        using var line = new StringWriter();
        formatter.Write(in entry, scopeProvider: null, line);
        lock (gate)
        {
            writer.Write(line.ToString());
            writer.Flush();
        }
    }

    private sealed class Category(ServiceLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<T>(T state)
            where T : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is not LogLevel.None;

        /// <summary>Of an exception its kind alone: its words may name somebody.</summary>
        public void Log<T>(
            LogLevel logLevel,
            EventId eventId,
            T state,
            Exception? exception,
            Func<T, Exception?, string> formatter
        ) =>
            log.Write(
                new LogEntry<T>(
                    logLevel,
                    name,
                    eventId,
                    state,
                    exception: null,
                    (said, _) =>
                        exception is null
                            ? formatter(said, null)
                            : $"{formatter(said, null)} ({exception.GetType().FullName})"
                )
            );
    }
}
