using System.CommandLine;
using System.Globalization;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Records;

namespace Portfolio.Api.Verbs;

/// <summary><c>keys</c>: which keys a programme and its leaders sign with, new ones in their place, and lost ones. Old records stay valid.</summary>
internal static class KeysVerb
{
    private static readonly Option<string> Programme = new("--programme") { Description = "The programme's key.", HelpName = "KEY", Required = true };
    private static readonly Option<Guid?> Leader = new("--leader") { Description = "Only this leader's key, not the programme's pair.", HelpName = "PERSON" };
    private static readonly Option<bool> Leaders = new("--leaders") { Description = "The key of every leader who has one, not the programme's pair." };
    private static readonly Option<Guid> Key = new("--key") { Description = "The key that was lost, as `keys list` shows it.", HelpName = "ID", Required = true };
    private static readonly Option<long> From = new("--from") { Description = "The first log position that it is not believed for.", HelpName = "POSITION", Required = true };

    internal static Command Create()
    {
        var list = new Command("list", "List every key, from when until when it was in use, and from where it is lost.") { Programme };
        list.SetAction(List);
        var rotate = new Command("rotate", "Put a new pair in use, and date the old one; with an option, leaders' keys instead.") { Programme, Leader, Leaders };
        rotate.SetAction((parsed, cancellation) => Change(parsed, Rotate, cancellation));
        var lost = new Command("lost", "Declare a key lost: what it signed from a log position on is not believed. One that is in use is rotated.") { Programme, Key, From };
        lost.SetAction((parsed, cancellation) => Change(parsed, Lost, cancellation));
        return new Command("keys", "List, rotate or declare lost the keys that records are signed with.") { list, rotate, lost };
    }

    private static async Task<int> List(ParseResult parsed, CancellationToken cancellation)
    {
        await using var database = await VerbDatabase.Open(parsed, cancellation);
        var programme = await database.Programme(parsed.GetValue(Programme)!, cancellation);
        await using var work = await database.Begin(programme.Id, cancellation);
        foreach (var key in await PublishedKeys.Lines(work))
            Console.WriteLine(
                $"{key.Id:D}  {(key.Leader is { } leader ? $"leader {leader:D}" : "programme")}  from {Time(key.From)}"
                + $"{(key.Until is { } until ? $"  until {Time(until)}" : "  in use")}{(key.LostFrom is { } lost ? $"  lost from position {lost}" : "")}");
        return 0;
    }

    private static async Task<int> Change(ParseResult parsed, Func<ParseResult, KeyRotation, Work, Programme, Task<string>> change, CancellationToken cancellation)
    {
        await using var database = await VerbDatabase.Open(parsed, cancellation);
        var programme = await database.Programme(parsed.GetValue(Programme)!, cancellation);
        var keys = VerbHouse.Open(parsed).Get<KeyRotation>();
        await using var work = await database.Begin(programme.Id, cancellation);
        var said = await change(parsed, keys, work, programme);
        await work.Commit();
        Console.WriteLine(said);
        return 0;
    }

    private static async Task<string> Rotate(ParseResult parsed, KeyRotation keys, Work work, Programme programme)
    {
        var leader = parsed.GetValue(Leader);
        if (leader is null && !parsed.GetValue(Leaders))
        {
            await keys.RotatePair(work, programme);
            return $"{programme.Key}: a new pair is in use; what the old one signed stays valid.";
        }
        return await keys.RotateLeaders(work, programme, leader) switch
        {
            0 when leader is not null => throw new RefusedException($"{leader:D} has no key in {programme.Key}: whoever never signed has none."),
            var count => $"{programme.Key}: {count} new {(count == 1 ? "key is" : "keys are")} in use for leaders; what the old ones endorsed stays valid.",
        };
    }

    private static async Task<string> Lost(ParseResult parsed, KeyRotation keys, Work work, Programme programme)
    {
        var (key, from) = (parsed.GetValue(Key), parsed.GetValue(From));
        var rotated = await keys.DeclareLost(work, programme, key, from);
        return $"{programme.Key}: {key:D} is not believed from position {from} on{(rotated ? "; a new one is in use" : "")}.";
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
