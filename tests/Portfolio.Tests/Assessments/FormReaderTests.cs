using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Api.Assessments;
using Portfolio.Api.Http;

namespace Portfolio.Tests.Assessments;

public class FormReaderTests
{
    private static readonly string Schema = Path.Combine(Source.Root, "contracts", "schemas", "assessment-form.schema.json");

    public static TheoryData<string> Names => [.. BrokenForms.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_broken_form_is_refused_with_its_path_and_a_reason(string name)
    {
        var broken = BrokenForms.All[name];
        var (form, faults) = FormReader.Read(BrokenForms.Bytes(broken.Document));
        Assert.Null(form);
        Assert.True(faults.Any(fault => fault.Path == broken.Path), $"{broken.Path} is not among {string.Join(", ", faults)}");
        Assert.All(faults, fault => Assert.DoesNotMatch(@"^$|Portfolio\.|System\.|\.NET| Path: ", fault.Reason));
    }

    [Fact]
    public void The_shipped_form_is_an_example_that_says_so_in_each_of_its_languages()
    {
        var form = Assert.Single(ShippedForms.All);
        Assert.False(form.Confirmed);
        Assert.DoesNotContain("CBDGA", JsonSerializer.Serialize(form), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Example only", form.Title["en"], StringComparison.Ordinal);
        Assert.Contains("Beispiel", form.Title["de"], StringComparison.Ordinal);
        Assert.All(form.Items.Select(item => item.Text).Concat(form.Scale.Select(level => level.Label)), text => Assert.Equal(["de", "en"], text.Keys.Order()));
    }

    [Fact]
    public void No_bytes_make_the_reader_throw()
    {
        var good = BrokenForms.Bytes(BrokenForms.Good);
        var random = new Random(2026);
        for (var round = 0; round < 5000; round++)
        {
            var bytes = good.ToArray();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var (form, faults) = FormReader.Read(bytes);
            Assert.True(form is null != (faults.Count == 0));
        }
        Assert.NotEmpty(FormReader.Read(new byte[FormReader.MostBytes + 1]).Faults);
        Assert.NotEmpty(FormReader.Read([]).Faults);
    }

    [Fact]
    public async Task The_schema_takes_the_shipped_form_and_refuses_what_the_reader_refuses_wherever_a_schema_can()
    {
        var broken = BrokenForms.All.Where(each => each.Value.SchemaRefuses).ToList();
        var errors = await Errors([BrokenForms.Good, AssessmentExamples.Form, .. broken.Select(each => each.Value.Document)]);
        Assert.All(errors.Take(2), Assert.Empty);
        Assert.Empty(broken.Zip(errors.Skip(2)).Where(each => each.Second.Length == 0).Select(each => each.First.Key));
        Assert.Empty(FormReader.Read(BrokenForms.Bytes(AssessmentExamples.Form)).Faults);
    }

    private static async Task<string[][]> Errors(IEnumerable<string> documents)
    {
        var answer = await Checkers.Run("json-schema.mjs", new JsonArray([.. documents.Select(document => JsonNode.Parse(document))]).ToJsonString(), Schema);
        Assert.True(answer.ExitCode == 0, answer.Error);
        return JsonSerializer.Deserialize<string[][]>(answer.Output)!;
    }
}
