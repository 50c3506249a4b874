using System.Globalization;
using System.Text;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

/// <summary>An answer as a letter in plain text, with a gap wherever the controller has to say something.</summary>
internal static class AnswersLetter
{
    private const int Width = 78;

    public static string Write(
        string request, AnswerFacts facts, IReadOnlyList<string> neverHeld, IReadOnlyList<string> caution, IReadOnlyList<string> attach, IReadOnlyList<AnswerSource> sources)
    {
        var letter = new StringBuilder();
        Paragraph(letter, $"From: {facts.Settings.Set.Controller ?? "[the controller: not set]"}, {facts.Settings.Set.Contact ?? "[how to reach it: not set]"}");
        Paragraph(letter, $"To: [{To(request)}]");
        Paragraph(letter, $"{facts.Programme.LocalDate(facts.MadeAt).ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}");
        Heading(letter, $"What {facts.Programme.Name} holds");
        Paragraph(letter, "[This is a draft of facts, taken from what is held on that day. It is not legal advice. Judge it, change it, and leave this line out.]");
        Paragraph(letter, "This service keeps who took part in discussion groups in which doctors in training talk about their work, and signs that they did.");
        Heading(letter, facts.Person is null ? "What is held, in the whole programme" : $"What is held about the person {facts.Person:D}");
        foreach (var held in facts.Held)
            Point(letter, string.Create(CultureInfo.InvariantCulture, $"{held.What}: {held.Count}"));
        Heading(letter, "What is not held, because there is no place for it");
        foreach (var never in neverHeld)
            Point(letter, never);
        if (request == "patient")
            Paragraph(letter, "So nothing here can be looked up by a patient's name, number or story. Notes that a doctor keeps elsewhere are not here: ask the doctor, or whoever employs them.");
        Heading(letter, "What should be borne in mind");
        foreach (var point in caution)
            Point(letter, point);
        Heading(letter, "What is attached, and who decides");
        foreach (var point in attach)
            Point(letter, point);
        Paragraph(letter, $"Lawful basis: {Basis(facts.Settings)}. How long: {facts.Settings.Set.Retention ?? "[not set]"}");
        if (sources.Count > 0)
            Heading(letter, "Sources");
        foreach (var source in sources)
            Point(letter, $"{source.Says} {source.Address}");
        return letter.ToString();
    }

    private static string To(string request) => request switch
    {
        "patient" => "the patient, or whoever acts for them, once it is clear that they are who they say",
        "court" => "the court, or the party that the order names",
        _ => "the person",
    };

    private static string Basis(Settings settings) =>
        string.Join("; ", settings.Told.Where(told => told.Member is "lawfulBasis" or "lawfulBasisWords").Select(told => told.Words).OfType<string>()) is { Length: > 0 } said ? said : "[not set]";

    private static void Heading(StringBuilder letter, string text) => letter.Append(text).Append('\n').Append('-', Math.Min(text.Length, Width)).Append("\n\n");

    private static void Paragraph(StringBuilder letter, string text) => Wrap(letter, text, "", "").Append('\n');

    private static void Point(StringBuilder letter, string text) => Wrap(letter, text, "- ", "  ").Append('\n');

    private static StringBuilder Wrap(StringBuilder letter, string text, string first, string rest)
    {
        var line = new StringBuilder(first);
        foreach (var word in text.Split(' '))
        {
            if (line.Length > rest.Length && line.Length + word.Length > Width)
            {
                letter.Append(line.ToString().TrimEnd()).Append('\n');
                line.Clear().Append(rest);
            }
            line.Append(word).Append(' ');
        }
        return letter.Append(line.ToString().TrimEnd()).Append('\n');
    }
}
