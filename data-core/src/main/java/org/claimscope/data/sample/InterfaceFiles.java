package org.claimscope.data.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The story as the files of a hospital's interfaces, written as it is told, and the `feeds.yaml`
/// that takes them.
final class InterfaceFiles implements Closeable {
    private static final String FEEDS = "feeds.yaml";

    private final Path directory;
    private final List<InterfaceFile> open = new ArrayList<>();
    private final List<Teller> tellers = new ArrayList<>();
    private final StringBuilder feeds =
            new StringBuilder(
                    """
                    # The sample hospital over its interfaces. The feeds of one source share its keys.
                    profiles: []
                    feeds:
                    """);

    /// One interface of the hospital.
    private interface Teller {
        void patient(People.Patient patient) throws IOException;

        void account(Account account) throws IOException;

        /// Nothing more is told.
        default void end() throws IOException {}
    }

    InterfaceFiles(Path directory, Period period, Set<HospitalInterface> interfaces)
            throws IOException {
        this.directory = directory;
        Files.createDirectories(directory);
        boolean whole = false;
        // Where the hospital's own ledger is told, claims and remittances enter nothing there.
        String beside = interfaces.contains(HospitalInterface.HL7) ? ", takes: claims" : "";
        try {
            for (HospitalInterface each : interfaces) {
                switch (each) {
                    case HL7 -> hl7(period);
                    case X12_837 -> claims(period, beside);
                    case X12_277CA -> acknowledgements(period);
                }
            }
            feed("remittances", RemittanceFiles.name(""), beside);
            whole = true;
        } finally {
            if (!whole) {
                close();
            }
        }
    }

    private void hl7(Period period) throws IOException {
        InterfaceFile adt = file("adt", "adt.hl7", "");
        InterfaceFile dft = file("dft", "dft.hl7", "");
        var messages = new Hl7Messages(period, m -> adt.write(m.text()), m -> dft.write(m.text()));
        tellers.add(
                new Teller() {
                    @Override
                    public void patient(People.Patient patient) throws IOException {
                        messages.patient(patient);
                    }

                    @Override
                    public void account(Account account) throws IOException {
                        messages.account(account);
                    }
                });
    }

    private void claims(Period period, String beside) throws IOException {
        LocalDate made = period.anchor();
        var professional = new ClaimFile(file("professional", "claims-p.837", beside), made, false);
        var institutional =
                new ClaimFile(file("institutional", "claims-i.837", beside), made, true);
        tellers.add(
                new Teller() {
                    @Override
                    public void patient(People.Patient patient) {
                        // Claims name people where they need them.
                    }

                    @Override
                    public void account(Account account) throws IOException {
                        ClaimFile file =
                                ClaimFile.isInstitutional(account.encounter())
                                        ? institutional
                                        : professional;
                        for (Claim claim : account.sent(made)) {
                            file.add(account, claim);
                        }
                    }

                    @Override
                    public void end() throws IOException {
                        professional.end();
                        institutional.end();
                    }
                });
    }

    private void acknowledgements(Period period) throws IOException {
        LocalDate made = period.anchor();
        var answers =
                new AcknowledgementFile(
                        file("acknowledgements", "acknowledgements.277ca", ""), made);
        tellers.add(
                new Teller() {
                    @Override
                    public void patient(People.Patient patient) {
                        // Only claims are answered.
                    }

                    @Override
                    public void account(Account account) throws IOException {
                        for (Claim claim : account.sent(made)) {
                            answers.add(account.encounter(), claim);
                        }
                    }

                    @Override
                    public void end() throws IOException {
                        answers.end();
                    }
                });
    }

    private InterfaceFile file(String table, String name, String more) throws IOException {
        feed(table, name, more);
        var file = new InterfaceFile(directory.resolve(name));
        open.add(file);
        return file;
    }

    private void feed(String table, String name, String more) {
        feeds.append("  - {source: sample, table: ")
                .append(table)
                .append(", files: \"")
                .append(name)
                .append('"')
                .append(more)
                .append("}\n");
    }

    void patient(People.Patient patient) throws IOException {
        for (Teller teller : tellers) {
            teller.patient(patient);
        }
    }

    void account(Account account) {
        try {
            for (Teller teller : tellers) {
                teller.account(account);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void publish() throws IOException {
        for (Teller teller : tellers) {
            teller.end();
        }
        for (InterfaceFile file : open) {
            file.publish();
        }
        Files.writeString(directory.resolve(FEEDS), feeds);
    }

    @Override
    public void close() throws IOException {
        for (InterfaceFile file : open) {
            file.close();
        }
    }
}
