using System.Text;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Records;
using SignedRecord = Portfolio.Contracts.Adapters.SignedRecord;

namespace Portfolio.Api.Deliveries;

/// <summary>Records as adapters see them.</summary>
internal sealed class SignedRecords(PersonKeys keys)
{
    /// <returns>The version as it was issued; nothing where its bytes or its holder's key were erased.</returns>
    public async Task<SignedRecord?> Find(Work work, Programme programme, Guid record, int number)
    {
        if (await RecordStore.Find(work, record, number) is not { } version
            || (await OpenVersion.All(work, keys, programme, [version])) is not [var open])
            return null;
        return Read(open);
    }

    // What we signed ourselves is read, not checked again.
    public static SignedRecord? Read(OpenVersion open) =>
        Jws.TryRead(Encoding.ASCII.GetString(open.Jwt), out var jws, out _) && StrictJson.TryParse(jws.Payload, out var payload, out _)
        && ReadRecord.From(RecordJwt.WithoutOwnMembers(payload)) is { } read
            ? new(open.Of.RecordId, open.Of.Kind, read.Header, read.Claim, open.Jwt, open.Embedded is { } embedded ? embedded : (ReadOnlyMemory<byte>?)null)
            : null;
}
