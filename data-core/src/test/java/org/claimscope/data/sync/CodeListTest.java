package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.model.Entity;
import org.claimscope.data.testing.SharedData;
import org.junit.jupiter.api.Test;

/// Lists of codes and rates that are plain CSV, and real ones.
final class CodeListTest extends CodeSetFixture {
    @Test
    void theRegisterOfProvidersIsReadByTheNamesOfItsColumns() throws IOException {
        var columns = new ArrayList<String>();
        columns.addAll(
                List.of(
                        "NPI",
                        "Entity Type Code",
                        "Replacement NPI",
                        "Provider Organization Name (Legal Business Name)",
                        "Provider Last Name (Legal Name)",
                        "Provider First Name",
                        "Provider First Line Business Practice Location Address",
                        "Provider Business Practice Location Address City Name",
                        "Provider Business Practice Location Address State Name",
                        "Provider Business Practice Location Address Postal Code",
                        "Provider Enumeration Date",
                        "Last Update Date",
                        "NPI Deactivation Date",
                        "NPI Reactivation Date",
                        "Healthcare Provider Taxonomy Code_1"));
        for (int i = 2; i <= 300; i++) {
            columns.add("Other Provider Identifier_" + i);
        }
        String rest = ",\"\"".repeat(299);
        String text =
                "\""
                        + String.join("\",\"", columns)
                        + "\"\n"
                        + "\"1234567893\",\"1\",\"\",\"\",\"ASH\",\"ANN\",\"1 MAIN ST\",\"COLUMBUS\",\"OH\",\"43004\",\"05/23/2005\",\"01/02/2024\",\"\",\"\",\"207Q00000X\""
                        + rest
                        + "\n"
                        + "\"1245319599\",\"2\",\"\",\"ELM CLINIC\",\"\",\"\",\"2 MAIN ST\",\"AKRON\",\"OH\",\"44301\",\"06/01/2006\",\"01/02/2024\",\"12/31/2023\",\"\",\"261QP2300X\""
                        + rest
                        + "\n"
                        + "\"1000000004\",\"1\",\"\",\"\",\"OAK\",\"\",\"\",\"\",\"\",\"\",\"13/45/2006\",\"\",\"\",\"\",\"\""
                        + rest
                        + "\n";
        RunEntry run = sync("nppes", "nppes", text);
        assertEquals(2, run.rowsLoaded(), run.message());
        assertFalse(run.message().contains("Identifier_"), run.message());
        assertEquals(
                """
                1234567893|person|ANN|ASH|207Q00000X|1 MAIN ST|COLUMBUS|OH|43004|2005-05-23
                1245319599|organization|ELM CLINIC|261QP2300X|2 MAIN ST|AKRON|OH|44301|2006-06-01|2023-12-31\
                """,
                text(
                        Entity.REGISTERED_PROVIDER,
                        "select string_agg(concat_ws('|', npi, entity_type, organization_name, first_name, last_name, taxonomy, practice_address, city, state, postal_code, enumeration_date, deactivation_date), chr(10) order by npi) from registered_provider"));
        assertEquals(List.of("4 NOT_A_DATE Provider Enumeration Date"), quarantine());
    }

    @Test
    void ratesWithDaysAreKeptApartAndAKeyWithoutAPartIsNone() throws IOException {
        RunEntry run =
                sync(
                        "clinic",
                        "contract_rates",
                        """
                        PayerID,Code,Rate,Effective_From,Effective_To
                        P1,A0021,10.00,2025-01-01,2025-12-31
                        P1,A0021,11.00,2026-01-01,
                        P1,,12.00,2026-01-01,
                        """);
        assertEquals(2, run.rowsLoaded(), run.message());
        assertEquals(
                "P1|A0021|2025-01-01 10.00, P1|A0021|2026-01-01 11.00",
                text(
                        Entity.CONTRACT,
                        "select string_agg(id || ' ' || rate, ', ' order by id) from contract"));
        assertEquals(List.of("4 MISSING_VALUE Code"), quarantine());
        var refused =
                assertThrows(
                        ClaimscopeException.class,
                        () ->
                                Profile.parse(
                                        "p",
                                        "profile: p\nversion: 1\ntables:\n- {table: t, entity: code, fields: {id: {from: a, join: [a, b]}}}\n"));
        assertTrue(String.valueOf(refused.getMessage()).contains("either from or join or const"));
    }

    @Test
    void realListsAreReadInFull() throws IOException {
        Path folder = SharedData.folder("code-sets");
        assertEquals(
                7_079,
                sync("hcpcs-2020", "hcpcs_list", folder.resolve("hcpcs_level2_2020.csv"))
                        .rowsLoaded());
        assertEquals(
                "hcpcs 6710, hcpcs_modifier 369",
                text(
                        Entity.CODE,
                        "select string_agg(s || ' ' || n, ', ' order by s) from (select code_system as s, count(*) as n from code group by 1)"));
        RunEntry lists = sync("cms", "code_list", folder.resolve("cms_bfd_code_systems.csv"));
        assertEquals(5_953, lists.rowsIn(), lists.message());
        assertEquals(
                "407",
                text(
                        Entity.CODE,
                        "select cast(count(*) as varchar) from code where code_system = 'ANSI-RSN-CD'"));

        // Real titles, in the shape of the order file.
        var titles = new TreeMap<String, String>();
        var text = new StringBuilder();
        for (String line : Files.readAllLines(folder.resolve("icd10cm_categories.csv"))) {
            int comma = line.indexOf(',');
            String title = line.substring(comma + 1).replace("\"", "").strip();
            if (titles.put(line.substring(0, comma), title) == null) {
                text.append(order(titles.size(), line.substring(0, comma), 0, title));
            }
        }
        RunEntry icd = sync("icd10cm-2016", "icd10cm", text.toString());
        assertEquals(titles.size(), icd.rowsLoaded(), icd.message());
        assertTrue(titles.size() > 20_000);
        assertEquals(
                String.join("\n", titles.values()),
                text(
                        Entity.CODE,
                        "select string_agg(label, chr(10) order by code) from code where code_system = 'icd10cm'"));
    }

    @Test
    void realRatesAreContracts() {
        Path file = SharedData.folder("cdm-contracts").resolve("contracts.csv");
        RunEntry run = sync("texas", "contract_rates", file);
        assertEquals(75, run.rowsLoaded(), run.message());
        assertEquals(
                "104.32",
                text(
                        Entity.CONTRACT,
                        "select cast(rate as varchar) from contract where payer_id = 'P001' and procedure_code = '80050'"));
    }
}
