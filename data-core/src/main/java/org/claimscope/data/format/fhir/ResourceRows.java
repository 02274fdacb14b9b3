package org.claimscope.data.format.fhir;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.claimscope.data.format.RefusedContent;
import org.claimscope.data.format.fhir.Resources.Resource;
import org.claimscope.data.model.Rejection;

/// Turns a resource into the rows it tells about.
final class ResourceRows {
    private static final long A_DAY = 86_400_000_000L;

    /// Resources that hold what was said or seen of a patient.
    private static final Set<String> NOTES =
            Set.of(
                    "Observation",
                    "DocumentReference",
                    "Composition",
                    "DiagnosticReport",
                    "QuestionnaireResponse",
                    "ClinicalImpression",
                    "Communication");

    private ResourceRows() {}

    /// Whether a resource is one that is never taken ([RefusedContent]).
    static boolean isRefused(Resource resource) {
        Json json = resource.json();
        if (!NOTES.contains(resource.type())) {
            return false;
        }
        for (String element : List.of("category", "type", "code")) {
            for (Json concept : json.all(element)) {
                if (RefusedContent.names(concept.text("text"))) {
                    return true;
                }
                for (Json coding : concept.all("coding")) {
                    if (RefusedContent.names(coding.text("code"))
                            || RefusedContent.names(coding.text("display"))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// Whether bytes that are no readable resource look like one that is never taken.
    static boolean looksRefused(String text) {
        return NOTES.stream().anyMatch(type -> text.contains("\"" + type + "\""))
                && RefusedContent.names(text);
    }

    /// @return what was found; rows only count when there is no defect
    static Intake of(Resource resource, long place) {
        var in = new Intake(resource, place);
        Json json = resource.json();
        String id = resource.id();
        if (resource.type().isEmpty()) {
            in.reject(
                    Rejection.Reason.MISSING_VALUE, "resourceType", "it does not tell what it is");
            return in;
        }
        switch (resource.type()) {
            case "PractitionerRole" -> PeopleRows.role(in, json);
            case "Condition" -> CareRows.condition(in, json);
            case "Procedure" -> CareRows.procedure(in, json);
            case "Patient",
                    "Practitioner",
                    "Organization",
                    "Location",
                    "Coverage",
                    "Encounter",
                    "Appointment",
                    "ChargeItem",
                    "Claim",
                    "ClaimResponse",
                    "ExplanationOfBenefit" -> {
                if (id.isEmpty()) {
                    in.reject(
                            Rejection.Reason.MISSING_VALUE,
                            resource.type() + ".id",
                            "without an id a repeat could not be told");
                } else {
                    identified(in, resource.type(), json, id);
                }
            }
            default ->
                    in.finding("not-read", "resourceType", "this type tells nothing that is kept");
        }
        return in;
    }

    private static void identified(Intake in, String type, Json json, String id) {
        switch (type) {
            case "Patient" -> PeopleRows.patient(in, json, id);
            case "Practitioner" -> PeopleRows.practitioner(in, json, id);
            case "Organization" -> PeopleRows.organization(in, json, id);
            case "Location" -> PeopleRows.location(in, json, id);
            case "Coverage" -> PeopleRows.coverage(in, json, id);
            case "Encounter" -> CareRows.encounter(in, json, id);
            case "Appointment" -> CareRows.appointment(in, json, id);
            case "ChargeItem" -> CareRows.charge(in, json, id);
            case "Claim" -> ClaimRows.claim(in, json, id);
            default -> AnswerRows.answer(in, json, id);
        }
    }

    /// When it was said: meta.lastUpdated, else when it was made or recorded, else when the period
    /// that it is about began. A resource that tells none of them is older than any that does.
    static long event(Intake in, InstantSource clock) {
        Json json = in.json();
        String updated = json.child("meta").text("lastUpdated");
        if (!updated.isEmpty() && Dates.micros(updated) == Dates.UNREADABLE) {
            in.finding("not-a-date", "meta.lastUpdated", "no time can be read");
        }
        for (String told :
                List.of(
                        updated,
                        json.text("created"),
                        json.text("recordedDate"),
                        json.text("enteredDate"),
                        json.child("period").text("start"),
                        json.child("billablePeriod").text("start"),
                        json.text("performedDateTime"),
                        json.child("performedPeriod").text("start"),
                        json.text("onsetDateTime"))) {
            long micros = Dates.micros(told);
            if (micros != Dates.UNREADABLE) {
                if (micros > clock.millis() * 1_000 + A_DAY) {
                    in.finding("future", "meta.lastUpdated", "it was said in the future");
                }
                return micros;
            }
        }
        return 0;
    }
}
