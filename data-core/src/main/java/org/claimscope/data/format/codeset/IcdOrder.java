package org.claimscope.data.format.codeset;

import java.util.regex.Pattern;
import org.claimscope.data.format.codeset.TextLines.Line;
import org.claimscope.data.model.Rejection.Reason;

/// The order file of ICD-10-CM and ICD-10-PCS: fixed width, headings and codes. Source: CMS,
/// `ICD10OrderFiles.pdf`: order number 1–5, code 7–13, billable 15, short title 17–76, long title
/// from 78.
final class IcdOrder implements Layout {
    static final Pattern LINE =
            Pattern.compile("\\d{5} (?=[A-Z0-9]{3,7} *)[A-Z0-9 ]{7} [01] \\S.{59} \\S.*");

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{3,7}");

    private final Edition edition;

    /// Only PCS begins with a digit, and only PCS has `001` first.
    private String system = "";

    IcdOrder(String source) {
        this.edition = Edition.ofFiscalYear(source);
    }

    @Override
    public void line(Line line, Sink to) {
        String text = line.text();
        String code = columns(text, 7, 13);
        String flag = columns(text, 15, 15);
        String label = columns(text, 78, TextLines.LONGEST);
        if (!CODE.matcher(code).matches()) {
            to.reject(line, "code", Reason.MALFORMED, "columns 7 to 13 hold no code");
            return;
        }
        if (!flag.equals("0") && !flag.equals("1")) {
            to.reject(line, "billable", Reason.NOT_IN_LIST, "column 15 is neither 0 nor 1");
            return;
        }
        if (label.isEmpty()) {
            to.reject(line, "long title", Reason.MISSING_VALUE, "there is no title from column 78");
            return;
        }
        if (system.isEmpty()) {
            system = Character.isDigit(code.charAt(0)) ? "icd10pcs" : "icd10cm";
        }
        to.entry(
                line.number(),
                new Entry.Code(
                        system,
                        code,
                        label,
                        columns(text, 17, 76),
                        flag.equals("1") ? "billable" : "heading",
                        edition.name(),
                        edition.from(),
                        edition.to()));
    }

    private static String columns(String line, int from, int to) {
        return Layout.columns(line, from, to);
    }

    @Override
    public void end(Sink to) {
        // Every line is whole.
    }
}
