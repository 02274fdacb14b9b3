package org.claimscope.data.format.codeset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.claimscope.data.format.Finding;
import org.claimscope.data.format.Format;
import org.claimscope.data.format.Inspection;
import org.claimscope.data.format.Utf8;
import org.claimscope.data.format.codeset.TextLines.Line;
import org.claimscope.data.model.CountedRows;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection;
import org.claimscope.data.model.RowWriter;
import org.claimscope.data.progress.Cancellation;

/// Lists of codes in their publishers' own files: ICD-10-CM and ICD-10-PCS order files, HCPCS level
/// II for contractors, NCCI pairs and units. The feed's source names the edition, as the files do
/// not. Lists that are plain CSV are read under the mapping profile `code-sets`.
public final class CodeSetFormat implements Format {
    private static final int CANCEL_EVERY = 4_096;

    private record Kind(String name, Predicate<String> fits, Function<String, Layout> layout) {}

    private static final List<Kind> KINDS =
            List.of(
                    new Kind("ICD-10 order file", h -> first(h, IcdOrder.LINE), IcdOrder::new),
                    new Kind(
                            "HCPCS contractor file",
                            h -> first(h, HcpcsContractor.LINE),
                            HcpcsContractor::new),
                    new Kind(
                            "NCCI procedure pairs",
                            NcciEdits::isPairs,
                            source -> new NcciEdits(source, true)),
                    new Kind(
                            "NCCI unlikely units",
                            NcciEdits::isUnits,
                            source -> new NcciEdits(source, false)));

    private static boolean first(String head, Pattern pattern) {
        return head.lines()
                .filter(l -> !l.isBlank())
                .findFirst()
                .filter(l -> pattern.matcher(l).matches())
                .isPresent();
    }

    private static Optional<Kind> kind(byte[] head) {
        String text = new String(Utf8.head(head), StandardCharsets.ISO_8859_1);
        return KINDS.stream().filter(k -> k.fits().test(text)).findFirst();
    }

    @Override
    public String id() {
        return "codeset";
    }

    @Override
    public boolean fits(byte[] head) {
        return kind(head).isPresent();
    }

    @Override
    public String unit() {
        return "line";
    }

    @Override
    public boolean standsAlone() {
        return false;
    }

    @Override
    public boolean read(InputStream in, Reading reading) throws IOException {
        return walk(
                in,
                reading,
                new Layout.Sink() {
                    @Override
                    public void entry(long place, Entry entry) {
                        write(reading, place, entry);
                    }

                    @Override
                    public void reject(
                            Line line, String column, Rejection.Reason reason, String why) {
                        reading.rejections()
                                .accept(
                                        new Rejection(
                                                line.number(), column, reason, why, line.bytes()));
                    }
                });
    }

    private static void write(Reading reading, long place, Entry entry) {
        Entity entity = entry.entity();
        RowWriter row = reading.records().of(entity);
        var fields = new Entry.Fields(row, entity);
        fields.text("id", entry.fill(fields));
        row.endRow(place);
    }

    private static boolean walk(InputStream delivery, Reading reading, Layout.Sink to)
            throws IOException {
        var in = new BufferedInputStream(Utf8.of(delivery, reading.findings()), 1 << 16);
        in.mark(HEAD + 1);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        Optional<Kind> kind = kind(head);
        if (kind.isEmpty()) {
            return true;
        }
        Layout layout = kind.get().layout().apply(reading.source());
        var lines = new TextLines(in);
        long count = 0;
        while (lines.next()) {
            if (++count % CANCEL_EVERY == 1 && reading.cancellation().requested()) {
                return false;
            }
            Line line = lines.line();
            if (line.tooLong()) {
                to.reject(line, "", Rejection.Reason.TOO_LONG, "longer than any line of a list");
            } else if (!line.isBlank()) {
                layout.line(line, to);
            }
        }
        layout.end(to);
        return true;
    }

    @Override
    public Inspection inspect(InputStream in) throws IOException {
        var buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(HEAD + 1);
        String name = kind(buffered.readNBytes(HEAD)).map(Kind::name).orElse("unknown list");
        buffered.reset();
        var findings = new ArrayList<Finding>();
        var counts = new TreeMap<String, Long>();
        var nowhere =
                new Reading("", e -> new CountedRows(), r -> {}, findings::add, Cancellation.NONE);
        walk(
                buffered,
                nowhere,
                new Layout.Sink() {
                    @Override
                    public void entry(long place, Entry entry) {
                        counts.merge(name, 1L, Long::sum);
                    }

                    @Override
                    public void reject(
                            Line line, String column, Rejection.Reason reason, String why) {
                        if (findings.size() < Inspection.MOST) {
                            findings.add(
                                    new Finding(
                                            "rejected",
                                            "line " + line.number() + ", " + column,
                                            why));
                        }
                    }
                });
        return new Inspection(
                id(), List.of(), List.of(), List.of(), List.of(), List.of(), counts, findings);
    }

    /// The line itself, with those that its description goes on in.
    @Override
    public byte[] original(InputStream in, long place) throws IOException {
        var lines = new TextLines(new BufferedInputStream(Utf8.of(in, f -> {}), 1 << 16));
        String found = "";
        while (lines.next()) {
            Line line = lines.line();
            boolean goesOn =
                    !found.isEmpty()
                            && line.text().matches("[ A-Z0-9]{5}\\d{5}[48].*")
                            && found.startsWith(line.text().substring(0, 5));
            if (line.number() == place) {
                found = line.text();
            } else if (goesOn) {
                found = found + "\n" + line.text();
            } else if (line.number() > place) {
                break;
            }
        }
        return found.getBytes(StandardCharsets.UTF_8);
    }
}
