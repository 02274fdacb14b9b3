package org.claimscope.data.sample;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// The sample hospital: Larkfield Hospital, Marsh Lane Clinic and Quay Surgery Center over the two
/// years up to the anchor date.
///
/// It writes CSV files as an outside sender would, one per table, the payers' remittances as X12
/// 835 (`remittances.835`), and `truth/truth.csv` beside them: which faults were planted and where.
/// The same seed, anchor and scale give the same bytes. Every person, number and sum is invented.
public final class SampleHospital {
    /// About as busy as three facilities of this kind would be.
    public static final int DEFAULT_ENCOUNTERS_PER_MONTH = 2_000;

    private static final Path SETTINGS = Path.of("truth", "sample.properties");

    private final long seed;
    private final int encountersPerMonth;
    private final Period period;
    private final Roster roster;
    private final PatientFlow flow;
    private final AccountMaker accounts;
    private final Documentation documentation;
    private final boolean sendsRemittances;

    /// @param anchor the last day of the story; nothing in the files is later
    /// @param encountersPerMonth visits a month over all three facilities, on average
    public SampleHospital(long seed, LocalDate anchor, int encountersPerMonth) {
        this(seed, anchor, encountersPerMonth, true);
    }

    private SampleHospital(
            long seed, LocalDate anchor, int encountersPerMonth, boolean sendsRemittances) {
        if (encountersPerMonth < 1) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "The sample hospital needs at least one visit a month.");
        }
        this.seed = seed;
        this.encountersPerMonth = encountersPerMonth;
        this.period = new Period(anchor);
        var randomness = new Randomness(seed);
        this.roster = new Roster(randomness, period, encountersPerMonth);
        this.flow = new PatientFlow(randomness, period, roster, encountersPerMonth);
        this.accounts = new AccountMaker(randomness, period);
        this.documentation = new Documentation(randomness);
        this.sendsRemittances = sendsRemittances;
    }

    /// The hospital whose files are in a folder.
    public static SampleHospital of(Path directory) throws IOException {
        Path file = directory.resolve(SETTINGS);
        if (!Files.isRegularFile(file)) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "The folder holds no sample hospital. Write one there before starting live"
                            + " events.");
        }
        var settings = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            settings.load(in);
            return new SampleHospital(
                    Long.parseLong(settings.getProperty("seed", "")),
                    LocalDate.parse(settings.getProperty("anchor", "")),
                    Integer.parseInt(settings.getProperty("encounters_per_month", "")),
                    // Folders of before have none, and get none.
                    settings.getProperty("remittances", "no").equals("yes"));
        } catch (DateTimeException | NumberFormatException e) {
            throw new ClaimscopeException(
                    ErrorKind.DATA, "The settings of the sample hospital cannot be read.", e);
        }
    }

    /// Writes all files.
    public void writeTo(Path directory) throws IOException {
        writeTables(directory);
        writeRemittances(directory);
    }

    /// Writes the same story as a real hospital's interfaces tell it, with the remittances and a
    /// `feeds.yaml` that takes them all. Nothing is told that the tables do not hold.
    public void writeAs(Path directory, Set<HospitalInterface> interfaces) throws IOException {
        try (var files = new InterfaceFiles(directory, period, interfaces)) {
            for (People.Patient patient : roster.patients()) {
                files.patient(patient);
            }
            try {
                tell(files::account);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            writeRemittances(directory);
            files.publish();
        }
    }

    /// Whether the remittances of a folder's tables are still to be written.
    public static boolean owesRemittances(Path directory) throws IOException {
        return !Files.exists(directory.resolve(RemittanceFiles.name("")))
                && Files.exists(directory.resolve(SETTINGS))
                && of(directory).sendsRemittances;
    }

    /// Writes the payers' remittances, and beside the truth what was planted in them
    /// (`truth/truth-remittances.csv`).
    public void writeRemittances(Path directory) throws IOException {
        var remittances = new RemittanceFiles(period.anchor(), "");
        tell(account -> Answer.to(account, period.anchor()).forEach(remittances::add));
        try (var files = new FeedFiles(directory, "-remittances")) {
            for (Truth truth : remittances.plantFaults(period.spikeMonth().atEndOfMonth())) {
                files.row(Table.TRUTH, Rows.truth(truth));
            }
            remittances.writeTo(files, "");
            files.publish();
        }
    }

    /// Writes the tables; each appears under its name only when all are complete.
    public void writeTables(Path directory) throws IOException {
        try (var files = new FeedFiles(directory, "")) {
            var writer =
                    new FeedWriter(files, period, new DirtyRows(encountersPerMonth), documentation);
            writer.reference(roster);
            writer.patients(roster);
            try {
                tell(account -> {
                    try {
                        writer.account(account);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            writer.finish();
            Files.writeString(
                    directory.resolve(SETTINGS),
                    "seed=%d\nanchor=%s\nencounters_per_month=%d\nremittances=yes\n"
                            .formatted(seed, period.anchor(), encountersPerMonth));
            files.publish();
        }
    }

    /// Tells every account to its end, one at a time.
    void tell(Consumer<Account> audience) {
        flow.visits(encounter -> audience.accept(accounts.account(encounter)));
    }

    boolean sendsRemittances() {
        return sendsRemittances;
    }

    LocalDate anchor() {
        return period.anchor();
    }

    /// Visits outside the story, by people of the story.
    PatientFlow flowWith(Randomness other) {
        return new PatientFlow(other, period, roster, encountersPerMonth);
    }
}
