using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PimAudit.Service;

/// <summary>What a supervisor asks over HTTP. No answer names anybody: tenants stand by alias.</summary>
public static class HealthEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IServiceCollection AddHealth(this IServiceCollection services) =>
        services.AddSingleton<HealthPage>().AddSingleton<Readiness>();

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", context => WriteAsync(context, new { live = true }, isHealthy: true));
        routes.MapGet("/health/ready", ReadyAsync);
        routes.MapGet("/health/tenants", TenantsAsync);
    }

    private static async Task ReadyAsync(HttpContext context)
    {
        var ready = await context.RequestServices.GetRequiredService<Readiness>().LookAsync(context.RequestAborted);
        await WriteAsync(context, ready, ready.IsReady);
    }

    private static async Task TenantsAsync(HttpContext context)
    {
        var page = context.RequestServices.GetRequiredService<HealthPage>();
        try
        {
            var report = await page.LookAsync(context.RequestAborted);
            await WriteAsync(context, report, report.IsHealthy);
        }
        catch (Exception error) when (error is not OperationCanceledException && !context.Response.HasStarted)
        {
            await WriteAsync(
                context,
                new { isHealthy = false, error = "The history does not answer." },
                isHealthy: false
            );
        }
    }

    private static Task WriteAsync<T>(HttpContext context, T body, bool isHealthy)
    {
        context.Response.StatusCode = isHealthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(body, Json, context.RequestAborted);
    }
}
