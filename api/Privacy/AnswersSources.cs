using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

/// <summary>What is published and an answer rests on, told in our words; whoever sends an answer reads them first.</summary>
internal static class AnswersSources
{
    public static readonly AnswerSource PatientsMayAsk = new(
        "A patient may ask for what a trainee wrote about them in a portfolio (Medical Defence Union, 2016).",
        "https://www.themdu.com/guidance-and-advice/latest-updates-and-advice/new-guidance-on-e-portfolio-reflective-notes");

    public static readonly AnswerSource NamesAreNotEnough = new(
        "Leaving out name, age and address is unlikely to make something anonymous in the Information Commissioner's sense (Capsticks).",
        "https://blog.capsticks.com/post/102f2lc/the-reflective-practitioner-guidance-to-doctors-on-writing-reflections");

    public static readonly AnswerSource Spectrum = new(
        "Whether somebody can be identified is a matter of degree, and can differ between those who hold the same data (Information Commissioner, 28 March 2025, as Taylor Wessing reports it).",
        "https://www.taylorwessing.com/de/global-data-hub/2025/spotlight-on-the-uk-data-landscape/gdh---new-ico-guidance-on-anonymisation-and-pseudonymisation");

    public static readonly AnswerSource Reflections = new(
        "Reflections in a learning portfolio are not privileged: a court can order them to be disclosed. The General Medical Council does not ask for them when it investigates.",
        "https://www.gmc-uk.org/education/standards-guidance-and-curricula/guidance/reflective-practice/the-reflective-practitioner---guidance-for-doctors-and-medical-students/disclosure-of-reflective-notes");

    public static readonly AnswerSource NoPatientData = new(
        "A portfolio entry must not hold what identifies a patient or a colleague (Academy of Medical Royal Colleges, 2016).",
        "https://rcpsg.ac.uk/college/speaking-up-for-the-profession/news-and-statements/aomrceportfolio/");
}
