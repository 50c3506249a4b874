using System.Security.Cryptography;
using System.Text.Json;

namespace Portfolio.Contracts.Records;

// One record on the table: what was found so far, and what each question was answered.
internal sealed partial class Examination(RecordKeys keys, RecordFacts facts, DateTimeOffset now)
{
    private readonly Dictionary<string, Check> _answers = new(StringComparer.Ordinal);
    private readonly List<RecordKey> _programmeKeys = [];
    private RecordForm? _form;
    private ReadRecord? _read;

    public void OfJwt(string compact)
    {
        if (!Jws.TryRead(compact, out var jws, out var fault))
        {
            No(CheckNames.FormatKnown, JwsWords.Of(fault.Value));
            return;
        }
        if (!StrictJson.TryParse(jws.Payload, out var payload, out var json))
        {
            No(CheckNames.FormatKnown, JwsWords.Of(json));
            return;
        }
        _form = RecordForm.Jwt;
        Read(payload, jwt: true);
        if (_read is not null && RecordJwt.WhyNot(payload, _read.Header, _read.Claim) is { } why)
            No(CheckNames.FormatKnown, why);
        if (jws.Header.Type is null)
            No(CheckNames.FormatKnown, "The header does not say “typ” “JWT”.");
        if (KeyOf(jws.Header.KeyId, payload) is { Rsa: { } parameters })
        {
            using var rsa = RSA.Create(parameters);
            Say(CheckNames.SignatureValid, jws.Check(rsa) is { } bad ? (Answer.No, JwsWords.Of(bad)) : (Answer.Yes, "The programme's RS256 signature is good."));
        }
    }

    public void OfEmbedded(ReadOnlySpan<byte> json) => No(CheckNames.FormatKnown, "It is not a compact JWS.");

    public CheckedRecord Result()
    {
        Dates();
        Status();
        return new(_form, _read?.Header, _read?.Claim, [.. CheckNames.All.Select(Answered)]);
    }

    private Check Answered(string name) =>
        _answers.GetValueOrDefault(name) ?? new(name, Answer.NotChecked, "An earlier check failed, so this one could not be made.");

    private void Read(JsonElement record, bool jwt)
    {
        _read = ReadRecord.From(record, jwt);
        Say(CheckNames.FormatKnown, _read is null
            ? (Answer.No, "It holds something that no record of this format version holds, or lacks something that each has.")
            : (Answer.Yes, $"It is a record of format version {Achievement.FormatVersion}."));
    }

    private RecordKey? KeyOf(string? keyId, JsonElement record)
    {
        var key = keyId is null ? null : keys.Find(keyId);
        var theirs = key is not null && record.Member("issuer").Text("id") is { } issuer && key.BelongsTo(issuer);
        Say(CheckNames.KeyKnown,
            key is null ? (Answer.No, "The key it names is not among the keys handed in.")
            : !theirs ? (Answer.No, "The key it names is not a key of the programme that it says issued it.")
            : (Answer.Yes, "The key it names is a key of the programme."));
        if (!theirs)
            return null;
        _programmeKeys.Add(key!);
        return key;
    }

    private void Dates()
    {
        if (_read is not { Header: var header })
            return;
        Say(CheckNames.WithinDates,
            header.ValidFrom > now ? (Answer.No, "It begins in the future.")
            : header.ValidUntil <= now ? (Answer.No, "It has ended.")
            : (Answer.Yes, "It has begun and has not ended."));
        foreach (var key in _programmeKeys)
            Say(CheckNames.KeyValidWhenSigned,
                header.ValidFrom < key.ValidFrom ? (Answer.No, "The key was not in use yet when it was signed.")
                : header.ValidFrom > key.ValidUntil ? (Answer.No, "The key was out of use already when it was signed.")
                : key.ValidFrom is null ? (Answer.NotChecked, "The keys handed in have no dates.")
                : (Answer.Yes, "The key was in use when it was signed."));
    }

    // What was said once with "no" stays "no"; "not checked" gives way to nothing but "no".
    private void Say(string name, (Answer Answer, string Why) said)
    {
        if (!_answers.TryGetValue(name, out var before) || said.Answer == Answer.No || (said.Answer == Answer.NotChecked && before.Answer == Answer.Yes))
            _answers[name] = before is { Answer: Answer.No } ? before : new(name, said.Answer, said.Why);
    }

    private void No(string name, string why) => Say(name, (Answer.No, why));
}
