package org.claimscope.data.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.claimscope.data.model.Money;
import org.claimscope.data.sample.Codes.Diagnosis;
import org.claimscope.data.sample.Codes.Procedure;
import org.claimscope.data.sample.DirtyRows.Spoiling;
import org.claimscope.data.sample.People.Coverage;
import org.claimscope.data.sample.People.Patient;
import org.jspecify.annotations.Nullable;

/// Writes the story down as it stands at the anchor date, and beside it the truth about what was
/// planted.
final class FeedWriter {
    private final FeedFiles files;
    private final Period period;
    private final DirtyRows dirty;
    private final Documentation documentation;
    private int spikeClaims;
    private Money spikeDenied = Money.ZERO;

    FeedWriter(FeedFiles files, Period period, DirtyRows dirty, Documentation documentation) {
        this.files = files;
        this.period = period;
        this.dirty = dirty;
        this.documentation = documentation;
    }

    void reference(Roster roster) throws IOException {
        for (Facility f : Facility.ALL) {
            write(Table.FACILITIES, Arrays.asList(f.id, f.label, f.type, f.city, Facility.STATE));
        }
        for (Department d : Department.ALL) {
            write(Table.DEPARTMENTS, Arrays.asList(d.id, d.facility.id, d.label));
        }
        for (Provider p : roster.providers()) {
            write(Table.PROVIDERS, Rows.provider(p));
        }
        for (Payer p : Payer.ALL) {
            write(Table.PAYERS, Arrays.asList(p.id, p.label, p.type));
        }
        for (Diagnosis d : Codes.allDiagnoses()) {
            write(Table.DIAGNOSES, Arrays.asList(d.code(), d.label()));
        }
        for (Procedure p : Codes.allProcedures()) {
            write(Table.PROCEDURES, Arrays.asList(p.code(), p.category()));
        }
        contracts();
    }

    void patients(Roster roster) throws IOException {
        for (Patient patient : roster.patients()) {
            dirty.next();
            write(Table.PATIENTS, Rows.patient(patient));
            for (Coverage coverage : patient.coverages()) {
                if (period.hasHappened(coverage.from())) {
                    write(Table.COVERAGES, Rows.coverage(patient, coverage, period.anchor()));
                }
            }
        }
    }

    void account(Account account) throws IOException {
        LocalDate today = period.anchor();
        dirty.next();
        write(Table.ENCOUNTERS, Rows.encounter(account.encounter(), today));
        for (Documentation.Note note : documentation.of(account.encounter())) {
            if (period.hasHappened(note.written())) {
                write(Table.NOTES, Rows.note(note, today));
            }
        }
        for (Claim claim : account.sent(today)) {
            claim(account, claim);
        }
        int ordinal = 10;
        for (LedgerEntry entry : account.ledger()) {
            ordinal++;
            if (period.hasHappened(entry.postedDate())) {
                String id = "T" + account.encounter().id().substring(1) + "-" + ordinal;
                write(Table.TRANSACTIONS, Rows.entry(account, id, entry, today));
            }
        }
        for (Truth truth : Truth.visibleIn(account, today)) {
            write(Table.TRUTH, Rows.truth(truth));
        }
    }

    /// What is true of the whole and of no single record.
    void finish() throws IOException {
        if (spikeClaims > 0) {
            write(
                    Table.TRUTH,
                    Rows.truth(
                            new Truth(
                                    "R65",
                                    "payer",
                                    PayerCycle.SPIKE_PAYER.id,
                                    period.spikeMonth().atDay(1),
                                    spikeDenied,
                                    "CO-%s in %s adjudicated in %s: %d claims"
                                            .formatted(
                                                    PayerCycle.SPIKE_REASON.carc,
                                                    PayerCycle.SPIKE_DEPARTMENT.label,
                                                    period.spikeMonth(),
                                                    spikeClaims))));
        }
    }

    private void claim(Account account, Claim claim) throws IOException {
        write(Table.CLAIMS, Rows.claim(account, claim, period.anchor()));
        Claim.Denial denial = claim.denial();
        if (denial != null
                && denial.reason() == PayerCycle.SPIKE_REASON
                && account.encounter().payer() == PayerCycle.SPIKE_PAYER
                && account.encounter().department() == PayerCycle.SPIKE_DEPARTMENT
                && YearMonth.from(claim.adjudicated()).equals(period.spikeMonth())) {
            spikeClaims++;
            spikeDenied = spikeDenied.plus(denial.denied());
        }
    }

    private void contracts() throws IOException {
        for (Payer payer : Payer.ALL) {
            for (Department department : Department.ALL) {
                write(
                        Table.CONTRACTS,
                        Arrays.asList(
                                payer.id,
                                department.id,
                                BigDecimal.valueOf(payer.contractRate(department))
                                        .setScale(4, RoundingMode.HALF_UP),
                                payer.filingLimitDays));
            }
        }
    }

    private void write(Table table, List<@Nullable Object> cells) throws IOException {
        files.row(table, cells);
        var due = dirty.due(table);
        if (due.isPresent()) {
            Spoiling spoiling = due.get();
            files.row(table, dirty.spoil(cells, spoiling));
            files.row(
                    Table.TRUTH,
                    Rows.truth(
                            new Truth(
                                    "DQ",
                                    table.fileName(),
                                    Long.toString(files.lastLine(table)),
                                    null,
                                    null,
                                    spoiling.describe())));
        }
    }
}
