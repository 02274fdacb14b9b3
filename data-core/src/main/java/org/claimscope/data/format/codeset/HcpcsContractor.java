package org.claimscope.data.format.codeset;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.claimscope.data.format.codeset.TextLines.Line;
import org.claimscope.data.model.Rejection.Reason;
import org.jspecify.annotations.Nullable;

/// HCPCS level II as CMS gives it to contractors (`HCPC…_ANWEB.txt`): records of 320 columns, long
/// descriptions over several. Source: CMS, `HCPC…_recordlayout.txt`: code 1–5 (a modifier in 4–5),
/// record 11 (3 and 7 begin one, 4 and 8 go on), long description 12–91, short 92–119, added
/// 269–276, terminated 285–292, action 293.
final class HcpcsContractor implements Layout {
    static final Pattern LINE =
            Pattern.compile("(?: {3}[A-Z0-9]{2}|[A-Z0-9]{5})\\d{5}[37].{257}\\d{8}.*");

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{5}|[A-Z0-9]{2}");

    private final Edition edition;
    private @Nullable Line first;
    private final StringBuilder label = new StringBuilder();

    HcpcsContractor(String source) {
        this.edition = Edition.of(source);
    }

    @Override
    public void line(Line line, Sink to) {
        String more = Layout.columns(line.text(), 12, 91);
        switch (Layout.columns(line.text(), 11, 11)) {
            case "3", "7" -> {
                end(to);
                first = line;
                label.append(more);
            }
            case "4", "8" -> {
                Line begun = first;
                if (begun == null || !code(begun).equals(code(line))) {
                    to.reject(
                            line,
                            "record",
                            Reason.MALFORMED,
                            "it goes on with a code that the line before is not of");
                    return;
                }
                label.append(' ').append(more);
            }
            default ->
                    to.reject(line, "record", Reason.NOT_IN_LIST, "column 11 is not 3, 4, 7 or 8");
        }
    }

    private static String code(Line line) {
        return Layout.columns(line.text(), 1, 5);
    }

    @Override
    public void end(Sink to) {
        Line line = first;
        if (line == null) {
            return;
        }
        String long1 = label.toString().strip();
        first = null;
        label.setLength(0);
        String code = code(line);
        if (!CODE.matcher(code).matches()) {
            to.reject(line, "code", Reason.MALFORMED, "columns 1 to 5 hold no code");
            return;
        }
        if (long1.isEmpty()) {
            to.reject(line, "description", Reason.MISSING_VALUE, "there is no description");
            return;
        }
        LocalDate added;
        LocalDate ended;
        try {
            added = Layout.day(Layout.columns(line.text(), 269, 276));
            ended = Layout.day(Layout.columns(line.text(), 285, 292));
        } catch (DateTimeParseException e) {
            to.reject(line, "dates", Reason.NOT_A_DATE, "columns 269 to 292 hold no day");
            return;
        }
        to.entry(
                line.number(),
                new Entry.Code(
                        code.length() == 2 ? "hcpcs_modifier" : "hcpcs",
                        code,
                        long1,
                        Layout.columns(line.text(), 92, 119),
                        Layout.columns(line.text(), 293, 293),
                        edition.name(),
                        added,
                        ended));
    }
}
