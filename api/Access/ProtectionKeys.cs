using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using Portfolio.Api.Database;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Access;

/// <summary>Data Protection's keys: in the database, where every host finds them, sealed under the master key.</summary>
internal sealed class ProtectionKeys(PortfolioDatabase database, MasterKey master) : IXmlRepository
{
    private sealed record Row(Guid Id, byte[] Content);

    public static void Add(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("portfolio");
        services.AddSingleton<ProtectionKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = provider.GetRequiredService<ProtectionKeys>()));
        // It warns that nothing encrypts a key by itself: what is kept here is sealed as a whole.
        services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
    }

    // The framework asks without waiting; a few times in a host's life.
    public IReadOnlyCollection<XElement> GetAllElements() => Task.Run(All).GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) => Task.Run(() => Store(element)).GetAwaiter().GetResult();

    private async Task<IReadOnlyCollection<XElement>> All()
    {
        await using var work = await database.BeginWithoutProgramme(CancellationToken.None);
        var rows = await work.Rows<Row>("select id, content from protection_key order by id");
        return [.. rows.Select(row => XElement.Parse(Encoding.UTF8.GetString(master.Unwrap(row.Content, Guid.Empty, row.Id))))];
    }

    private async Task Store(XElement element)
    {
        var id = Guid.CreateVersion7();
        var content = master.Wrap(Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)), Guid.Empty, id);
        await using var work = await database.BeginWithoutProgramme(CancellationToken.None);
        await work.Run("insert into protection_key (id, content) values (@id, @content)", new { id, content });
        await work.Commit();
    }
}
