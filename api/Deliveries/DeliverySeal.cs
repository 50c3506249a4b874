using System.Text.Json;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Deliveries;

/// <summary>What a platform answered, sealed for its line of the ledger. By the master key and not the person's: what is out there must be taken back after an erasure too.</summary>
internal sealed class DeliverySeal(MasterKey master)
{
    private const string Place = "delivery.receipt";

    public byte[] Close(Guid programme, Guid delivery, Receipt receipt) => master.Wrap(JsonSerializer.SerializeToUtf8Bytes(receipt, Json.Options), programme, delivery, Place);

    public Receipt? Open(Guid programme, Guid delivery, byte[]? sealedReceipt) =>
        sealedReceipt is null ? null : JsonSerializer.Deserialize<Receipt>(master.Unwrap(sealedReceipt, programme, delivery, Place), Json.Options);
}
