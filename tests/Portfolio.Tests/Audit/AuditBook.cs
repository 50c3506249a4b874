using System.Diagnostics;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Portfolio.Api;
using Portfolio.Api.Database;
using Portfolio.Api.Verbs;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Audit;

/// <summary>An entry as a superuser sees it.</summary>
internal sealed record Audited(
    long Position, long Step, string Kind, string Action, Guid? PersonId, Guid? PlatformId, string? AsRole, string? SubjectKind, Guid? SubjectId, string? MadeKind, Guid? MadeId,
    int? Status, int Times, byte[]? FromWhere);

/// <summary>What was audited in a programme.</summary>
internal static class AuditBook
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<List<Audited>> Of(TestHost host, Guid programme)
    {
        await using var connection = new NpgsqlConnection(await host.Superuser());
        return (await connection.QueryAsync<Audited>("""
            select position, step, kind, action, person_id, platform_id, as_role, subject_kind, subject_id, made_kind, made_id, status::int, times, from_where
            from audit_entry where programme_id = @programme order by position
            """, new { programme })).AsList();
    }

    /// <summary>Reads are written a moment later: waits until they are, and then until nothing more comes.</summary>
    public static async Task<List<Audited>> Settled(TestHost host, Guid programme, Func<IReadOnlyList<Audited>, bool> enough)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            var entries = await Of(host, programme);
            if (enough(entries) || watch.Elapsed > Patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(600));
                return await Of(host, programme);
            }
        }
    }

    /// <summary>What comes after this, once so many more are there.</summary>
    public static async Task<List<Audited>> After(TestHost host, Guid programme, long position, int more) =>
        [.. (await Settled(host, programme, entries => entries.Count(entry => entry.Position > position) >= more)).Where(entry => entry.Position > position)];

    public static async Task<long> Now(TestHost host, Guid programme) => (await Settled(host, programme, _ => true)).LastOrDefault()?.Position ?? 0;

    /// <summary>Another host on the same database.</summary>
    public static async Task<(WebApplication App, HttpClient Client)> Beside(TestHost host)
    {
        var builder = WebHost.CreateBuilder(new ServeArguments(null, ["--urls=http://127.0.0.1:0"]));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Portfolio:MasterKey"] = TestHost.MasterKey });
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Services.AddSingleton(host.Database);
        builder.Services.AddSingleton<TimeProvider>(host.Clock);
        builder.AddHouse(dataFolder: Path.GetTempPath());
        var app = builder.Build();
        app.MapHouse();
        await app.StartAsync();
        return (app, new() { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) });
    }

    /// <summary>What fsck would say of the audit as it is kept.</summary>
    public static async Task<string?> Wrong(TestHost host, Guid programme)
    {
        await using var work = await host.Database.Begin(programme, CancellationToken.None);
        return (await host.Service<Portfolio.Api.Audit.AuditTrail>().Check(work)).Wrong;
    }
}
