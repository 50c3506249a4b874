namespace Portfolio.Api.Database;

/// <summary>What was asked for cannot be done, and the message tells whoever asked why and what to do. Carries no personal data.</summary>
internal sealed class RefusedException(string message) : Exception(message);
