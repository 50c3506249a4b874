using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

/// <summary>One's own live permission at a platform that is written to.</summary>
internal sealed record OwnPlace(ConnectionBody Connection, Outward Outward, IPortfolioAdapter Adapter);

/// <summary>What trainees do with their own places: fill in, sign in there, try. The interface and the pages ask it alike.</summary>
internal sealed partial class OwnPlaces(
    PortfolioDatabase database, Adapters adapters, PlaceConnections places, PlaceSeal seal, PublicAddress address, GuardSettings reach, TimeProvider clock, ILogger<OwnPlaces> log)
{
    /// <summary>Where platforms send trainees back to.</summary>
    public Uri Back { get; } = new(address.Base, "connected");

    public async Task<Answer<OwnPlace>> Find(Work work, Guid connection, bool forbiddenToo = true)
    {
        if (await ConnectionStore.Find(work, connection) is not { EndedAt: null } live)
            return Problems.ConnectionEnded;
        if (await OutwardStore.Find(work, live.PlatformId) is not { } outward || adapters.Find(outward.Adapter) is not { } adapter)
            return Problems.NotWrittenTo;
        return outward.Forbidden is { } why && !forbiddenToo ? Receivers.Refusal(outward.Receiver, why) : new OwnPlace(live, outward, adapter);
    }

    public async Task<ConnectionSettingsBody> Settings(Work work, OwnPlace place, Guid person)
    {
        var there = await OutwardPlaces.Find(work, place.Outward.PlatformId, person);
        var settings = seal.Open(work.Programme, there?.Id ?? Guid.Empty, PlaceSeal.Settings, there?.Settings);
        return new(place.Connection.Id, OutwardSettings.Shown(place.Adapter.Description, SettingOwner.Person, settings), place.Adapter is IAuthorizingAdapter, there?.Needs);
    }

    /// <summary>The settings as they shall be; what waited for them goes on. The same again changes nothing.</summary>
    public async Task<Answer<OwnPlace>> Set(Work work, OwnPlace place, Guid person, IReadOnlyList<SettingValue> sent)
    {
        var rules = await Receivers.Of(work);
        var there = await OutwardPlaces.Hold(work, place.Outward.PlatformId, person);
        var before = seal.Open(work.Programme, there.Id, PlaceSeal.Settings, there.Settings);
        var (settings, errors) = OutwardSettings.Read(place.Adapter.Description, SettingOwner.Person, sent, before, reach);
        if (errors.Count > 0)
            return Problems.InvalidBody.At(errors);
        if (Receivers.WhyNot(rules, null, settings.Values) is { } why)
            return Receivers.Refusal(place.Outward.Receiver, why);
        if (OutwardSettings.Same(before, settings))
            return place;
        await OutwardPlaces.Set(work, there.Id, seal.Close(work.Programme, there.Id, PlaceSeal.Settings, settings));
        await OutwardStore.GoOn(work, place.Outward.PlatformId, person, clock.GetUtcNow());
        return place;
    }

    /// <summary>Where the trainee signs in at the platform. Nothing of it is asked within a transaction.</summary>
    public async Task<Answer<Uri>> Begin(Guid programme, Guid connection, Guid person, CancellationToken cancellation)
    {
        if ((await Open(programme, connection, person, cancellation, (work, place) => AuthorizationStates.Make(work, place.Outward.PlatformId, person, clock.GetUtcNow())))
            .Refused(out var problem, out var opened))
            return problem;
        if (opened.Adapter is not IAuthorizingAdapter adapter)
            return Problems.NoSignInThere;
        var (to, whyNot) = await Asked(adapter, () => adapter.Begin(Back, opened.State!, opened.Place, cancellation), why => (null, why), cancellation);
        // A browser is sent there: to a site, and to nothing that a browser runs.
        return to is not null && PrivateAddressGuard.Allows(to, reach) ? to : Problems.PlatformNotReady.Because(Said(whyNot));
    }

    /// <summary>The trainee came back with a code. It is tried once, whatever comes of it.</summary>
    public async Task<Problem?> Complete(Guid programme, string? state, string code, Guid person, CancellationToken cancellation)
    {
        PlaceConnection? place;
        await using (var work = await database.Begin(programme, cancellation))
        {
            if (await AuthorizationStates.Use(work, state, person, clock.GetUtcNow()) is not { } platform || await OutwardStore.Find(work, platform) is not { Forbidden: null })
                return Problems.NotFound;
            place = await places.Open(work, platform, person);
            await work.Commit();
        }
        if (place is null || adapters.Find(place.Adapter) is not IAuthorizingAdapter adapter)
            return Problems.NotFound;
        if (await Asked(adapter, () => adapter.Complete(Back, code, place, cancellation), why => why, cancellation) is { } whyNot)
            return Problems.PlatformNotReady.Because(Said(whyNot));
        await using var after = await database.Begin(programme, cancellation);
        await OutwardStore.GoOn(after, place.Platform, person, clock.GetUtcNow());
        await after.Commit();
        return null;
    }

    public async Task<Answer<TrialList>> Test(Guid programme, Guid connection, Guid person, CancellationToken cancellation) =>
        (await Open(programme, connection, person, cancellation)).Refused(out var problem, out var opened)
            ? problem
            : await ConnectionTrials.Of(opened.Adapter, opened.Place, whose: null, log, cancellation);

    private sealed record Opened(IPortfolioAdapter Adapter, PlaceConnection Place, string? State);

    private async Task<Answer<Opened>> Open(
        Guid programme, Guid connection, Guid person, CancellationToken cancellation, Func<Work, OwnPlace, Task<string>>? state = null)
    {
        await using var work = await database.Begin(programme, cancellation);
        if ((await Find(work, connection, forbiddenToo: false)).Refused(out var problem, out var place))
            return problem;
        if (state is not null && place.Adapter is not IAuthorizingAdapter)
            return Problems.NoSignInThere;
        await OutwardPlaces.Hold(work, place.Outward.PlatformId, person);
        var made = state is null ? null : await state(work, place);
        var opened = new Opened(place.Adapter, (await places.Open(work, place.Outward.PlatformId, person))!, made);
        await work.Commit();
        return opened;
    }

    // An adapter can be anybody's: what it throws may hold what must not be shown.
    private async Task<T> Asked<T>(IPortfolioAdapter adapter, Func<Task<T>> ask, Func<Outcome?, T> failed, CancellationToken cancellation)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is not DatabaseUnavailableException && !cancellation.IsCancellationRequested)
        {
            Log.Failed(log, adapter.Description.Name, e.GetType().Name);
            return failed(new Outcome.NoAnswer("failed"));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The adapter {Adapter} failed at a sign-in with {Type}")]
        public static partial void Failed(ILogger log, string adapter, string type);
    }

    private static string Said(Outcome? whyNot) => whyNot switch
    {
        Outcome.TryLater => "It could not be reached, or is busy: try again later.",
        Outcome.NeedsPerson { Code: "address-not-public" } => "Its address leads to where this service does not go; whoever looks after the programme's platforms can put it right.",
        Outcome.NeedsPerson or Outcome.Refused => "It does not let this service in; whoever looks after the programme's platforms can put it right.",
        _ => "It gave no answer that could be understood: try again later.",
    };
}
