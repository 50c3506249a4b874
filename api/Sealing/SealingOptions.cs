namespace Portfolio.Api.Sealing;

/// <summary>Configuration section `Portfolio`.</summary>
internal sealed class SealingOptions
{
    /// <summary>The master key itself: 32 bytes in base64. Stands before the file.</summary>
    public string? MasterKey { get; set; }

    /// <summary>A file that holds the master key. With neither, a development key is made in the user's configuration folder.</summary>
    public string? MasterKeyFile { get; set; }

    /// <summary>A file beside the master key that says who was erased, so that a restored backup erases them again. With a master key file, its name with `.erased` at the end.</summary>
    public string? ErasureList { get; set; }
}
