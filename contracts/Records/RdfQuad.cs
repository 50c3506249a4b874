namespace Portfolio.Contracts.Records;

internal readonly record struct RdfQuad(RdfTerm Subject, RdfTerm Predicate, RdfTerm Object, RdfTerm Graph = default)
{
    public bool IsWellFormed =>
        Subject.Kind is RdfTermKind.Iri or RdfTermKind.Blank
        && Predicate.Kind is RdfTermKind.Iri
        && Object.Kind is not RdfTermKind.DefaultGraph
        && Graph.Kind is RdfTermKind.DefaultGraph or RdfTermKind.Iri or RdfTermKind.Blank;
}
