using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Leap2A;

// A record as it was issued, as a file: the form with a proof inside, which wallets and verifiers take, where there is one.
internal sealed record RecordFile(string Path, string Type, ReadOnlyMemory<byte> Bytes)
{
    public static RecordFile Of(SignedRecord record)
    {
        var name = $"files/{record.Kind}-{record.Id:D}-v{record.Header.Version}";
        return record.Embedded is { } embedded
            ? new($"{name}.json", "application/vc+ld+json", embedded)
            : new($"{name}.jwt", "application/vc+jwt", record.Jwt);
    }
}
