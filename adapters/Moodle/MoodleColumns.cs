using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Moodle;

/// <summary>The columns of a course's gradebook that are ours.</summary>
internal sealed class MoodleColumns(LtiServices services, Uri lineItems)
{
    private const string Container = "application/vnd.ims.lis.v2.lineitemcontainer+json", Item = "application/vnd.ims.lis.v2.lineitem+json";

    /// <summary>The address of a column, made where it is not there.</summary>
    public async Task<(string? Column, Outcome? WhyNot)> Of(MoodleColumn column, CancellationToken cancellation)
    {
        var (there, unread) = await Listed(column.Key, cancellation).ConfigureAwait(false);
        if (unread is not null || there is not null)
            return (there, unread);
        var answer = await services.Send(() => LtiServices.Post(lineItems, Item, new JsonObject
        {
            ["scoreMaximum"] = column.Most, ["label"] = column.Label, ["resourceId"] = column.Key, ["tag"] = column.Tag,
        }), cancellation).ConfigureAwait(false);
        if (!answer.Is2xx || answer.Json()?.Text("id") is not { } made || !Ours(made))
            return (null, answer.Otherwise());
        // Two trainees of one session can be on their way at once: the column that was made first is everybody's.
        var (first, lost) = await Listed(column.Key, cancellation).ConfigureAwait(false);
        if (lost is not null)
            return (null, lost);
        if (first is not null && first != made)
            await services.Send(() => new(HttpMethod.Delete, made), cancellation).ConfigureAwait(false);
        return (first ?? made, null);
    }

    /// <summary>The first column with a key of ours.</summary>
    public async Task<(string? Column, Outcome? WhyNot)> Listed(string key, CancellationToken cancellation)
    {
        var url = LtiServices.With(lineItems, $"resource_id={Uri.EscapeDataString(key)}");
        var answer = await services.Send(() => LtiServices.Get(url, Container), cancellation).ConfigureAwait(false);
        return answer.Is2xx && answer.Json() is { ValueKind: JsonValueKind.Array } items
            // Their numbers rise, and are the last of what differs.
            ? (items.Each().Where(item => item.Text("resourceId") == key).Select(item => item.Text("id")).OfType<string>().Where(Ours).OrderBy(id => id.Length).ThenBy(id => id, StringComparer.Ordinal).FirstOrDefault(), null)
            : (null, MoodleWay.Unwritten(answer.Otherwise()));
    }

    // A token is shown to nobody else.
    private bool Ours(string id) => Uri.TryCreate(id, UriKind.Absolute, out var url) && url.Authority == lineItems.Authority && url.Scheme == lineItems.Scheme;
}
