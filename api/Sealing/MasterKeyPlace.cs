namespace Portfolio.Api.Sealing;

/// <summary>What kind of place the master key comes from: told to whoever asks, unlike the place itself.</summary>
internal sealed record MasterKeyPlace(MasterKeySource Source)
{
    public static MasterKeyPlace Of(SealingOptions options) => new(options switch
    {
        { MasterKey.Length: > 0 } => MasterKeySource.Environment,
        { MasterKeyFile: not null } => MasterKeySource.File,
        _ => MasterKeySource.Development,
    });
}

internal enum MasterKeySource
{
    Environment,
    File,
    Development,
}
