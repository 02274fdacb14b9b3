package org.claimscope.app.feature.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimscope.app.desk.Sample;
import org.claimscope.data.DataCore;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.Feed;
import org.claimscope.data.sync.FeedList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who pays a bill of 20,000: the insurer 15,000, the patient 5,000 (requirements DSH-16), at each
/// step from the charge to the last payment.
final class PatientPageTest {
    private static final Profile PROFILE =
            Profile.parse(
                    "hand",
                    """
                    profile: hand
                    version: 1
                    tables:
                      - {table: patients, entity: patient, fields: {id: id, last_name: last}}
                      - {table: claims, entity: claim, fields: {id: id, patient_id: patient, billed: billed, paid: paid, patient_responsibility: share, submitted_date: sent, adjudicated_date: decided, claim_status: status}}
                      - {table: ledger, entity: transaction, fields: {id: id, patient_id: patient, encounter_id: visit, claim_id: claim, transaction_type: kind, billed: billed, paid: paid, adjusted: adjusted, payment_source: by, service_date: day, posted_date: day}}
                    """);
    private static final String CHARGE = "1,P,V,C,Charge,20000.00,,,,2025-06-01\n";
    private static final String INSURER = "2,P,V,C,Payment,,15000.00,,Insurer,2025-06-20\n";

    @TempDir Path temp;

    private String split(String claim, String ledger) {
        try (var core =
                DataCore.create(
                        temp.resolve("w" + Integer.toHexString((claim + ledger).hashCode())),
                        new Credentials.None(),
                        Sample.NOON,
                        "test")) {
            core.sync()
                    .run(
                            new FeedList(
                                    List.of(
                                            feed("patients", "id,last\nP,Ash\n"),
                                            feed(
                                                    "claims",
                                                    "id,patient,billed,paid,share,sent,decided,status\n"
                                                            + claim),
                                            feed(
                                                    "ledger",
                                                    "id,patient,visit,claim,kind,billed,paid,adjusted,by,day\n"
                                                            + ledger)),
                                    List.of(PROFILE)),
                            new FolderSource(temp),
                            false,
                            Progress.NONE,
                            Cancellation.NONE);
            return new PatientViewModel(core.query())
                    .one("hos/P", Optional.empty()).money().stream()
                            .filter(part -> part.value() != 0)
                            .map(part -> part.label() + " " + part.value())
                            .collect(Collectors.joining(", "));
        }
    }

    private static Feed feed(String table, String rows) {
        return new Feed("hos", table, null, rows, Feed.LoadType.INCREMENTAL, false, null, true);
    }

    @Test
    void aBillOfTwentyThousandIsBorneByInsurerAndPatient() {
        String sent = "C,P,20000.00,,,2025-06-03,,Submitted\n";
        String decided = "C,P,20000.00,15000.00,5000.00,2025-06-03,2025-06-20,Paid\n";
        assertEquals("With payers 20000.0", split(sent, CHARGE));
        assertEquals(
                "Insurers paid 15000.0, Patient owes 5000.0", split(decided, CHARGE + INSURER));
        assertEquals(
                "Insurers paid 15000.0, Patient paid 1200.0, Patient owes 3800.0",
                split(
                        decided,
                        CHARGE + INSURER + "3,P,V,C,Payment,,1200.00,,Patient,2025-07-01\n"));
        assertEquals(
                "Insurers paid 15000.0, Patient paid 5000.0",
                split(
                        decided,
                        CHARGE + INSURER + "3,P,V,C,Payment,,5000.00,,Patient,2025-07-01\n"));
    }

    @Test
    void aPatientOwesNoMoreThanIsOpen() {
        String decided = "C,P,20000.00,15000.00,5000.00,2025-06-03,2025-06-20,Paid\n";
        // A second payer took 4,000 of the 5,000 that the first one moved to the patient.
        assertEquals(
                "Insurers paid 19000.0, Patient owes 1000.0",
                split(
                        decided,
                        CHARGE + INSURER + "3,P,V,C,Payment,,4000.00,,Insurer,2025-07-01\n"));
        // A contract takes 6,000 off; the patient's share is 2,000 of what is left.
        assertEquals(
                "Insurers paid 12000.0, Reductions 6000.0, Patient owes 2000.0",
                split(
                        "C,P,20000.00,12000.00,2000.00,2025-06-03,2025-06-20,Paid\n",
                        CHARGE
                                + "2,P,V,C,Payment,,12000.00,,Insurer,2025-06-20\n"
                                + "3,P,V,C,Adjustment,,,6000.00,,2025-06-20\n"));
    }
}
