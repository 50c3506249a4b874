using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Portfolio.Tests.Adapters.Moodle;

/// <summary>The web service's functions, each as Moodle answers it.</summary>
internal sealed class MoodleFunctions(MoodleHost host, IFormCollection form)
{
    private static readonly (string Id, string Framework, string Number)[] Competencies = [("90", "3", "HLO-2"), ("101", MoodleHost.Framework, "HLO-2"), ("102", MoodleHost.Framework, "HLO-1.2")];

    public JsonNode Answer() => form["wstoken"] != MoodleHost.Token ? MoodleHost.Error("core\\exception\\moodle_exception", "invalidtoken") : form["wsfunction"].ToString() switch
    {
        "core_webservice_get_site_info" => Site(),
        "core_user_get_users_by_field" => Users(),
        "core_competency_list_competencies" => List(),
        "core_competency_grade_competency" => Grade(),
        "core_competency_delete_evidence" => Delete(),
        "tool_lp_data_for_user_competency_summary" => Summary(),
        _ => MoodleHost.Error("core\\exception\\webservice_access_exception", "accessexception"),
    };

    private static JsonObject Site() => new()
    {
        ["siteurl"] = "https://moodle.example.org",
        ["functions"] = new JsonArray([.. new[]
        {
            "core_webservice_get_site_info", "core_user_get_users_by_field", "core_competency_list_competencies", "core_competency_grade_competency", "tool_lp_data_for_user_competency_summary",
        }.Select(name => new JsonObject { ["name"] = name, ["version"] = "2024100700" })]),
    };

    private JsonArray Users()
    {
        var numbers = form.Where(field => field.Key.StartsWith("values[", StringComparison.Ordinal)).Select(field => field.Value.ToString());
        return form["field"] == "idnumber" && numbers.Contains(MoodleHost.IdNumber) ? [new JsonObject { ["id"] = MoodleHost.Trainee, ["idnumber"] = MoodleHost.IdNumber, ["fullname"] = "Tara Trainee" }] : [];
    }

    private JsonArray List() =>
        [.. Competencies.Where(one => form["filters[0][column]"] == "competencyframeworkid" && form["filters[0][value]"] == one.Framework && form["filters[1][column]"] == "idnumber" && form["filters[1][value]"] == one.Number)
            .Select(one => new JsonObject { ["id"] = long.Parse(one.Id, System.Globalization.CultureInfo.InvariantCulture), ["idnumber"] = one.Number, ["competencyframeworkid"] = one.Framework })];

    // Two calls make two evidences.
    private JsonObject Grade()
    {
        var (note, grade) = (form["note"].ToString(), form["grade"].ToString());
        if (note.Contains('<', StringComparison.Ordinal) || grade is not ("1" or "2") || form["userid"] != $"{MoodleHost.Trainee}" || Competencies.All(one => one.Id != form["competencyid"]))
            return MoodleHost.Error("core\\exception\\invalid_parameter_exception", "invalidparameter");
        var made = new MoodleRated(host.Evidence.Select(one => one.Id).DefaultIfEmpty(200).Max() + 1, form["competencyid"].ToString(), grade == "2" ? 2 : 1, note);
        host.Evidence.Add(made);
        return Json(made);
    }

    private JsonNode Delete()
    {
        if (!host.MayDelete)
            return MoodleHost.Error("core\\exception\\required_capability_exception", "nopermissions");
        return host.Evidence.RemoveAll(one => $"{one.Id}" == form["id"]) == 1 ? JsonValue.Create(true) : MoodleHost.Error("dml_missing_record_exception", "invalidrecord");
    }

    private JsonObject Summary() => new()
    {
        ["showrelatedcompetencies"] = true, ["usercompetency"] = new JsonObject { ["userid"] = MoodleHost.Trainee },
        ["evidence"] = new JsonArray([.. host.Evidence.Where(one => one.Competency == form["competencyid"]).Reverse().Select(Json)]),
    };

    private static JsonObject Json(MoodleRated one) => new() { ["id"] = one.Id, ["descidentifier"] = "evidence_manualoverride", ["grade"] = one.Grade, ["note"] = one.Note, ["url"] = null };
}
