package org.claimscope.data.format.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.claimscope.data.model.Entity;
import org.claimscope.data.testing.KeptRecords.Row;
import org.claimscope.data.testing.Readings;
import org.junit.jupiter.api.Test;

/// Hand-written resources and the rows they mean, worked out by hand from FHIR R4.
final class FhirRowsTest {
    private static Readings read(String... resources) {
        return Readings.of(new FhirFormat(), String.join("\n", resources).replace('\'', '"'));
    }

    @Test
    void aPatientAndWhoReplacedOne() {
        Readings r =
                read(
                        "{'resourceType':'Patient','id':'1','meta':{'lastUpdated':'2025-03-01T10:00:00.5+01:00'},"
                                + "'text':{'status':'generated','div':'<div>x</div>'},"
                                + "'name':[{'use':'nickname','family':'No'},{'use':'official','family':'Doe','given':['Jane','Q']}],"
                                + "'telecom':[{'system':'email','value':'e'},{'system':'phone','value':'555'}],"
                                + "'gender':'female','birthDate':'1980-02-29',"
                                + "'identifier':[{'system':'http://hl7.org/fhir/sid/us-ssn','value':'999-00-1111'}],"
                                + "'address':[{'line':['1 Main St','Apt 2'],'city':'Lima','state':'OH','postalCode':'45801'}]}",
                        "{'resourceType':'Patient','id':'2','birthDate':'1980','link':[{'type':'replaced-by',"
                                + "'other':{'reference':'https://h/fhir/Patient/1/_history/3'}}]}");
        Row patient = r.records().row(Entity.PATIENT, "1");
        assertEquals(
                Map.ofEntries(
                        Map.entry("id", "1"),
                        Map.entry("last_name", "Doe"),
                        Map.entry("first_name", "Jane"),
                        Map.entry("middle_name", "Q"),
                        Map.entry("phone", "555"),
                        Map.entry("sex", "F"),
                        Map.entry("ssn", "999-00-1111"),
                        Map.entry("birth_date", "1980-02-29"),
                        Map.entry("address", "1 Main St, Apt 2"),
                        Map.entry("city", "Lima"),
                        Map.entry("state", "OH"),
                        Map.entry("postal_code", "45801"),
                        Map.entry("modified_date", "2025-03-01")),
                patient.fields());
        assertEquals(
                Instant.parse("2025-03-01T09:00:00Z").getEpochSecond() * 1_000_000 + 500_000,
                patient.eventMicros());
        assertEquals("1", r.records().row(Entity.PATIENT, "2").get("merged_into"));
        assertEquals(2, r.records().row(Entity.PATIENT, "2").line());
        assertEquals(List.of("not-a-date"), r.codes(), "a year is no day");
    }

    @Test
    void careAndItsCharges() {
        Readings r =
                read(
                        "{'resourceType':'Encounter','id':'e1','status':'in-progress','class':{'code':'IMP'},"
                                + "'subject':{'reference':'urn:uuid:1'},"
                                + "'participant':[{'individual':{'reference':'Practitioner/p0'}},"
                                + "{'type':[{'coding':[{'code':'ATND'}]}],'individual':{'reference':'Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|1234567893'}}],"
                                + "'period':{'start':'2025-03-01T23:30:00-05:00'},'serviceProvider':{'reference':'Organization/o1'},"
                                + "'location':[{'location':{'reference':'Location/l1'}}]}",
                        "{'resourceType':'Condition','id':'c','code':{'coding':[{'system':'http://snomed.info/sct','code':'1','display':'a'},"
                                + "{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'E11.9','display':'Diabetes'}]},'encounter':{'reference':'Encounter/e1'}}",
                        "{'resourceType':'Procedure','id':'p','code':{'coding':[{'code':'93458'}],'text':'Catheter'},'encounter':{'reference':'Encounter/e1'}}",
                        "{'resourceType':'ChargeItem','id':'ci','status':'billable','code':{'coding':[{'code':'99213'}]},"
                                + "'subject':{'reference':'Patient/1'},'context':{'reference':'Encounter/e1'},'occurrenceDateTime':'2025-03-02',"
                                + "'enteredDate':'2025-03-03T08:00:00Z','quantity':{'value':2.5},'priceOverride':{'value':1.005E2,'currency':'USD'}}",
                        "{'resourceType':'ChargeItem','id':'cx','status':'entered-in-error','priceOverride':{'value':70}}",
                        "{'resourceType':'Appointment','id':'a','status':'noshow','start':'2025-04-01T09:15:00Z','end':'2025-04-01T09:45:00Z',"
                                + "'participant':[{'actor':{'reference':'Patient/1'}},{'actor':{'reference':'https://h/Practitioner/p9'}},{'actor':{'reference':'Location/l1'}}]}");
        assertEquals(List.of(), r.rejections());
        assertEquals(List.of(), r.findings());
        Row encounter = r.records().rows(Entity.ENCOUNTER).getFirst();
        assertEquals("Inpatient", encounter.get("encounter_type"));
        assertEquals("Active", encounter.get("status"));
        assertEquals("1", encounter.get("patient_id"));
        assertEquals("1234567893", encounter.get("provider_id"));
        assertEquals("o1", encounter.get("facility_id"));
        assertEquals("l1", encounter.get("department_id"));
        assertEquals("2025-03-01", encounter.get("service_date"), "the day of the place");
        assertEquals("E11.9", r.records().finalState().get("encounter e1").get("diagnosis_code"));
        assertEquals("93458", r.records().finalState().get("encounter e1").get("procedure_code"));
        assertEquals("Diabetes", r.records().row(Entity.DIAGNOSIS_CODE, "E11.9").get("label"));
        assertEquals("Catheter", r.records().row(Entity.PROCEDURE_CODE, "93458").get("label"));
        Row charge = r.records().row(Entity.CHARGE, "ci");
        assertEquals("100.50", charge.get("billed"));
        assertEquals("2.5", charge.get("units"));
        assertEquals("e1", charge.get("encounter_id"));
        Row entry = r.records().row(Entity.TRANSACTION, "charge/ci");
        assertEquals("100.50", entry.get("billed"));
        assertEquals("2025-03-02", entry.get("service_date"));
        assertEquals("2025-03-03", entry.get("posted_date"));
        assertEquals("0.00", r.records().row(Entity.CHARGE, "cx").get("billed"));
        Row appointment = r.records().row(Entity.APPOINTMENT, "a");
        assertEquals("No-show", appointment.get("status"));
        assertEquals("30", appointment.get("minutes"));
        assertEquals("09:15", appointment.get("start_time"));
        assertEquals("p9", appointment.get("provider_id"));
        assertEquals("l1", appointment.get("department_id"));
    }

    @Test
    void aDeniedClaimAndAPaidOne() {
        String answer =
                "{'resourceType':'ExplanationOfBenefit','id':'x%s','status':'active','outcome':'complete','created':'2025-04-01',"
                        + "'claim':{'reference':'Claim/k%s'},'patient':{'reference':'Patient/1'},'insurer':{'display':'Acme'},"
                        + "'provider':{'reference':'Organization/o1'},"
                        + "'item':[{'sequence':1,'productOrService':{'coding':[{'code':'99213'}]},'adjudication':["
                        + "{'category':{'coding':[{'code':'submitted'}]},'amount':{'value':120}},"
                        + "{'category':{'coding':[{'code':'denialreason'}]},'reason':{'coding':["
                        + "{'system':'https://x12.org/codes/claim-adjustment-group-codes','code':'%s'},"
                        + "{'system':'https://x12.org/codes/claim-adjustment-reason-codes','code':'%s'}]},'amount':{'value':20}}]}],"
                        + "'total':[{'category':{'coding':[{'code':'submitted'}]},'amount':{'value':120}},"
                        + "{'category':{'coding':[{'code':'eligible'}]},'amount':{'value':100}},"
                        + "{'category':{'coding':[{'code':'memberliability'}]},'amount':{'value':10}}],"
                        + "'payment':{'amount':{'value':%s},'date':'2025-04-05'}}";
        Readings r =
                read(
                        answer.formatted("1", "1", "CO", "16", "0"),
                        answer.formatted("2", "2", "CO", "45", "90"),
                        answer.formatted("3", "3", "PR", "1", "0"));
        Row denied = r.records().row(Entity.CLAIM, "k1");
        assertEquals("Denied", denied.get("status"));
        assertEquals("120.00", denied.get("denied"));
        assertEquals("16", denied.get("carc"));
        assertEquals("CO", denied.get("group_code"));
        assertEquals("2025-04-01", denied.get("adjudicated_date"));
        assertEquals("", denied.get("payment_date"));
        Row paid = r.records().row(Entity.CLAIM, "k2");
        assertEquals("Paid", paid.get("status"));
        assertEquals("90.00", paid.get("paid"));
        assertEquals("100.00", paid.get("allowed"));
        assertEquals("10.00", paid.get("patient_responsibility"));
        assertEquals("2025-04-05", paid.get("payment_date"));
        assertEquals("Acme", paid.get("payer_id"));
        assertEquals("o1", paid.get("facility_id"));
        assertEquals("Paid", r.records().row(Entity.CLAIM, "k3").get("status"), "PR is no denial");
        Row entry = r.records().row(Entity.TRANSACTION, "payment/k2");
        assertEquals("90.00", entry.get("paid"));
        assertEquals("Payment", entry.get("transaction_type"));
        assertEquals("2025-04-05", entry.get("payment_date"));
        assertEquals(1, r.records().rows(Entity.TRANSACTION).size(), "nothing paid, no entry");
        Row adjustment = r.records().row(Entity.ADJUSTMENT, "x2/1/CO45");
        assertEquals("20.00", adjustment.get("adjusted"));
        assertEquals("k2", adjustment.get("claim_id"));
    }

    @Test
    void organisationsPlacesAndPeople() {
        Readings r =
                read(
                        "{'resourceType':'Organization','id':'p','type':[{'coding':[{'code':'pay'}]}],'name':'Acme'}",
                        "{'resourceType':'Organization','id':'f','type':[{'coding':[{'code':'prov','display':'Provider'}]}],'name':'North','address':[{'city':'Lima','state':'OH'}]}",
                        "{'resourceType':'Organization','id':'d','type':[{'coding':[{'code':'dept'}]}],'name':'ICU','partOf':{'reference':'Organization/f'}}",
                        "{'resourceType':'Location','id':'l','name':'Ward','managingOrganization':{'reference':'Organization/f'}}",
                        "{'resourceType':'Practitioner','id':'x','identifier':[{'system':'http://hl7.org/fhir/sid/us-npi','value':'1234567893'}],'name':[{'family':'Ng','given':['Ann']}]}",
                        "{'resourceType':'PractitionerRole','id':'y','practitioner':{'identifier':{'value':'1234567893'}},'organization':{'reference':'Organization/f'},"
                                + "'specialty':[{'coding':[{'code':'207R','display':'Internal Medicine'}]}]}");
        assertEquals("Acme", r.records().row(Entity.PAYER, "p").get("name"));
        assertEquals("Lima", r.records().row(Entity.FACILITY, "f").get("city"));
        assertEquals("f", r.records().row(Entity.DEPARTMENT, "d").get("facility_id"));
        assertEquals("f", r.records().row(Entity.DEPARTMENT, "l").get("facility_id"));
        assertEquals("Ng", r.records().row(Entity.PROVIDER, "x").get("last_name"));
        Map<String, String> byNpi = r.records().finalState().get("provider 1234567893");
        assertEquals("Ng", byNpi.get("last_name"));
        assertEquals("Internal Medicine", byNpi.get("specialty"));
        assertEquals("f", byNpi.get("facility_id"));
    }

    @Test
    void bundlesPagesListsAndEntriesWithoutIds() {
        String entries =
                "'entry':[\n {'fullUrl':'urn:uuid:aa','resource':{'resourceType':'Patient','name':[{'family':'Doe'}]}},\n"
                        + " {'fullUrl':'http://h/Encounter/e','resource':{'resourceType':'Encounter','id':'e','status':'finished','subject':{'reference':'urn:uuid:aa'}}}\n]";
        for (String bundle :
                List.of(
                        "{\n 'resourceType':'Bundle',\n 'type':'transaction',\n " + entries + "\n}",
                        "{"
                                + entries
                                + ",\n 'link':[{'relation':'next','url':'entry'}],'resourceType':'Bundle'}",
                        "{'resourceType':'Bundle'," + entries.replace("\n", "") + "}")) {
            Readings r = read(bundle);
            assertEquals(List.of(), r.rejections());
            assertEquals("Doe", r.records().row(Entity.PATIENT, "aa").get("last_name"));
            assertEquals("aa", r.records().row(Entity.ENCOUNTER, "e").get("patient_id"));
            assertEquals(2, r.records().row(Entity.ENCOUNTER, "e").line());
        }
        Readings pages =
                read(
                        "{\n'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Patient','id':'1'}}]}",
                        "{\n'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Patient','id':'2'}}]}");
        assertEquals(2, pages.records().rows(Entity.PATIENT).size());
        assertEquals(2, pages.records().row(Entity.PATIENT, "2").line());
        Readings list =
                read(
                        "[\n{'resourceType':'Patient','id':'1'},\n{'resourceType':'Patient','id':'2'}]");
        assertEquals(2, list.records().rows(Entity.PATIENT).size());
        Readings joined =
                read("{'resourceType':'Patient','id':'1'}{'resourceType':'Patient','id':'2'}");
        assertEquals(2, joined.records().rows(Entity.PATIENT).size());
    }

    @Test
    void whatIsNotReadIsTold() {
        Readings r =
                read(
                        "{'resourceType':'Medication','id':'m'}",
                        "{'resourceType':'Patient'}",
                        "{'id':'q'}",
                        "{'resourceType':'Claim','id':'k','total':{'value':'1,5'}}");
        assertEquals(List.of("not-read"), r.codes());
        assertEquals(
                List.of(
                        "2 Patient.id MISSING_VALUE",
                        "3 resourceType MISSING_VALUE",
                        "4 total NOT_MONEY"),
                r.rejections().stream()
                        .map(x -> x.line() + " " + x.column() + " " + x.reason())
                        .toList());
        assertEquals(List.of(), r.records().rows());
        assertTrue(new String(r.rejections().get(2).original()).contains("1,5"));
        assertFalse(r.rejections().toString().contains("1,5"));
    }
}
