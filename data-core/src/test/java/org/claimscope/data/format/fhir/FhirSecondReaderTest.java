package org.claimscope.data.format.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.claimscope.data.format.Numbers;
import org.claimscope.data.model.Entity;
import org.claimscope.data.testing.KeptRecords.Row;
import org.claimscope.data.testing.Readings;
import org.claimscope.data.testing.SharedData;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.ExplanationOfBenefit;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/// HAPI FHIR as an independent second reader: its objects and our rows tell the same.
final class FhirSecondReaderTest {
    private static final IParser HAPI = FhirContext.forR4Cached().newJsonParser();

    private static final Path FOLDER = Path.of("fhir");

    private static List<String> lines(String file) throws IOException {
        Path path = SharedData.folder("synthea").resolve(FOLDER).resolve(file + ".ndjson");
        return Files.readAllLines(path);
    }

    private static <T extends Resource> List<T> theirs(String file, Class<T> type)
            throws IOException {
        var all = new ArrayList<T>();
        for (String line : lines(file)) {
            all.add(HAPI.parseResource(type, line));
        }
        return all;
    }

    private static Readings ours(String file) throws IOException {
        byte[] bytes = String.join("\n", lines(file)).getBytes(StandardCharsets.UTF_8);
        return Readings.of(new FhirFormat(), bytes);
    }

    private static String cents(BigDecimal dollars) {
        long cents = Numbers.cents(dollars.toPlainString());
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static String day(Period period, boolean start) {
        String sent =
                (start ? period.getStartElement() : period.getEndElement()).getValueAsString();
        return sent == null ? "" : sent.substring(0, 10);
    }

    @Test
    void patients() throws IOException {
        Readings r = ours("Patient");
        for (Patient p : theirs("Patient", Patient.class)) {
            Row row = r.records().row(Entity.PATIENT, p.getIdElement().getIdPart());
            assertEquals(p.getNameFirstRep().getFamily(), row.get("last_name"));
            assertEquals(p.getNameFirstRep().getGiven().get(0).getValue(), row.get("first_name"));
            assertEquals(p.getBirthDateElement().getValueAsString(), row.get("birth_date"));
            assertEquals(p.getAddressFirstRep().getCity(), row.get("city"));
            assertEquals(
                    p.getGender().toCode().substring(0, 1).toUpperCase(java.util.Locale.ROOT),
                    row.get("sex"));
        }
    }

    @Test
    void encounters() throws IOException {
        Readings r = ours("Encounter");
        for (Encounter e : theirs("Encounter", Encounter.class)) {
            Row row = r.records().row(Entity.ENCOUNTER, e.getIdElement().getIdPart());
            assertEquals(e.getSubject().getReferenceElement().getIdPart(), row.get("patient_id"));
            assertEquals(day(e.getPeriod(), true), row.get("service_date"));
            assertEquals(day(e.getPeriod(), false), row.get("discharge_date"));
        }
    }

    @Test
    void claims() throws IOException {
        Readings r = ours("Claim");
        int lines = 0;
        for (Claim c : theirs("Claim", Claim.class)) {
            String id = c.getIdElement().getIdPart();
            Row row = r.records().row(Entity.CLAIM, id);
            assertEquals(cents(c.getTotal().getValue()), row.get("billed"));
            assertEquals(c.getType().getCodingFirstRep().getCode(), row.get("claim_type"));
            assertEquals(c.getPatient().getReferenceElement().getIdPart(), row.get("patient_id"));
            assertEquals(
                    c.getCreatedElement().getValueAsString().substring(0, 10),
                    row.get("submitted_date"));
            for (Claim.ItemComponent item : c.getItem()) {
                Row line = r.records().row(Entity.CLAIM_LINE, id + "/" + item.getSequence());
                assertEquals(
                        item.hasNet() ? cents(item.getNet().getValue()) : "", line.get("billed"));
                assertEquals(
                        item.getProductOrService().getCodingFirstRep().getCode(),
                        line.get("procedure_code"));
                lines++;
            }
        }
        assertEquals(lines, r.records().rows(Entity.CLAIM_LINE).size());
    }

    @Test
    void answers() throws IOException {
        Readings r = ours("ExplanationOfBenefit");
        int read = 0;
        for (var e : theirs("ExplanationOfBenefit", ExplanationOfBenefit.class)) {
            Row row = r.records().row(Entity.REMITTANCE_CLAIM, e.getIdElement().getIdPart());
            assertEquals(cents(e.getPayment().getAmount().getValue()), row.get("paid"));
            assertEquals(cents(e.getTotalFirstRep().getAmount().getValue()), row.get("billed"));
            assertEquals(e.getClaim().getReferenceElement().getIdPart(), row.get("claim_id"));
            for (var item : e.getItem()) {
                Row line =
                        r.records()
                                .row(
                                        Entity.REMITTANCE_LINE,
                                        e.getIdElement().getIdPart() + "/" + item.getSequence());
                for (var a : item.getAdjudication()) {
                    if (a.getCategory()
                            .getCodingFirstRep()
                            .getCode()
                            .endsWith("line_prvdr_pmt_amt")) {
                        assertEquals(cents(a.getAmount().getValue()), line.get("paid"));
                    }
                }
            }
            read++;
        }
        assertTrue(read == 486, Arrays.toString(new int[] {read}));
    }
}
