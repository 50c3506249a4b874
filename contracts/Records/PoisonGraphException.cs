namespace Portfolio.Contracts.Records;

internal sealed class PoisonGraphException()
    : FormatException("The blank nodes of this graph are so alike that telling them apart would take more work than any record needs.");
