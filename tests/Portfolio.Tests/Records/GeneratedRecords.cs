using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

// Good records of every kind, made up from a seed: names in many scripts, awkward punctuation, any number of curriculum items.
internal sealed class GeneratedRecords(int seed)
{
    private static readonly string[] Words =
    [
        "Ana", "O’Neill", "Łukasz", "de la Cruz", "Siân", "王芳", "नेहा", "Жанна", "\"Bo\"", "Back\\slash", "Smith-Jones", "Nguyễn", "{x}", "a/b", "Æsa", "𠮷田",
        "née Ward", "<b>", "&amp;", "Dr", "(Jim)", "م‌ح", "#1", "https://x", "_:b0", "@id", "e\u0301", "did:web:x",
    ];

    private readonly Random _random = new(seed);

    public (RecordHeader Header, Claim Claim) Next()
    {
        var signed = RecordSamples.Signed.AddMinutes(_random.Next(1_000_000));
        var header = new RecordHeader(
            $"{RecordSamples.Base}/v1/programmes/{RecordSamples.Programme}/records/{Id():D}", _random.Next(1, 5), signed,
            RecordSamples.Issuer with { Name = Text() }, new($"{RecordSamples.Base}/status/{_random.Next(9)}", _random.Next(131_072)),
            _random.Next(4) == 0 ? signed.AddDays(_random.Next(1, 9000)) : null);
        return (header, Claim(signed));
    }

    private Claim Claim(DateTimeOffset signed)
    {
        var provenance = _random.Next(4) switch
        {
            0 => Provenance.Attested(Text(), signed),
            1 => Provenance.Imported(Text(), signed),
            _ => Provenance.Contemporaneous,
        };
        var leader = new Leader(Id(), Text(), null, null);
        if (_random.Next(2) == 0)
            leader = leader with { Body = "HCPC", Number = $"ZZ{_random.Next(99999):00000}" };
        var holder = _random.Next(2) == 0 ? new Holder(Id(), Text()) : new Holder(Id(), Text(), "GMC", $"99{_random.Next(99999):00000}");
        var from = DateOnly.FromDateTime(signed.DateTime).AddDays(-_random.Next(400));
        var vouching = provenance.Kind == ProvenanceKind.Contemporaneous || _random.Next(2) == 0 ? leader : null;
        return _random.Next(7) switch
        {
            0 => new Attendance(holder, vouching, Text(), from, _random.Next(1, 1441), Any<Mode>(), provenance, Alignments()),
            1 => new Presentation(holder, vouching, Text(), from, Any<PresentationRole>(), provenance, Alignments()),
            2 => new Leading(holder, vouching, Text(), from, _random.Next(1, 1441), Any<Mode>(), Any<LeadingRole>(), provenance, Alignments()),
            3 => new PeriodAccount(holder, vouching, Text(), from, from.AddDays(_random.Next(400)), 40, _random.Next(41), _random.Next(41), _random.Next(4000),
                _random.Next(9), _random.Next(9), [.. Distinct(Text).Select(name => new Person(name.Replace(';', ',')))], Urls(), provenance, Alignments()),
            4 => new Assessment(holder, vouching, Text(), from, Text(), Text(), Text(),
                [.. Enumerable.Range(1, _random.Next(9)).Select(item => new Rating($"{item}", Text()))], provenance, Alignments()),
            5 => new RecordedElsewhere(holder, Text(), "sessions", from, from.AddDays(_random.Next(400)), _random.Next(99), _random.Next(2) == 0 ? Text() : null,
                Provenance.Imported(Text(), signed), Alignments()),
            _ => new Verification(holder, vouching, "pack", Text(), Any<VerificationScope>(), "met", from, Urls(), provenance, Alignments()),
        };
    }

    private IReadOnlyList<Alignment> Alignments() =>
        [.. Enumerable.Range(0, _random.Next(5)).Select(item => new Alignment($"{RecordSamples.Base}/ims/case/v1p1/CFItems/{item}", Text(), Text(), Text()))];

    private IReadOnlyList<string> Urls() => [.. Enumerable.Range(0, _random.Next(12)).Select(_ => $"{RecordSamples.Base}/v1/records/{Id():D}/versions/1")];

    private HashSet<string> Distinct(Func<string> make) => [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => make())];

    private string Text() => string.Join(' ', Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Words[_random.Next(Words.Length)]));

    private T Any<T>() where T : struct, Enum => Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)];

    private Guid Id()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }
}
