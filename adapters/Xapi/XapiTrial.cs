using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Xapi;

/// <summary>What can be tried of a store without leaving a statement there, which nothing takes away again.</summary>
internal static class XapiTrial
{
    public static async Task<IReadOnlyList<Trial>> Of(AdapterConnection connection, CancellationToken cancellation)
    {
        if (Store.WhyNot(connection) is not null)
            return [new("reached", null, "Give the store's address, and a key with its secret or a token.")];
        var store = new Store(connection);
        var (about, versions) = await store.About(cancellation);
        if (versions.Count == 0)
            return [new("reached", false, about.Failure is null
                ? "There is no learning record store at this address: it does not say which versions of xAPI it speaks. Check the address; it ends before /statements."
                : "Nothing answered at this address. Check it, or try again later.")];

        await store.Speak(versions, cancellation);
        var read = await store.Any(cancellation);
        return
        [
            new("reached", true, $"A learning record store, which speaks xAPI {string.Join(", ", versions.Where(version => version.Length <= 8).Take(8))}."),
            new("signed-in", read.Status == 401 ? false : read.Is2xx || read.Status == 403 ? true : null, read.Status == 401
                ? "The store does not know the key and secret, or the token. Copy them again." : read.Is2xx || read.Status == 403 ? "The store knows the account." : "The store did not answer what was asked."),
            new("may-read", read.Is2xx ? true : read.Status == 403 ? false : null, read.Is2xx
                ? "Statements can be read back." : "Statements cannot be read back: give the account the right to read them, so that a lost answer can be settled."),
            new("may-write", null, "Cannot be tried without leaving a statement there for ever. The first delivery shows it."),
        ];
    }
}
