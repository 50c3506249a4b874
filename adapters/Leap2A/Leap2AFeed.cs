using System.Globalization;
using System.Text;
using System.Xml;

namespace Portfolio.Adapters.Leap2A;

// Atom (RFC 4287) as Leap2A 2010-07 profiles it. There is no person entry, no page and no collection: Mahara 22.10 cannot import them.
internal static class Leap2AFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom", Leap2 = "http://terms.leapspecs.org/", Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", NewLineChars = "\n" };

    public static byte[] Write(IReadOnlyList<Leap2AEntry> entries, string holder, DateTimeOffset updated)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xmlns", "leap2", null, Leap2);
            xml.WriteAttributeString("xmlns", "rdf", null, Rdf);
            xml.WriteElementString("version", Leap2, "http://www.leapspecs.org/2010-07/2A/");
            xml.WriteElementString("id", Atom, "portfolio:export");
            xml.WriteElementString("title", Atom, "Case-based discussion groups");
            xml.WriteElementString("updated", Atom, Time(updated));
            xml.WriteElementString("generator", Atom, "Portfolio");
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, holder);
            xml.WriteEndElement();
            foreach (var entry in entries)
                Write(xml, entry);
            xml.WriteEndElement();
        }
        return stream.ToArray();
    }

    private static void Write(XmlWriter xml, Leap2AEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("title", Atom, entry.Title);
        xml.WriteElementString("id", Atom, entry.Id);
        xml.WriteElementString("updated", Atom, Time(entry.Updated));
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(entry.Content);
        xml.WriteEndElement();
        xml.WriteStartElement("type", Rdf);
        xml.WriteAttributeString("resource", Rdf, "leap2:" + entry.Type);
        xml.WriteEndElement();
        WriteDate(xml, "start", entry.Starts);
        WriteDate(xml, "end", entry.Ends);
        if (entry.Role is { } role)
            xml.WriteElementString("myrole", Leap2, role);
        foreach (var (code, name) in entry.Tags)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", code);
            xml.WriteAttributeString("label", name);
            xml.WriteEndElement();
        }
        foreach (var (relation, to) in entry.Links)
            WriteLink(xml, "leap2:" + relation, to, null);
        if (entry.File is { } file)
            WriteLink(xml, "enclosure", file.Path, file.Type);
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string relation, string to, string? type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", to);
        if (type is not null)
            xml.WriteAttributeString("type", type);
        xml.WriteEndElement();
    }

    private static void WriteDate(XmlWriter xml, string point, DateOnly? date)
    {
        if (date is not { } day)
            return;
        xml.WriteStartElement("date", Leap2);
        xml.WriteAttributeString("point", Leap2, point);
        xml.WriteString(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
