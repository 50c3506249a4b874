using Portfolio.Api.Access;
using Portfolio.Api.Assessments;
using Portfolio.Api.Audit;
using Portfolio.Api.Curricula;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Demonstration;
using Portfolio.Api.Feed;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.Lti;
using Portfolio.Api.Mail;
using Portfolio.Api.Pages;
using Portfolio.Api.Paper;
using Portfolio.Api.People;
using Portfolio.Api.Privacy;
using Portfolio.Api.Progress;
using Portfolio.Api.Records;
using Portfolio.Api.Sealing;
using Portfolio.Api.Sessions;

namespace Portfolio.Api;

/// <summary>The table of contents: the ground, then the stages in the order in which the data flows. A stage looks back, never forward.</summary>
internal static class House
{
    public static void AddHouse(this WebApplicationBuilder builder, string dataFolder)
    {
        builder.AddHttp();
        builder.Services.AddSignIn();
        builder.Services.AddAccess(builder.Configuration);
        builder.Services.AddStages(builder.Configuration, dataFolder);
        builder.Services.AddPages();
        builder.Services.AddLti();
        builder.Services.AddDemonstration();
        builder.Services.AddHandover();
        builder.Services.AddDigestWorker();
        builder.Services.AddPostman();
        builder.Services.AddRetention();
        builder.Services.AddDeliveryWorker(builder.Configuration);
        builder.Services.AddAuditClerk();
    }

    /// <summary>What the stages need, for the host and the verbs alike.</summary>
    public static void AddStages(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        services.AddGround(configuration);
        services.AddSealing(configuration, dataFolder);
        services.AddAudit();
        services.AddMail(configuration, dataFolder);
        services.AddPeople();
        services.AddSessions();
        services.AddSingleton<FormalAccountStore>();
        services.AddAssessments();
        services.AddRecords();
        services.AddProgress();
        services.AddConfirmation();
        services.AddDigests();
        services.AddErasure(configuration, dataFolder);
        services.AddPaper();
        services.AddDeliveries(configuration);
        services.AddFeed();
        services.AddPrivacy();
        services.AddSingleton<AuditStore>();
    }

    public static void MapHouse(this WebApplication app)
    {
        // A host with no key worth the name does not start.
        _ = app.Services.GetRequiredService<MasterKey>();
        app.UseHttp();
        app.UseAudit();
        app.UseAccess();
        app.UseDeeds();
        app.UseSandbox();

        app.MapHealth();
        app.MapDescription();
        app.MapRights();
        app.MapProviders();
        app.MapPeople();
        app.MapCurricula();
        app.MapGroups();
        app.MapSessions();
        app.MapAssessments();
        app.MapRecords();
        app.MapPaper();
        app.MapProgress();
        app.MapFormalAccounts();
        app.MapConfirmations();
        app.MapEvidencePacks();
        app.MapDigests();
        app.MapPanel();
        app.MapDeliveries();
        app.MapFeed();
        app.MapPrivacy();
        app.MapAudit();
        app.MapPages();
        app.MapLti();
        app.MapErasure();
        app.MapDemonstration();
    }
}
