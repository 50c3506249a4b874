using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>A trainee's own place at a platform that is written to: what there is to fill in, signing in there, trying it.</summary>
internal sealed class PlaceModel(PortfolioDatabase database, OwnPlaces own) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.KeepConnection, new ConnectionInPath("connectionId"));

    public ConnectionBody Connection { get; private set; } = null!;

    /// <summary>Whether there is anything to set up: a permission that ended, or a platform that pulls, needs nothing.</summary>
    public bool IsWrittenTo { get; private set; }

    public IReadOnlyList<SettingBody> Settings { get; private set; } = [];

    public bool SignsIn { get; private set; }

    public string? Needs { get; private set; }

    public Uri? Address { get; private set; }

    public IReadOnlyList<TrialBody> Trials { get; private set; } = [];

    public string? Wrong { get; private set; }

    public Task<IActionResult> OnGet(Guid programmeId, Guid connectionId, CancellationToken cancellation) => Show(programmeId, connectionId, cancellation);

    public async Task<IActionResult> OnPost(Guid programmeId, Guid connectionId, string? decision, CancellationToken cancellation)
    {
        if (decision == "set")
            Wrong = await Set(programmeId, connectionId, cancellation);
        else if (decision == "sign-in")
        {
            if ((await own.Begin(programmeId, connectionId, HttpContext.Person(), cancellation)).Refused(out var problem, out var to))
                Wrong = Words(problem);
            Address = to;
        }
        else if ((await own.Test(programmeId, connectionId, HttpContext.Person(), cancellation)).Refused(out var problem, out var trials))
            Wrong = Words(problem);
        else
            Trials = trials.Trials;
        return await Show(programmeId, connectionId, cancellation);
    }

    private async Task<string?> Set(Guid programme, Guid connection, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programme, cancellation);
        if ((await own.Find(work, connection)).Refused(out var problem, out var place))
            return Words(problem);
        var form = await Request.ReadFormAsync(cancellation);
        // An empty secret is one that stays; anything else that is empty is taken away.
        SettingValue[] sent = [.. (await own.Settings(work, place, HttpContext.Person())).Settings.Select(setting => new SettingValue(setting.Name, form[setting.Name].ToString().Trim()))
            .Where(setting => setting.Value is { Length: > 0 and <= 2000 } || IsKept(place, setting.Name)).Select(setting => setting.Value == "" ? setting with { Value = null } : setting)];
        if ((await own.Set(work, place, HttpContext.Person(), sent)).Refused(out problem, out _))
            return Words(problem);
        await work.Commit();
        return null;
    }

    private static bool IsKept(OwnPlace place, string name) =>
        place.Adapter.Description.Settings.Any(setting => setting.Name == name && setting.Type == Contracts.Adapters.SettingType.Secret);

    private async Task<IActionResult> Show(Guid programme, Guid connection, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programme, cancellation);
        Connection = (await ConnectionStore.Find(work, connection))!;
        if ((await own.Find(work, connection)).Refused(out var problem, out var place))
        {
            Wrong = Words(problem);
            return Page();
        }
        IsWrittenTo = true;
        var there = await own.Settings(work, place, HttpContext.Person());
        (Settings, SignsIn, Needs) = (there.Settings, there.SignsIn, InWords(there.Needs));
        return Page();
    }

    private static string Words(Problem problem) => problem switch
    {
        { Errors: [var first, ..] } => first.Message,
        { Detail: { } detail } => detail,
        _ => problem.Title,
    };

    private static string? InWords(string? needs) => needs switch
    {
        null => null,
        "settings-missing" => "Nothing is sent before you fill this in.",
        "sign-in-again" => "Nothing is sent before you sign in there, or fill in what is new.",
        "gone" => "The platform says that your place there is gone.",
        "remove-there" => "What was sent there has to be removed there by hand.",
        _ => $"Nothing is sent at present ({needs}). Whoever looks after the programme's platforms can see why.",
    };
}
