package org.claimscope.data.format.codeset;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.claimscope.data.format.codeset.TextLines.Line;
import org.claimscope.data.format.csv.Sniffer;
import org.claimscope.data.model.Rejection.Reason;

/// Medicare's NCCI edits as CMS publishes them each quarter: pairs (PTP) or most units (MUE), with
/// a notice and headings over several lines before the first one. Source: CMS, NCCI edit files; PTP
/// columns are one, two, before 1996, effective, deleted, modifier indicator, rationale; MUE
/// columns are code, units, adjudication indicator, rationale.
final class NcciEdits implements Layout {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{5}");
    private static final Pattern UNITS = Pattern.compile("\\d{1,9}");

    /// Headings are no longer than that; what comes later and is no edit is told.
    private static final int MOST_HEADINGS = 10;

    private final Edition edition;
    private final boolean pairs;
    private String setting = "";
    private boolean headed;
    private boolean begun;
    private int headings;

    /// @param pairs whether it is a PTP file
    NcciEdits(String source, boolean pairs) {
        this.edition = Edition.of(source);
        this.pairs = pairs;
    }

    static boolean isPairs(String head) {
        String lower = head.toLowerCase(Locale.ROOT);
        return lower.contains("column 1")
                && lower.contains("column 2")
                && lower.contains("ptp edit");
    }

    static boolean isUnits(String head) {
        String lower = head.toLowerCase(Locale.ROOT);
        return lower.contains("mue values") && lower.contains("mue adjudication indicator");
    }

    @Override
    public void line(Line line, Sink to) {
        List<String> cells = cells(line.text());
        if (!headed) {
            String lower = line.text().toLowerCase(Locale.ROOT);
            headed = lower.contains(pairs ? "column 1" : "mue values");
            setting = pairs ? "" : setting(lower);
            return;
        }
        if (!CODE.matcher(cells.getFirst()).matches()) {
            if (!begun && headings++ < MOST_HEADINGS) {
                return;
            }
            to.reject(line, "code", Reason.MALFORMED, "the first column holds no code");
            return;
        }
        begun = true;
        if (pairs) {
            pair(line, cells, to);
        } else {
            units(line, cells, to);
        }
    }

    private static String setting(String heading) {
        if (heading.contains("practitioner")) {
            return "practitioner";
        }
        return heading.contains("dme") ? "dme" : "outpatient";
    }

    private void pair(Line line, List<String> cells, Sink to) {
        if (cells.size() < 6 || !CODE.matcher(cells.get(1)).matches()) {
            to.reject(
                    line, "column 2", Reason.COLUMN_COUNT, "it is no pair of codes with its days");
            return;
        }
        LocalDate from;
        LocalDate until;
        try {
            from = Layout.day(cells.get(3));
            until = Layout.day(cells.get(4));
        } catch (DateTimeParseException e) {
            to.reject(line, "effective date", Reason.NOT_A_DATE, "the days are no days");
            return;
        }
        if (from == null) {
            to.reject(line, "effective date", Reason.MISSING_VALUE, "there is no effective day");
            return;
        }
        to.entry(
                line.number(),
                new Entry.Edit(
                        "ptp",
                        "",
                        cells.getFirst(),
                        cells.get(1),
                        -1,
                        cells.get(5),
                        cells.size() > 6 ? cells.get(6) : "",
                        edition.name(),
                        from,
                        until));
    }

    private void units(Line line, List<String> cells, Sink to) {
        if (cells.size() < 2 || !UNITS.matcher(cells.get(1)).matches()) {
            to.reject(
                    line,
                    "MUE values",
                    Reason.NOT_A_NUMBER,
                    "the second column is no number of units");
            return;
        }
        String indicator = cells.size() > 2 ? cells.get(2) : "";
        to.entry(
                line.number(),
                new Entry.Edit(
                        "mue",
                        setting,
                        cells.getFirst(),
                        "",
                        Long.parseLong(cells.get(1)),
                        indicator.isEmpty() ? "" : indicator.substring(0, 1),
                        cells.size() > 3 ? cells.get(3) : "",
                        edition.name(),
                        edition.from(),
                        edition.to()));
    }

    /// Tabs in the text file, commas with quotes in the CSV.
    private static List<String> cells(String line) {
        return Sniffer.cells(line, line.indexOf('\t') >= 0 ? '\t' : ',');
    }

    @Override
    public void end(Sink to) {
        // Every line is whole.
    }
}
