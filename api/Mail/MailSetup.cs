namespace Portfolio.Api.Mail;

internal static class MailSetup
{
    /// <summary>Posting letters, for the host and the verbs alike.</summary>
    public static void AddMail(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        var options = (configuration.GetSection("Portfolio:Mail").Get<MailOptions>() ?? new()).Checked();
        services.AddSingleton(new MailRoom(options, dataFolder));
        services.AddSingleton<LetterBell>();
        services.AddSingleton<Letters>();
    }

    /// <summary>Sending them is the host's.</summary>
    public static void AddPostman(this IServiceCollection services)
    {
        services.AddSingleton<Postman>();
        services.AddHostedService(provider => provider.GetRequiredService<Postman>());
    }
}
