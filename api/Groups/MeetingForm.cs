using System.Text.Json;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Groups;

/// <summary>A form of meeting: how large and long it usually is, and what people do in it.</summary>
/// <param name="Title">By language.</param>
/// <param name="SizeFrom">Members without leaders; nothing where no source says how many.</param>
/// <param name="MemberDoes">What taking part in it is: <c>attended</c> or <c>was-supervised</c>.</param>
/// <param name="LeaderDoes">What leading it is: <c>led</c> or <c>supervised</c>.</param>
/// <param name="Counts">Whether it counts for anybody.</param>
internal sealed record MeetingForm(
    string Key, IReadOnlyDictionary<string, string> Title, IReadOnlyList<string> Doings, string MemberDoes, string LeaderDoes, bool Counts,
    int? SizeFrom = null, int? SizeTo = null, int? Minutes = null, bool Own = false)
{
    /// <summary>Those that every programme has.</summary>
    public static IReadOnlyList<MeetingForm> Shipped { get; } = Read();

    /// <summary>One member alone: then who they are is who one met, and no number.</summary>
    public bool OneToOne => SizeTo == 1;

    public string TitleIn(string language) => Title.TryGetValue(language, out var title) || Title.TryGetValue("en", out title) ? title : Title.Values.First();

    public MeetingFormBody ToBody() => new(
        Key, [.. Title.OrderBy(title => title.Key, StringComparer.Ordinal).Select(title => new TextInLanguage(title.Key, title.Value))], SizeFrom, SizeTo, Minutes,
        Doings, MemberDoes, LeaderDoes, Counts, Own);

    private static MeetingForm[] Read()
    {
        using var stream = typeof(MeetingForm).Assembly.GetManifestResourceStream("Portfolio.Api.Groups.forms.json")!;
        return JsonSerializer.Deserialize<MeetingForm[]>(stream, Json.Options)!;
    }
}
