package org.claimscope.data.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.sample.Claim.Ruling;

/// What happens at the sample hospital after its anchor date, delivered as small files while
/// somebody watches.
///
/// Two kinds of events: a new visit with its charges, and a payer's answer to a claim that was
/// pending at the anchor. Each call writes one complete file per table
/// (`encounters-live-000001.csv` and so on); payments are posted as the money comes, and the
/// remittances (835) of all answers since the last ones come in runs, as clearinghouses send them
/// (`remittances-live-000040.835`). The folder is the only memory: numbers continue after the
/// highest one found there, a claim answered in an earlier file is not answered again, and its
/// remittance still comes. The same seed, day, folder and count give the same bytes.
public final class SampleLive {
    private static final Pattern LIVE_FILE = Pattern.compile("(\\w+)-live-(\\d{6})\\.(csv|835)");
    private static final double IS_VISIT = 0.45;
    private static final int MOST_EVENTS = 9_000;

    /// After so many deliveries a run of remittances comes with one.
    static final int RUN = 40;

    private final Randomness randomness;
    private final Clock clock;
    private final Path directory;
    private final SampleHospital hospital;
    private final LiveEvents events;
    private final boolean sendsRemittances;
    private final Deque<Account> waiting = new ArrayDeque<>();

    /// What no remittance has told yet.
    private final List<Answer> untold = new ArrayList<>();

    private int sequence;

    /// @param seed of the live events; the hospital's own seed is read from the folder
    /// @param clock says which day is today; days before the anchor count as the anchor
    /// @param feedDirectory the folder that {@link SampleHospital#writeTo} has filled
    public SampleLive(long seed, Clock clock, Path feedDirectory) throws IOException {
        this.randomness = new Randomness(seed);
        this.clock = clock;
        this.directory = feedDirectory;
        this.hospital = SampleHospital.of(feedDirectory);
        this.events = new LiveEvents(hospital.flowWith(randomness), randomness);
        // A folder of before sends none: with the first one all its denials would be gone.
        this.sendsRemittances = hospital.sendsRemittances();
        Map<String, LocalDate> answered = new HashMap<>();
        Set<String> told = new HashSet<>();
        for (Path file : liveFiles()) {
            Matcher name = LIVE_FILE.matcher(file.getFileName().toString());
            if (name.matches()) {
                sequence = Math.max(sequence, Integer.parseInt(name.group(2)));
                if (name.group(1).equals(Table.CLAIMS.path)) {
                    addAnswered(file, answered);
                } else if (name.group(3).equals("835")) {
                    addTold(file, told);
                }
            }
        }
        sort(answered, told);
    }

    /// Writes one delivery of so many events, at least one of them a visit.
    ///
    /// @return the new file of ledger rows
    public Path appendEvents(int count) throws IOException {
        if (count < 1 || count > MOST_EVENTS) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "A delivery holds 1 to " + MOST_EVENTS + " events.");
        }
        sequence++;
        Draw draw = randomness.of(Randomness.Stream.LIVE, sequence);
        LocalDate today = today();
        String suffix = "-live-%06d".formatted(sequence);
        try (var files = new FeedFiles(directory, suffix)) {
            int transactions = 0;
            for (int event = 1; event <= count; event++) {
                boolean visit = event == 1 || waiting.isEmpty() || draw.chance(IS_VISIT);
                LiveEvents.Happened happened =
                        visit
                                ? events.visit(sequence, event, today, draw)
                                : events.answer(waiting.remove(), hospital.anchor(), today);
                transactions = write(files, happened, transactions, today);
                Claim answered = happened.claim();
                if (answered != null && !happened.isVisit()) {
                    untold.add(answer(happened, answered));
                }
            }
            boolean run = sendsRemittances && sequence % RUN == 0;
            if (run) {
                var remittances = new RemittanceFiles(today, "L%06d".formatted(sequence));
                untold.forEach(remittances::add);
                remittances.writeTo(files, suffix);
            }
            files.publish();
            if (run) {
                untold.clear();
            }
            return files.file(Table.TRANSACTIONS);
        }
    }

    private int write(FeedFiles files, LiveEvents.Happened happened, int written, LocalDate today)
            throws IOException {
        Account account = happened.account();
        if (happened.isVisit()) {
            files.row(Table.ENCOUNTERS, Rows.encounter(account.encounter(), today));
        }
        if (happened.claim() != null) {
            files.row(Table.CLAIMS, Rows.claim(account, happened.claim(), today));
        }
        int transactions = written;
        for (LedgerEntry entry : happened.entries()) {
            transactions++;
            String id = "T-L%06d-%05d".formatted(sequence, transactions);
            files.row(Table.TRANSACTIONS, Rows.entry(account, id, entry, today));
        }
        return transactions;
    }

    private LocalDate today() {
        LocalDate today = LocalDate.now(clock);
        return today.isBefore(hospital.anchor()) ? hospital.anchor() : today;
    }

    private List<Path> liveFiles() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private static Answer answer(LiveEvents.Happened happened, Claim answered) {
        Ruling ruling = answered.rulings().getFirst();
        return new Answer(
                happened.account(), answered, ruling.on(), ruling, answered.denial(), false);
    }

    /// The claims of a file that were answered, with the day.
    private static void addAnswered(Path claims, Map<String, LocalDate> to) throws IOException {
        List<String> rows = Files.readAllLines(claims);
        int day = List.of(rows.getFirst().split(",")).indexOf("adjudicated_date");
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            if (!cells[day].isEmpty()) {
                to.put(cells[0], LocalDate.parse(cells[day]));
            }
        }
    }

    private static void addTold(Path remittances, Set<String> to) throws IOException {
        for (String segment : Files.readAllLines(remittances)) {
            if (segment.startsWith("CLP*")) {
                to.add(segment.split("\\*")[1]);
            }
        }
    }

    /// The accounts whose claim waited for a first answer at the anchor: those that still wait, the
    /// next due first, and those whose answer no remittance has told.
    private void sort(Map<String, LocalDate> answered, Set<String> told) {
        LocalDate anchor = hospital.anchor();
        var found = new ArrayList<Account>();
        hospital.tell(account ->
                account.currentClaim(anchor)
                        .filter(claim -> claim.statusOn(anchor) == Claim.Status.PENDING)
                        .filter(claim -> !claim.rulings().isEmpty())
                        .filter(claim -> !told.contains(claim.id()))
                        .ifPresent(_ -> found.add(account)));
        found.sort(
                Comparator.comparing(
                        account -> account.currentClaim(anchor).orElseThrow().adjudicated()));
        for (Account account : found) {
            LocalDate on = answered.get(account.currentClaim(anchor).orElseThrow().id());
            if (on == null) {
                waiting.add(account);
            } else {
                LiveEvents.Happened happened = events.answer(account, anchor, on);
                untold.add(answer(happened, Objects.requireNonNull(happened.claim())));
            }
        }
    }
}
