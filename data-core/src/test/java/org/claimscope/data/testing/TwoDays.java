package org.claimscope.data.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.Feed;
import org.claimscope.data.sync.FeedList;
import org.claimscope.data.sync.Sync;

/// Two days of one hospital's extracts, invented: on the second day some rows changed, some are
/// new, some departments are gone, and some records are bad. Same seed and size, same bytes.
public final class TwoDays {
    public static final Clock CLOCK =
            Clock.fixed(Instant.parse("2025-03-01T12:00:00Z"), ZoneOffset.UTC);

    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    private TwoDays() {}

    /// @param size how many patients; the other tables follow
    public static void writeTo(Path folder, long seed, int size) throws IOException {
        for (int day = 1; day <= 2; day++) {
            Path out = Files.createDirectories(folder.resolve("day" + day));
            Files.write(out.resolve("departments.csv"), departments(day));
            Files.write(out.resolve("patients.csv"), patients(seed, size, day));
            Files.write(out.resolve("encounters.csv"), encounters(seed, size, day));
            Files.write(out.resolve("transactions.csv"), transactions(seed, size, day));
            Files.write(out.resolve("claims.csv"), claims(seed, size, day));
        }
    }

    public static FeedList feeds() {
        return new FeedList(
                List.of(
                        feed("departments", Feed.LoadType.FULL, true),
                        feed("patients", Feed.LoadType.INCREMENTAL, false),
                        feed("encounters", Feed.LoadType.INCREMENTAL, false),
                        feed("transactions", Feed.LoadType.INCREMENTAL, false),
                        feed("claims", Feed.LoadType.FULL, false)),
                FeedList.shippedProfiles());
    }

    private static Feed feed(String table, Feed.LoadType type, boolean closeAbsent) {
        return new Feed("hos-a", table, table + ".csv", null, type, closeAbsent, null, true);
    }

    /// Both days, one after the other.
    public static List<RunEntry> sync(Workspace workspace, Path folder, Progress progress) {
        var runs = new ArrayList<RunEntry>();
        for (String day : List.of("day1", "day2")) {
            runs.addAll(
                    new Sync(workspace)
                            .run(
                                    feeds(),
                                    new FolderSource(folder.resolve(day)),
                                    false,
                                    progress,
                                    Cancellation.NONE));
        }
        return runs;
    }

    private static List<String> departments(int day) {
        var lines = new ArrayList<>(List.of("DeptID,Name"));
        for (int i = day == 1 ? 0 : 3; i < 20; i++) {
            lines.add("DEPT%03d,Department %d".formatted(i, i));
        }
        return lines;
    }

    private static List<String> patients(long seed, int size, int day) {
        var random = new Random(seed);
        var lines =
                new ArrayList<>(
                        List.of(
                                "PatientID,FirstName,LastName,MiddleName,SSN,PhoneNumber,Gender,DOB,Address,ModifiedDate"));
        for (int i = 0; i < grown(size, day); i++) {
            boolean changed = random.nextInt(10) == 0;
            int version = changed ? day : 1;
            lines.add(
                    "P%06d,%s,Last%d,M,%03d-55-%04d,555-%04d,F,1950-01-01,\"%d Elm St, Town\",%s"
                            .formatted(
                                    i,
                                    i % 400 == 399 ? "NULL" : "First" + i,
                                    i,
                                    i % 900,
                                    i % 10_000,
                                    i % 10_000,
                                    version,
                                    START.plusDays(version)));
        }
        return lines;
    }

    private static List<String> encounters(long seed, int size, int day) {
        var random = new Random(seed + 1);
        var lines =
                new ArrayList<>(
                        List.of(
                                "EncounterID,PatientID,EncounterDate,EncounterType,ProviderID,DepartmentID,ProcedureCode,InsertedDate,ModifiedDate"));
        for (int i = 0; i < grown(size, day); i++) {
            int version = random.nextInt(10) == 0 ? day : 1;
            lines.add(
                    "E%06d,P%06d,%s,Inpatient,PROV%04d,DEPT%03d,99213,2024-01-01,%s"
                            .formatted(
                                    i,
                                    random.nextInt(size),
                                    START.plusDays(i % 365),
                                    i % 30,
                                    i % 20,
                                    START.plusDays(version)));
        }
        return lines;
    }

    private static List<String> transactions(long seed, int size, int day) {
        var random = new Random(seed + 2);
        var lines =
                new ArrayList<>(
                        List.of(
                                "TransactionID,EncounterID,PatientID,ProviderID,DeptID,VisitDate,ServiceDate,PaidDate,VisitType,Amount,AmountType,PaidAmount,ClaimID,PayorID,ProcedureCode,ICDCode,LineOfBusiness,MedicaidID,MedicareID,InsertDate,ModifiedDate"));
        for (int i = 0; i < 2 * grown(size, day); i++) {
            int version = random.nextInt(10) == 0 ? day : 1;
            LocalDate date = START.plusDays(i % 365);
            String paid = i % 500 == 250 ? "n/a" : (i % 300) + ".25";
            lines.add(
                    "T%06d,E%06d,P%06d,PROV%04d,DEPT%03d,%s,%s,%s,Routine,%d.50,Medicare,%s,C%06d,PAY1,99213,I10,Commercial,MD1,MC1,2024-01-01,%s"
                            .formatted(
                                    i,
                                    i / 2,
                                    random.nextInt(size),
                                    i % 30,
                                    i % 20,
                                    date,
                                    date,
                                    date,
                                    100 * version + i % 900,
                                    paid,
                                    i / 2,
                                    START.plusDays(version)));
        }
        return lines;
    }

    private static List<String> claims(long seed, int size, int day) {
        var random = new Random(seed + 3);
        var lines =
                new ArrayList<>(
                        List.of(
                                "ClaimID,TransactionID,PatientID,EncounterID,ProviderID,DeptID,ServiceDate,ClaimDate,PayorID,ClaimAmount,PaidAmount,ClaimStatus,PayorType,Deductible,Coinsurance,Copay,InsertDate,ModifiedDate"));
        for (int i = 0; i < grown(size, day); i++) {
            int version = random.nextInt(10) == 0 ? day : 1;
            LocalDate date = START.plusDays(i % 365);
            lines.add(
                    "C%06d,T%06d,P%06d,E%06d,PROV%04d,DEPT%03d,%s,%s,Medicare,%d.00,%d.00,%s,Private,1.00,2.00,3.00,2024-01-01,%s"
                            .formatted(
                                    i,
                                    i * 2,
                                    random.nextInt(size),
                                    i,
                                    i % 30,
                                    i % 20,
                                    date,
                                    date.plusDays(3),
                                    200 + i % 500,
                                    i % 200,
                                    version == 1 ? "Pending" : "Paid",
                                    START.plusDays(version)));
        }
        return lines;
    }

    private static int grown(int size, int day) {
        return day == 1 ? size : size + size / 20;
    }
}
