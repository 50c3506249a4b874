using System.Text.Json;
using Portfolio.Api.Deliveries;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries;

/// <summary>What the service says of its adapters, and what it takes from them.</summary>
public sealed class AdapterListTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Anybody_sees_which_there_are_and_what_must_be_set()
    {
        var upload = (await host.Anybody().Get<AdapterList>("/v1/adapters")).Adapters.Single(adapter => adapter.Name == "upload");
        Assert.Contains("recorded-elsewhere", upload.Kinds);
        Assert.False(upload.SignsIn);
        Assert.Equal("^https://", upload.PlatformSettings.GetProperty("properties").GetProperty("website").GetProperty("pattern").GetString());
        Assert.Empty(upload.PersonSettings.GetProperty("properties").EnumerateObject());
    }

    [Fact]
    public void Settings_are_a_schema_for_each_side_and_a_secret_is_never_shown()
    {
        AdapterSetting[] settings =
        [
            new("address", "Where it is.", SettingType.Url), new("form", "Which form.", Required: false, Choices: ["embedded", "jwt"]),
            new("token", "What opens it.", SettingType.Secret, SettingOwner.Person), new("course", "Its number.", SettingType.Number),
        ];
        var (programme, person) = (AdapterSchema.Of(settings, SettingOwner.Programme), AdapterSchema.Of(settings, SettingOwner.Person));
        Assert.Equal(["address", "form", "course"], Names(programme));
        Assert.Equal(["address", "course"], programme.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(["embedded", "jwt"], programme.GetProperty("properties").GetProperty("form").GetProperty("enum").EnumerateArray().Select(choice => choice.GetString()));
        Assert.Equal(["token"], Names(person));
        Assert.True(person.GetProperty("properties").GetProperty("token").GetProperty("writeOnly").GetBoolean());
        Assert.False(programme.GetProperty("additionalProperties").GetBoolean());

        static IEnumerable<string> Names(JsonElement schema) => schema.GetProperty("properties").EnumerateObject().Select(property => property.Name);
    }

    [Fact]
    public void A_wrong_description_is_found()
    {
        var good = new AdapterDescription("good", "Good", ["attendance"], Repeating.SameId, new(), [new("address", "Where it is.", SettingType.Url)]);
        Assert.Null(AdapterCheck.WhyNot(good));
        foreach (var wrong in new[]
        {
            good with { Name = "Not good" }, good with { Title = " " }, good with { Kinds = ["attendance", "dreams"] }, good with { Limits = new(AtOnce: 0) },
            good with { Limits = new(LargestBytes: 0) }, good with { Settings = [new("not camel", "")] }, good with { Settings = [.. good.Settings, .. good.Settings] },
            good with { Settings = [new("token", "", SettingType.Secret, Choices: ["one"])] },
        })
            Assert.NotNull(AdapterCheck.WhyNot(wrong));
    }
}
