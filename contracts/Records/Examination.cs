using System.Text.Json;

namespace Portfolio.Contracts.Records;

// One record on the table: what was found so far, and what each question was answered.
internal sealed partial class Examination(RecordKeys keys, RecordFacts facts, DateTimeOffset now)
{
    private readonly Dictionary<string, Check> _answers = new(StringComparer.Ordinal);
    private readonly List<RecordKey> _programmeKeys = [];
    private readonly List<RecordKey> _leaderKeys = [];
    private RecordForm? _form;
    private ReadRecord? _read;
    private byte[] _endorsement = [];
    private byte[]? _issued;

    public void OfJwt(string compact)
    {
        if (!Jws.TryRead(compact, out var jws, out var fault))
        {
            No(CheckNames.FormatKnown, Words.Of(fault.Value));
            return;
        }
        if (!StrictJson.TryParse(jws.Payload, out var payload, out var json))
        {
            No(CheckNames.FormatKnown, Words.Of(json));
            return;
        }
        _form = RecordForm.Jwt;
        var record = RecordJwt.WithoutOwnMembers(payload);
        Read(record);
        if (_read is not null && RecordJwt.WhyNot(payload, _read.Header, _read.Claim) is { } why)
            No(CheckNames.FormatKnown, why);
        if (jws.Header.Type is null)
            No(CheckNames.FormatKnown, "Its header does not say that it is a JWT.");
        if (KeyOf(jws.Header.KeyId, record) is { Rsa: { } parameters })
            Say(CheckNames.SignatureValid, jws.Check(parameters) is { } bad ? (Answer.No, Words.Of(bad)) : (Answer.Yes, "The programme's RS256 signature is good."));
        if (record.Member("proof").ValueKind != JsonValueKind.Undefined)
            ProofInside(record);
        Endorsed(record);
    }

    public void OfEmbedded(ReadOnlySpan<byte> json)
    {
        if (!StrictJson.TryParse(json, out var record, out var fault))
        {
            No(CheckNames.FormatKnown, Words.Of(fault));
            return;
        }
        _form = RecordForm.Embedded;
        Read(record);
        if (DataIntegrity.Read(record) is not { } proof)
            No(CheckNames.SignatureValid, "It carries no proof of the kind that programmes sign.");
        else if (KeyOf(proof.Method, record) is { Ed25519.IsEmpty: false } key)
            Proved(record, proof, key);
        Endorsed(record);
        if (facts.PositionInLog is not null)
            _issued = AsIssued(record);
    }

    public CheckedRecord Result() => new(_form, _read?.Header, _read?.Claim, [.. CheckNames.All.Select(Answered)]);

    private Check Answered(string name) =>
        _answers.GetValueOrDefault(name) ?? new(name, Answer.NotChecked, "An earlier check failed, so this one could not be made.");

    private void Read(JsonElement record)
    {
        _read = ReadRecord.From(record);
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

    // What was said once with "no" stays "no"; "not checked" gives way to nothing but "no".
    private void Say(string name, (Answer Answer, string Why) said)
    {
        var before = _answers.GetValueOrDefault(name)?.Answer;
        if (before is null || (before != Answer.No && said.Answer == Answer.No) || (before == Answer.Yes && said.Answer == Answer.NotChecked))
            _answers[name] = new(name, said.Answer, said.Why);
    }

    private void No(string name, string why) => Say(name, (Answer.No, why));
}
