namespace Portfolio.Api.Sealing;

/// <summary>Configuration section `Portfolio`.</summary>
internal sealed class SealingOptions
{
    /// <summary>The master key itself: 32 bytes in base64. Stands before the file.</summary>
    public string? MasterKey { get; set; }

    /// <summary>A file that holds the master key. With neither, a development key is made in the user's configuration folder.</summary>
    public string? MasterKeyFile { get; set; }
}
