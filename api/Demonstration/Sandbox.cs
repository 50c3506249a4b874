using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;

namespace Portfolio.Api.Demonstration;

/// <summary>Faults on demand, for whoever builds a platform: in a sandbox alone, and of no request that does not ask for one. Everywhere else the header says nothing.</summary>
internal sealed class Sandbox(RequestDelegate next, PortfolioDatabase database)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Headers[OrderedFault.Header] is not [{ } asked] || http.GetEndpoint()?.Metadata.GetMetadata<GoesWrongOnDemand>() is null
            || Actor.Of(http.User) is not { Platform: not null } actor || !await IsSandbox(actor.Programme, http.RequestAborted))
            await next(http);
        else if (OrderedFault.Read(asked) is { } fault)
            await fault.Play(http, next);
        else
            await Problems.InvalidRequest.Because(OrderedFault.Words).Write(http);
    }

    private async Task<bool> IsSandbox(Guid programme, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programme, cancellation);
        return await ProgrammeStore.IsSandbox(work);
    }
}
