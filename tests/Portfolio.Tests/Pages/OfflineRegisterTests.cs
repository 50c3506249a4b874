using Microsoft.Playwright;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Pages;

/// <summary>A hospital's basement: a remembered phone, a register, and no network.</summary>
public sealed class OfflineRegisterTests(TestHost host, RealBrowser chromium) : IClassFixture<TestHost>, IClassFixture<RealBrowser>
{
    [Fact(Timeout = 120_000)]
    public async Task Next_weeks_register_is_filled_and_signed_without_a_network_and_sent_once_when_there_is_one()
    {
        var week = await UsualWeek.Set(host);
        var page = await week.RememberedPhone(chromium);
        await page.Context.SetOfflineAsync(true);
        host.Clock.Advance(TimeSpan.FromDays(7));

        await page.GotoAsync(week.Now);
        await RealBrowser.Reaches(page, $"/sessions/{week.Next.Id}/register");
        await Assertions.Expect(page.Locator("#kept")).ToContainTextAsync("not signed yet");
        await UsualWeek.Choice(page, "Tara Trainee", "Presented").TapAsync();
        await UsualWeek.Choice(page, "Ben Balint", "Apologies").TapAsync();
        await UsualWeek.Choice(page, "Cleo Case", "Part").TapAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Review and sign" }).TapAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What you sign" })).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#seen")).ToContainTextAsync("was there for 45 minutes, in person");
        await RealBrowser.Look(page, "register-without-network");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign this" }).TapAsync();
        await Assertions.Expect(page.Locator("#kept")).ToContainTextAsync("Not signed yet. Your signature waits");
        await RealBrowser.Look(page, "register-waits");
        Assert.Equal("open", (await week.Stands(week.Next)).State);

        // Closed and opened again, what was filled is still there.
        await page.GotoAsync(week.Now);
        await Assertions.Expect(UsualWeek.Choice(page, "Ben Balint", "Apologies")).ToBeCheckedAsync();

        // There is signal, but nobody is signed in any more: nothing is sent, nothing lost.
        await page.Context.ClearCookiesAsync();
        await page.Context.SetOfflineAsync(false);
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Assertions.Expect(page.Locator("#kept")).ToContainTextAsync("sign in, and it is sent", new() { Timeout = 20_000 });
        Assert.Equal("open", (await week.Stands(week.Next)).State);

        // Somebody else who signs in there sends nothing in the leader's name.
        await RealBrowser.SignIn(host, page, week.Scene.Key, "L2");
        await page.GotoAsync(week.Register(week.Next));
        await Assertions.Expect(page.Locator("#kept")).ToContainTextAsync("It is theirs to send", new() { Timeout = 20_000 });
        await page.Context.ClearCookiesAsync();

        // Signed in again, the first answer to the signature is lost on its way: it is sent again, and signs once.
        await RealBrowser.SignIn(host, page, week.Scene.Key, "L1");
        var lost = 0;
        await page.RouteAsync("**/register/review", async route =>
        {
            if (route.Request.Method == "POST" && Interlocked.Increment(ref lost) == 1)
            {
                await route.FetchAsync(new() { MaxRedirects = 0 });
                await route.AbortAsync();
            }
            else
                await route.ContinueAsync();
        });
        await page.GotoAsync(week.Register(week.Next));
        for (var tries = 0; tries < 300 && Volatile.Read(ref lost) == 0; tries++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        await Assertions.Expect(page.Locator("#kept")).ToContainTextAsync("Not signed yet", new() { Timeout = 20_000 });
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("This register is signed.")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(page.GetByText("Signed on Monday 9 June 2025 at 13:00")).ToBeVisibleAsync();
        Assert.True(lost >= 1, "No answer was lost.");
        var signed = await week.Stands(week.Next);
        Assert.Equal("signed", signed.State);
        Assert.Equal(45, signed.Register!.Lines.Single(line => line.Attendance == "partial").Minutes);
        Assert.Equal(0, await page.EvaluateAsync<int>("kept.all('filled').then(all => all.length)"));
    }

    [Fact(Timeout = 120_000)]
    public async Task What_a_phone_keeps_is_sealed_old_in_two_weeks_and_gone_at_sign_out()
    {
        var week = await UsualWeek.Set(host);
        var page = await week.RememberedPhone(chromium);
        const string Raw = """
            async () => {
                const database = await new Promise(done => { const asked = indexedDB.open('portfolio-kept'); asked.onsuccess = () => done(asked.result); });
                const all = store => new Promise(done => { const asked = database.transaction(store).objectStore(store).getAll(); asked.onsuccess = () => done(asked.result); });
                const [key] = await all('key'), things = await all('things');
                const readable = things.map(thing => new TextDecoder('latin1').decode(thing.sealed)).join();
                return [String(key.extractable), String(things.length), String(readable.includes('Trainee')), String(Math.round((things[0].until - Date.now()) / 864e5)), (await caches.keys()).join()];
            }
            """;
        Assert.Equal(["false", "2", "false", "14", "portfolio-static"], await page.EvaluateAsync<string[]>(Raw));
        // The page it keeps has this group's names, and no presentation but of its own session.
        Assert.Contains("Tara Trainee", await page.EvaluateAsync<string>("kept.all('page').then(all => all[0].html)"), StringComparison.Ordinal);

        await page.EvaluateAsync("""
            async () => {
                const database = await new Promise(done => { const asked = indexedDB.open('portfolio-kept'); asked.onsuccess = () => done(asked.result); });
                const store = database.transaction('things', 'readwrite').objectStore('things');
                const things = await new Promise(done => { const asked = store.getAll(); asked.onsuccess = () => done(asked.result); });
                await Promise.all(things.map(thing => new Promise(done => { store.put({ ...thing, until: Date.now() - 1 }, `${thing.kind} ${thing.id}`).onsuccess = done; })));
            }
            """);
        await page.Context.SetOfflineAsync(true);
        await Assert.ThrowsAnyAsync<PlaywrightException>(() => page.GotoAsync(week.Now));
        await page.Context.SetOfflineAsync(false);

        await page.GotoAsync(week.Register(week.Today));
        await page.Locator("html[data-ready]").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await RealBrowser.Reaches(page, "/sign-in");
        Assert.Equal("", await page.EvaluateAsync<string>("indexedDB.databases().then(all => all.map(of => of.name).join())"));
        // Neither does the phone open anything by itself any more.
        await page.GotoAsync(week.Now);
        await RealBrowser.Reaches(page, "/sign-in");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_device_whose_leaders_link_was_ended_or_forgotten_opens_nothing()
    {
        var week = await UsualWeek.Set(host);
        var page = await week.RememberedPhone(chromium);
        await page.Context.ClearCookiesAsync(new() { Name = "__Host-portfolio" });
        await page.GotoAsync(week.Now);
        await RealBrowser.Reaches(page, $"/sessions/{week.Today.Id}/register");
        // It reaches that one register, and is seen like any link.
        Assert.Equal(404, (await page.GotoAsync(week.Register(week.Next)))!.Status);
        var links = $"sessions/{week.Today.Id}/links";
        var opened = Assert.Single((await week.Scene.Tutor.Get<LinkList>(week.Scene.Path(links))).Links);
        Assert.Equal(["opened"], opened.Uses.Select(use => use.What));

        await week.Scene.Tutor.Post<LinkBody>(week.Scene.Path($"{links}/{opened.Id}/end"), new { });
        await page.GotoAsync(week.Now);
        await RealBrowser.Reaches(page, "/sign-in");
    }
}
