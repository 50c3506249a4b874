using System.Text.RegularExpressions;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Sessions;

namespace Portfolio.Tests.Pages;

/// <summary>A leader with a telephone and no account, in front of the register's pages.</summary>
internal sealed partial class RegisterByLink(TestHost host, RegisterLinkScene scene)
{
    public Browser Browser { get; } = new(host.Address);

    public RegisterLinkScene Scene => scene;

    public string Register => $"/programmes/{scene.Scene.Programme}/sessions/{scene.Session.Id}/register";

    public static async Task<RegisterByLink> In(TestHost host)
    {
        var made = new RegisterByLink(host, await RegisterLinkScene.Set(host));
        await made.Opens(await made.Scene.Link());
        return made;
    }

    /// <summary>Opens the link, asks for the code and types it in.</summary>
    public async Task<Browser.Shown> Opens(string link, bool remember = false)
    {
        var page = await Browser.Get("/links/" + link);
        var code = await scene.CodeAfter(() => Browser.Submit(page, "Code"));
        page = await Browser.Get("/links/" + link);
        return await Browser.Submit(page, "Open", [("code", code), .. remember ? new[] { ("remember", "true") } : []]);
    }

    /// <summary>Fills the register as it stands on the page, with these changes.</summary>
    /// <param name="changes">By the person's name and the field: <c>("Otto Other", "Attendance", "partial")</c>.</param>
    public async Task<Browser.Shown> Sends(Browser.Shown page, string handler, params (string Person, string Field, string Value)[] changes)
    {
        var fields = new List<(string Name, string Value)>(page.Form(handler == "See" ? handler : page.Path.Split('?')[0]).Hidden);
        foreach (Match person in People().Matches(page.Text))
        {
            var (name, row) = (person.Groups[1].Value, person.Groups[2].Value);
            foreach (var (field, value) in Shown(person.Value))
                Put($"Form.Rows[{row}].{field}", value);
            foreach (var change in changes.Where(change => change.Person == name))
                Put($"Form.Rows[{row}].{change.Field}", change.Value);
        }
        foreach (var (name, value) in new[] { ("Mode", "in-person"), ("LeaderId", Chosen(page.Text, "leader")), ("CoLeaderId", Chosen(page.Text, "co-leader")) })
            Put("Form." + name, value);
        foreach (var change in changes.Where(change => change.Person == ""))
            Put(change.Field, change.Value);
        return await Browser.Post($"{page.Path.Split('?')[0]}?handler={handler}", fields);

        void Put(string name, string value)
        {
            fields.RemoveAll(field => field.Name == name);
            if (value != "")
                fields.Add((name, value));
        }
    }

    private static IEnumerable<(string, string)> Shown(string row)
    {
        yield return ("Attendance", Checked().Match(row).Groups[1].Value);
        yield return ("Minutes", Minutes().Match(row).Groups[1].Value);
        foreach (var tick in new[] { "Presented", "FollowedUp" })
            if (Regex.IsMatch(row, $"{tick}\" value=\"true\" checked"))
                yield return (tick, "true");
    }

    private static string Chosen(string page, string select) =>
        Selected().Match(Regex.Match(page, $"id=\"{select}\" name.*?</select>", RegexOptions.Singleline).Value).Groups[1].Value;

    [GeneratedRegex("""data-name="([^"]*)".*?Form\.Rows\[(\d+)\].*?\.Minutes"[^>]*>""", RegexOptions.Singleline)]
    private static partial Regex People();

    [GeneratedRegex("""\.Attendance" value="([^"]*)" checked""")]
    private static partial Regex Checked();

    [GeneratedRegex("""<option value="([^"]*)" selected""")]
    private static partial Regex Selected();

    [GeneratedRegex("""Minutes" value="([^"]*)""")]
    private static partial Regex Minutes();
}
