using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Http;

namespace Portfolio.Api.Pages;

/// <summary>
/// What every page's model says: for whom it is, exactly as an endpoint does, so that the same tests read it:
/// <c>public static void For(IEndpointConventionBuilder page) => page.Public("why");</c>
/// </summary>
internal interface IPageFor
{
    static abstract void For(IEndpointConventionBuilder page);
}

internal static class PageSetup
{
    public static void AddPages(this IServiceCollection services) => services.AddSingleton<TodayItems>().AddRazorPages(pages => pages.RootDirectory = "/")
        .AddRazorOptions(views => views.PageViewLocationFormats.Add("/Pages/{0}.cshtml"))
        .AddMvcOptions(mvc =>
        {
            mvc.Filters.Add(new PagePolicyFilter());
            mvc.Filters.Add<PageFrame.Filter>();
        })
        .ConfigureApplicationPartManager(parts =>
        {
            // This assembly's pages whatever program was started, and no other's.
            parts.ApplicationParts.Clear();
            foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(typeof(PageSetup).Assembly).GetApplicationParts(typeof(PageSetup).Assembly))
                parts.ApplicationParts.Add(part);
        });

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticFiles();
        app.MapRegisterApp();
        app.MapElement();
        app.MapEmbeds();
        app.MapWellKnown();
        app.MapRazorPages().Add(endpoint =>
        {
            var page = endpoint.Metadata.OfType<PageActionDescriptor>().Single();
            endpoint.Metadata.Add(new AnswersWithPage());
            endpoint.Metadata.Add(new ExcludeFromDescriptionAttribute());
            var said = new Said();
            ForOf(ModelOf(page)).Invoke(null, [said]);
            said.Conventions.ForEach(convention => convention(endpoint));
        });
    }

    // Compiled descriptors carry the model's type; the endpoint keeps whichever was made first.
    private static TypeInfo ModelOf(PageActionDescriptor page) =>
        (page as CompiledPageActionDescriptor)?.DeclaredModelTypeInfo
        ?? typeof(PageSetup).Assembly.GetType($"{nameof(Portfolio)}.{nameof(Api)}{page.ViewEnginePath.Replace('/', '.')}Model")?.GetTypeInfo()
        ?? throw new InvalidOperationException($"The page {page.ViewEnginePath} has no model {page.ViewEnginePath}Model.");

    private static MethodInfo ForOf(TypeInfo model) => typeof(IPageFor).IsAssignableFrom(model)
        ? model.GetMethod(nameof(IPageFor.For), BindingFlags.Public | BindingFlags.Static)!
        : throw new InvalidOperationException($"{model.Name} does not say for whom it is: it is no IPageFor.");

    private sealed class Said : IEndpointConventionBuilder
    {
        public List<Action<EndpointBuilder>> Conventions { get; } = [];

        public void Add(Action<EndpointBuilder> convention) => Conventions.Add(convention);
    }

    private sealed class PagePolicyFilter : IAlwaysRunResultFilter
    {
        public void OnResultExecuting(ResultExecutingContext context) => PageManners.SetPolicy(context.HttpContext);

        public void OnResultExecuted(ResultExecutedContext context)
        {
        }
    }
}
