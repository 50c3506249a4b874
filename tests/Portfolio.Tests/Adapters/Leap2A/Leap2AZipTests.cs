using System.IO.Compression;
using System.Xml.Linq;
using Portfolio.Adapters.Leap2A;
using Portfolio.Tests.Records;

namespace Portfolio.Tests.Adapters.Leap2A;

/// <summary>A trainee's records as an archive that other portfolios import.</summary>
public sealed class Leap2AZipTests
{
    [Fact]
    public void It_is_what_importers_take_for_granted()
    {
        var zip = Leap2AZip.Write(Leap2ASamples.All, "Zoë O’Brien-Łuczak");
        Save(zip);
        Assert.Empty(Leap2ACheck.Faults(zip));
        Assert.Empty(Leap2ACheck.Faults(Leap2AZip.Write([], "Zoë O’Brien-Łuczak")));
    }

    [Fact]
    public void The_check_itself_finds_what_is_wrong()
    {
        var zip = Leap2AZip.Write(Leap2ASamples.All, "Zoë O’Brien-Łuczak");
        Assert.NotEmpty(Faults(feed => feed.Root!.Element(Leap2ACheck.Leap2 + "version")!.Remove()));
        Assert.NotEmpty(Faults(feed => Any(feed).Element(Leap2ACheck.Atom + "content")!.Remove()));
        Assert.NotEmpty(Faults(feed => Any(feed).Element(Leap2ACheck.Rdf + "type")!.SetAttributeValue(Leap2ACheck.Rdf + "resource", "leap2:person")));
        Assert.NotEmpty(Faults(feed => Any(feed).Elements(Leap2ACheck.Atom + "link").First().Remove()));
        Assert.NotEmpty(Faults(feed => feed.Root!.Add(new XElement(Any(feed)))));
        Assert.NotEmpty(Leap2ACheck.Faults(Leap2ACheck.Feed(zip), new HashSet<string>()));

        IReadOnlyList<string> Faults(Action<XDocument> spoil)
        {
            var feed = Leap2ACheck.Feed(zip);
            spoil(feed);
            using var archive = new ZipArchive(new MemoryStream(zip));
            return [.. Leap2ACheck.Faults(feed, archive.Entries.Select(entry => entry.FullName).ToHashSet())];
        }

        static XElement Any(XDocument feed) => feed.Root!.Elements(Leap2ACheck.Atom + "entry").First();
    }

    [Fact]
    public void The_same_records_give_the_same_bytes_in_whatever_order_they_come()
    {
        var zip = Leap2AZip.Write(Leap2ASamples.All, "Zoë O’Brien-Łuczak");
        Assert.Equal(zip, Leap2AZip.Write([.. Leap2ASamples.All.Reverse()], "Zoë O’Brien-Łuczak"));
    }

    [Fact]
    public void Every_record_is_in_it_as_it_was_issued_and_the_form_with_a_proof_inside_where_there_is_one()
    {
        var without = Leap2ASamples.Of("attendance", 70) with { Embedded = null };
        using var archive = new ZipArchive(new MemoryStream(Leap2AZip.Write([.. Leap2ASamples.All, without], "Zoë O’Brien-Łuczak")));
        foreach (var record in Leap2ASamples.All)
            Assert.Equal(record.Embedded!.Value.ToArray(), Read($"files/{record.Kind}-{record.Id}-v1.json"));
        Assert.Equal(without.Jwt.ToArray(), Read($"files/attendance-{without.Id}-v1.jwt"));
        Assert.Equal(Leap2ASamples.All.Count + 2, archive.Entries.Count);

        byte[] Read(string name)
        {
            using var file = archive.GetEntry(name)!.Open();
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            return bytes.ToArray();
        }
    }

    [Fact]
    public void A_day_on_which_somebody_presented_is_one_meeting_and_an_account_rests_on_it()
    {
        var entries = Leap2ACheck.Feed(Leap2AZip.Write(Leap2ASamples.A_day_and_its_account(), "Zoë O’Brien-Łuczak")).Root!.Elements(Leap2ACheck.Atom + "entry")
            .ToLookup(entry => (string)entry.Element(Leap2ACheck.Rdf + "type")!.Attribute(Leap2ACheck.Rdf + "resource")!);
        var (meeting, account) = (Assert.Single(entries["leap2:meeting"]), Assert.Single(entries["leap2:achievement"]));
        Assert.Equal("attended, followed up", (string)meeting.Element(Leap2ACheck.Leap2 + "myrole")!);
        Assert.Contains(account.Elements(Leap2ACheck.Atom + "link"), link =>
            (string)link.Attribute("rel")! == "leap2:has_evidence" && (string)link.Attribute("href")! == (string)meeting.Element(Leap2ACheck.Atom + "id")!);
        Assert.Single(entries["leap2:activity"]);
        Assert.Equal(["HLO-1.2", "HLO-2"], entries["leap2:ability"].Select(ability => (string)ability.Element(Leap2ACheck.Atom + "category")!.Attribute("term")!).Order());
        Assert.Equal(["HLO-1.2", "HLO-2", "cbd-group"], account.Elements(Leap2ACheck.Atom + "category").Select(tag => (string)tag.Attribute("term")!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Records_of_two_people_are_never_one_archive() =>
        Assert.Throws<ArgumentException>(() => Leap2AZip.Write([Leap2ASamples.Of("attendance", 1), Leap2ASamples.Of("leading", 2)], "Zoë O’Brien-Łuczak"));

    [Fact]
    public void A_second_year_in_a_group_is_an_activity_of_its_own()
    {
        var (first, next) = (Leap2ASamples.Of("attendance", 1), Leap2ASamples.Of("attendance", 2));
        var later = next with { Claim = (Contracts.Records.Attendance)next.Claim with { Date = first.Claim.Starts.AddYears(1) } };
        var zip = Leap2AZip.Write([first, later], "Zoë O’Brien-Łuczak");
        Assert.Empty(Leap2ACheck.Faults(zip));
        Assert.Equal(2, Leap2ACheck.Feed(zip).Descendants(Leap2ACheck.Rdf + "type").Count(type => (string)type.Attribute(Leap2ACheck.Rdf + "resource")! == "leap2:activity"));
    }

    [Theory, InlineData("attendance"), InlineData("attendance-attested"), InlineData("presentation"), InlineData("leading"), InlineData("period-account"), InlineData("assessment"),
     InlineData("recorded-elsewhere"), InlineData("verification")]
    public void Each_kind_is_told_as_it_was_approved(string name)
    {
        using var archive = new ZipArchive(new MemoryStream(Leap2AZip.Write([Leap2ASamples.Of(name, 1)], RecordSamples.Claims[name].Holder.Name)));
        using var reader = new StreamReader(archive.GetEntry("leap2a.xml")!.Open());
        Approved.Compare($"adapters/leap2a/{name}.xml", reader.ReadToEnd() + "\n");
    }

    // To look at it with one's own eyes, or to hand it to another checker.
    private static void Save(byte[] zip)
    {
        if (Environment.GetEnvironmentVariable("PORTFOLIO_SAVE_LEAP2A") is { } folder)
            File.WriteAllBytes(Path.Combine(folder, "leap2a.zip"), zip);
    }
}
