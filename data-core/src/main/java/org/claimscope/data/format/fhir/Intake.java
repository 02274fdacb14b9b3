package org.claimscope.data.format.fhir;

import org.claimscope.data.format.Fields;
import org.claimscope.data.format.Finding;
import org.claimscope.data.format.Gathered;
import org.claimscope.data.format.Numbers;
import org.claimscope.data.format.PatchRow;
import org.claimscope.data.format.fhir.Resources.Resource;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection;

/// What is being taken from one resource: its rows, its defects, and whether it can be taken at
/// all.
final class Intake {
    private final Resource resource;
    private final long place;
    private final Gathered gathered = new Gathered();

    Intake(Resource resource, long place) {
        this.resource = resource;
        this.place = place;
    }

    Json json() {
        return resource.json();
    }

    Gathered gathered() {
        return gathered;
    }

    PatchRow row(Entity entity, String id) {
        return gathered.row(entity, id);
    }

    void reject(Rejection.Reason reason, String column, String explanation) {
        gathered.reject(reason, column, explanation);
    }

    void finding(String code, String element, String text) {
        gathered.finding(
                new Finding(
                        code, "resource " + place + ", " + resource.type() + "." + element, text));
    }

    /// The key of who or what an element refers to.
    String ref(String element) {
        return References.key(json().child(element), json());
    }

    void text(PatchRow row, int field, String value, String element) {
        if (!row.text(field, value)) {
            finding("too-long", element, "the value is longer than any of its kind, and not taken");
        }
    }

    void day(PatchRow row, int field, String date, String element) {
        if (date.isEmpty()) {
            return;
        }
        long day = Dates.epochDay(date);
        if (day == Dates.UNREADABLE) {
            finding("not-a-date", element, "no day can be read; it is not taken");
        } else {
            row.date(field, (int) day);
        }
    }

    /// A sum of money, in cents.
    ///
    /// @param money the FHIR Money, `{value, currency}`
    /// @return [Numbers#UNREADABLE] when none is told; one that is no number turns the resource
    ///   away
    long cents(Json money, String element) {
        String value = money.text("value");
        if (value.isEmpty()) {
            return Numbers.UNREADABLE;
        }
        long cents = Numbers.cents(value);
        if (cents == Numbers.UNREADABLE) {
            reject(Rejection.Reason.NOT_MONEY, element, "this is no sum of money");
        }
        return cents;
    }

    void money(PatchRow row, int field, long cents) {
        if (cents != Numbers.UNREADABLE) {
            row.money(field, cents);
        }
    }

    void quantity(PatchRow row, int field, String value, String element) {
        if (!value.isEmpty()) {
            long quantity = Numbers.tenThousandths(value);
            if (quantity == Numbers.UNREADABLE) {
                finding("not-a-number", element, "no number can be read");
            } else {
                row.quantity(field, quantity);
            }
        }
    }

    /// The first of an element's codes, a national one (ICD-10, CPT, HCPCS) before others.
    static Json coding(Json concept) {
        Json first = Json.NONE;
        for (Json coding : concept.all("coding")) {
            String system = coding.text("system");
            if (system.endsWith("icd-10-cm")
                    || system.endsWith("/cpt")
                    || system.contains("HCPCS")
                    || system.endsWith("/hcpcs")) {
                return coding;
            }
            if (first.isEmpty()) {
                first = coding;
            }
        }
        return first;
    }

    /// A coded diagnosis or procedure, as a row of its own with its label.
    ///
    /// @return the code, or empty
    String code(Entity entity, Json concept) {
        Json coding = coding(concept);
        String code = coding.text("code");
        if (!code.isEmpty()) {
            String display = coding.text("display");
            row(entity, code)
                    .text(
                            entity == Entity.DIAGNOSIS_CODE
                                    ? Fields.DiagnosisCode.LABEL
                                    : Fields.ProcedureCode.LABEL,
                            display.isEmpty() ? concept.text("text") : display);
        }
        return code;
    }

    /// The label of a concept: what its first code shows, its text, the code itself.
    static String label(Json concept) {
        Json coding = coding(concept);
        String display = coding.text("display");
        String text = concept.text("text");
        return !display.isEmpty() ? display : !text.isEmpty() ? text : coding.text("code");
    }
}
