using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Pages;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Lti;

/// <summary>A course's gradebook asks, and the trainee decides. What the platform told of them is filled in, so that a permission is all it takes.</summary>
internal sealed class ScoresModel(PortfolioDatabase database, LtiAccounts accounts, OwnPlaces own, Deliveries.Adapters adapters, TimeProvider clock) : PageModel, IPageFor
{
    private const string IdNumber = "idNumber";

    public static void For(IEndpointConventionBuilder page) => page.May(Rights.Connect, new PartOfProgramme());

    public string Course { get; private set; } = "";

    public string Platform { get; private set; } = "";

    public ReceiverBody? Receiver { get; private set; }

    public IReadOnlyList<PermittedKind> Kinds { get; private set; } = [];

    public string? To { get; private set; }

    public Dictionary<string, string> Wrong { get; } = [];

    public async Task<IActionResult> OnGet(Guid programmeId, Guid courseId, string? to, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await Find(work, courseId, to) is null && Course == "" ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(Guid programmeId, Guid courseId, string? to, string? decision, string[] kinds, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await Find(work, courseId, to) is not { } course)
            return NotFound();
        if (decision != "permit")
            return LocalRedirect(To!);
        string[] chosen = [.. Kinds.Select(kind => kind.Code).Where(kinds.Contains)];
        if (chosen.Length == 0)
            Wrong[""] = "Choose at least one kind of record, or permit nothing.";
        else if ((await Permit(work, course, HttpContext.Person(), chosen)) is { } why)
            Wrong[""] = why;
        if (Wrong.Count > 0)
            return Page();
        await work.Commit();
        return LocalRedirect(To!);
    }

    private async Task<string?> Permit(Work work, LtiCourse course, Guid person, IReadOnlyList<string> chosen)
    {
        if ((await ConnectionStore.Settle(work, course.PlatformId!.Value, person, chosen, clock.GetUtcNow())).Refused(out var problem, out var connection)
            || (await own.Find(work, connection.Id)).Refused(out problem, out var place))
            return problem.Title;
        if (place.Adapter.Description.Settings.All(setting => setting.Name != IdNumber) || await accounts.NumberOf(work, person, course.RegistrationId) is not { } number)
            return null;
        return (await own.Set(work, place, person, [new SettingValue(IdNumber, number)])).Refused(out problem, out _) ? problem.Title : null;
    }

    private async Task<LtiCourse?> Find(Work work, Guid id, string? to)
    {
        To = to is { Length: <= 2000 } && Url.IsLocalUrl(to) ? to : $"/programmes/{work.Programme}";
        if (await LtiCourses.Find(work, id) is not { } course)
            return null;
        Course = course.Title;
        if (course.PlatformId is not { } platform || (await PlatformStore.All(work)).SingleOrDefault(one => one.Id == platform) is not { Receiver: { } receiver } named
            || adapters.Find(receiver.Adapter) is not { } adapter)
            return null;
        (Platform, Receiver) = (named.Name, receiver);
        Kinds = [.. PermittedKind.All.Where(kind => adapter.Description.Kinds.Contains(kind.Code))];
        return course;
    }
}
