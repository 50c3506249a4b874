using Microsoft.AspNetCore.Mvc.Filters;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Pages;

/// <summary>What stands around every page of a programme: whose it is, and in which words.</summary>
/// <param name="SignedIn">Whether somebody of this programme is signed in, by an account rather than by a link to one register.</param>
internal sealed record PageFrame(Programme? Programme, Wording Words, bool SignedIn)
{
    private static readonly PageFrame Nothing = new(null, Wording.Usual, false);

    public Guid ProgrammeId => Programme?.Id ?? throw new InvalidOperationException("This page is of no programme.");

    public static PageFrame Of(HttpContext http) => http.Items[typeof(PageFrame)] as PageFrame ?? Nothing;

    internal sealed class Filter(PortfolioDatabase database) : IAsyncPageFilter
    {
        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            var http = context.HttpContext;
            if (Guid.TryParse(context.RouteData.Values["programmeId"] as string, out var id))
            {
                await using var work = await database.Begin(id, http.RequestAborted);
                if (await ProgrammeStore.Find(work, id) is { } programme)
                    http.Items[typeof(PageFrame)] = new PageFrame(programme, Wording.Of(await WordingStore.Find(work)), Inside(http, id));
            }
            await next();
        }

        private static bool Inside(HttpContext http, Guid programme) =>
            http.User.Identity?.IsAuthenticated is true && http.User.FindFirst("programme")?.Value == $"{programme}" && http.Actor() is { Session: null, Person: not null };
    }
}
