package org.claimscope.data.format.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimscope.data.model.Entity;
import org.junit.jupiter.api.Test;

/// Mappings proposed for files that nobody described.
final class MappingDraftTest {
    @Test
    void columnsAreRecognisedByTheModelsNames() {
        MappingDraft draft =
                MappingDraft.propose(
                                "june_ledger",
                                List.of("Transaction_ID", "Patient ID", "Billed", "PAID", "Remark"),
                                new ColumnWords(List.of()))
                        .orElseThrow();
        assertEquals(Entity.TRANSACTION, draft.entity());
        assertEquals(
                Map.of(
                        "id", "Transaction_ID",
                        "patient_id", "Patient ID",
                        "billed", "Billed",
                        "paid", "PAID"),
                draft.columns());
    }

    @Test
    void profilesTeachWhatSendersCallTheirColumns() {
        Profile known =
                Profile.parse(
                        "k",
                        """
                        profile: k
                        version: 1
                        tables:
                          - table: pts
                            entity: patient
                            fields: {id: person_no, last_name: surname}
                        """);
        MappingDraft draft =
                MappingDraft.propose(
                                "people",
                                List.of("PERSON_NO", "Surname"),
                                new ColumnWords(List.of(known)))
                        .orElseThrow();
        assertEquals(Entity.PATIENT, draft.entity());
        assertEquals("PERSON_NO", draft.columns().get("id"));
        assertEquals("Surname", draft.columns().get("last_name"));
    }

    @Test
    void whatHasNoKeyIsNotProposed() {
        assertEquals(
                Optional.empty(),
                MappingDraft.propose("notes", List.of("when", "what"), new ColumnWords(List.of())));
    }

    @Test
    void oddColumnNamesAndDateOrdersSurviveTheProfile() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("id", "Txn \"No\": #1");
        columns.put("service_date", "Date\\of service");
        var draft = new MappingDraft("odd: table", Entity.TRANSACTION, columns, "mdy");
        Profile profile = draft.profile("own-odd");
        Profile.Table table = profile.tables().getFirst();
        assertEquals("odd: table", table.table());
        assertEquals(List.of("Txn \"No\": #1"), table.fields().get("id").from());
        assertEquals(List.of("Date\\of service"), table.fields().get("service_date").from());
        assertEquals(Values.DateOrder.MDY, table.fields().get("service_date").order());
        assertTrue(table.missing(List.of("Txn \"No\": #1", "Date\\of service")).isEmpty());
    }
}
