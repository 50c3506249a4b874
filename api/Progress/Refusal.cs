using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>Why a record does not count, not yet in anybody's language.</summary>
internal sealed class Refusal(Reason reason, params object?[] arguments)
{
    public Reason Reason => reason;

    public NotCounted Of(string record, Words words) => new(record, Code.Of(reason), words.Say(reason, arguments));

    public Lack AsLack(Words words) => new(Code.Of(reason), words.Say(reason, arguments));
}
