namespace Portfolio.Api.Assessments;

internal static class AssessmentsSetup
{
    public static void AddAssessments(this IServiceCollection services) => services
        .AddSingleton<AssessmentRules>()
        .AddSingleton<AssessmentDrafts>()
        .AddSingleton<AssessmentReading>()
        .AddSingleton<ElsewhereEntries>();

    public static void MapAssessments(this IEndpointRouteBuilder routes)
    {
        routes.MapForms();
        routes.MapDrafts();
        routes.MapElsewhere();
    }
}
