using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Portfolio.Api.Http;

/// <summary>The description as a whole: what the service is, its tags in the order of the stages, how to sign in.</summary>
internal sealed class DescribedDocument : IOpenApiDocumentTransformer
{
    /// <summary>The number of the interface in `/v1`, not of the program.</summary>
    private const string Version = "1.0.0";

    private const string About = """
        Signed evidence of case-based discussion groups in psychiatry training.

        A leader fills a session's register and signs it once; every attendance and every presentation becomes a signed record that anybody can check,
        here or offline. Records add up to progress towards a requirement, and platforms pull what their trainees let them have.

        Everything lies under a programme. What you may not see answers exactly as what is not there: 404. Whatever makes something takes an `id` of your
        own, so that a request can be repeated: the same body again is the same success, another body is 409. A refusal is a problem (RFC 9457) whose `code`
        never changes; `/problems` lists them all. Answers can gain members later, so ignore those you do not know; a request with an unknown member is refused.
        Before any path is looked at, what is no HTTP is refused without a body (400, 408, 414, 431), a method named in a header (400), a name that is not the
        service's own (421) and, where the service has an https address, what came without it (400).
        """;

    private static readonly (string Name, string About)[] Stages =
    [
        ("Service", "What this service speaks, and where."),
        ("Rights", "Who may do what: the one table that every request is held against."),
        ("Programmes", "A programme is the tenant that holds everything else."),
        ("People", "Who takes part, and the dated facts about them: placements, supervisors, offices, periods that stop the clock."),
        ("Sign-in", "How people sign in without a provider: invitations, and one's own passkeys, authenticators and addresses."),
        ("Curricula", "Competency frameworks: what comes with the service and what the programme loads, each version for ever."),
        ("CASE", "Public frameworks as 1EdTech CASE 1.1 has them, with its own refusals: the addresses by which records name competencies lead here."),
        ("Groups", "Who meets: members and leaders, from one day to another."),
        ("Sessions", "What happened: when a group met, and its register (the attendance sheet)."),
        ("Check-in", "Those in the room show on their own phones that they are: a code that the leader shows and that changes every half minute. The leader still decides, and signs."),
        ("Links", "A leader without an account: a letter with a link, a code, and the one register that they open."),
        ("Sign-off", "Closing a register with one signature, and correcting a signed one."),
        ("Assessments", "A leader's judgement on a form that is data, and what was recorded elsewhere."),
        ("Records", "What was signed, in the form that is asked for, as it was issued."),
        ("Keys", "What anybody needs to check a record without asking this service."),
        ("Log", "The programme's log of everything it signed, which shows when something was changed."),
        ("Verify", "Checking a record that somebody handed in."),
        ("Imports", "A year on paper, from sheets: either everything of a sheet is added, or nothing."),
        ("Progress", "How far a trainee is towards a requirement, and which records counted."),
        ("Cohort", "The trainees of one's sites at once: where each stands, which registers wait, how groups go."),
        ("Confirmation", "Steps in which a requirement is confirmed, what each froze, and what is shown to a panel."),
        ("Platforms", "E-portfolios that may pull records, or are written to; and receivers to which nothing goes."),
        ("LTI", "Portfolios and learning platforms that show this service in their own pages: registration, courses and their rosters."),
        ("Tokens", "How a platform signs in: by secret or key (RFC 6749, RFC 7523), or with what a trainee permitted, with OAuth's own bodies."),
        ("Connections", "Which trainee lets which platform have their records."),
        ("Deliveries", "Where records went, and what trainees take to a portfolio themselves."),
        ("Feed", "What a platform pulls: its own positions, without gaps."),
        ("Open Badges", "The same for platforms that speak Open Badges 3.0 and need nothing made for this service: discovery, registration, a trainee's permission, their records. With its own refusals."),
        ("Embeds", "One trainee's year inside somebody else's page: a token for ten minutes, and what the element, the picture and oEmbed show."),
        ("Privacy", "What is held about whom, for how long and why: a person's own export, the programme's settings, ready answers, putting right and erasing."),
        ("Audit", "Who did what to what, when, from where and as whom: by ids and codes, never by what it was about."),
        ("Demonstration", "Trying the service at one's own computer."),
        ("Problems", "Every refusal of this service."),
    ];

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "Portfolio", Version = Version, Description = About };
        // The address a reader fetched it from, whatever it is: the approved copy names no host.
        document.Servers = [new OpenApiServer { Url = "/", Description = "The address that serves this description." }];
        var used = document.Paths.Values.SelectMany(path => path.Operations!.Values).SelectMany(operation => operation.Tags!).Select(tag => tag.Name).ToHashSet();
        document.Tags = Stages.Where(stage => used.Contains(stage.Name)).Select(stage => new OpenApiTag { Name = stage.Name, Description = stage.About }).ToHashSet();
        Order(document);
        document.Components ??= new OpenApiComponents();
        document.Components.Responses = document.Components.Responses?.OrderBy(named => named.Key, StringComparer.Ordinal).ToDictionary();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["Bearer"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer",
                Description = "An opaque token: from `POST /demonstration/sign-in` for a person of a demonstration programme, from `POST /oauth/token` for a platform. "
                    + "Or the access token (`at+jwt`) of a configured OpenID Connect provider, for somebody who has added their account there.",
            },
        };
        document.Components.Examples = UsedProblems(document).ToDictionary(problem => problem.Code, IOpenApiExample (problem) => new OpenApiExample
        {
            Summary = problem.Title, Value = Examples.Json(Examples.Of(problem).ToBody()),
        });
        SayWhatIsAnswered(document);
        DescribedAnswerSchemas.Tell(document);
        return Task.CompletedTask;
    }

    private static void Order(OpenApiDocument document)
    {
        var ordered = document.Paths.OrderBy(path => Array.FindIndex(Stages, stage => stage.Name == path.Value.Operations!.Values.First().Tags!.First().Name)).ToList();
        document.Paths = [];
        foreach (var (path, item) in ordered)
            document.Paths.Add(path, item);
    }

    private static IEnumerable<Problem> UsedProblems(OpenApiDocument document)
    {
        var codes = Media(document, operation => operation.Responses!.Values.SelectMany(Content)).SelectMany(media => media.Examples?.Keys ?? []).ToHashSet();
        return Problems.All.Where(problem => codes.Contains(problem.Code));
    }

    // "OK" tells nothing; the body's own summary does.
    private static void SayWhatIsAnswered(OpenApiDocument document)
    {
        foreach (var answer in document.Paths.Values.SelectMany(path => path.Operations!.Values).SelectMany(operation => operation.Responses!.Values).OfType<OpenApiResponse>())
            if (answer.Description == DescribedAnswers.Untold && Content(answer).Select(media => media.Schema).OfType<OpenApiSchemaReference>().FirstOrDefault() is { Reference.Id: { } id })
                answer.Description = document.Components!.Schemas![id].Description;
    }

    public static IEnumerable<OpenApiMediaType> Media(OpenApiDocument document, Func<OpenApiOperation, IEnumerable<OpenApiMediaType>> of) =>
        document.Paths.Values.SelectMany(path => path.Operations!.Values).SelectMany(of);

    private static IEnumerable<OpenApiMediaType> Content(IOpenApiResponse response) => response.Content?.Values.OfType<OpenApiMediaType>() ?? [];
}
