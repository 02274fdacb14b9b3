package org.claimscope.nlq.guard;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The last look at the exact bytes before they leave: do they look like an identifier, or hold one
/// that is known here? Whatever went wrong before, such bytes stay.
public final class Door {
    /// Why bytes stay; never what was found.
    public enum Reason {
        SOCIAL_SECURITY_NUMBER,
        PHONE_NUMBER,
        EMAIL_ADDRESS,
        LONG_NUMBER,
        OLD_DATE,
        RECORD_NUMBER,
        KNOWN_NAME_OR_NUMBER
    }

    private static final int OLD_YEARS = 15;

    /// Of a date such as 1/2/1950.
    private static final int FEWEST_DIGITS = 6;

    private record Shape(Reason reason, Pattern pattern) {}

    private static final List<Shape> SHAPES =
            List.of(
                    new Shape(
                            Reason.SOCIAL_SECURITY_NUMBER,
                            Pattern.compile("(?<!\\d)\\d{3}[- .]\\d{2}[- .]\\d{4}(?!\\d)")),
                    new Shape(
                            Reason.PHONE_NUMBER,
                            Pattern.compile(
                                    "(?<!\\d)\\(?\\d{3}\\)?[-. ]{1,2}\\d{3}[-. ]\\d{4}(?!\\d)")),
                    new Shape(
                            Reason.EMAIL_ADDRESS,
                            Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,64}\\.[A-Za-z]{2,}")),
                    new Shape(
                            Reason.RECORD_NUMBER,
                            Pattern.compile("[mM][rR][nN]\\W{0,3}[A-Za-z]{0,4}\\d{2,}")),
                    new Shape(Reason.LONG_NUMBER, Pattern.compile("\\d{7,}")));

    private static final Pattern DATE =
            Pattern.compile(
                    "(?<!\\d)(?:(\\d{4})[-/]\\d{1,2}[-/]\\d{1,2}|\\d{1,2}[-/]\\d{1,2}[-/](\\d{4}))(?!\\d)");

    private final KeyedSet known;
    private final int oldest;

    /// @param known names and numbers of this workspace
    /// @param now the present year: dates long before it are dates of birth
    public Door(KeyedSet known, Year now) {
        this.known = known;
        this.oldest = now.getValue() - OLD_YEARS;
    }

    /// Why these bytes must not leave; empty when they may.
    public Optional<Reason> closedFor(byte[] bytes) {
        for (String view : Views.of(bytes)) {
            Optional<Reason> why = closedFor(view);
            if (why.isPresent()) {
                return why;
            }
        }
        return Optional.empty();
    }

    private Optional<Reason> closedFor(String text) {
        String numbers = numbers(text);
        for (Shape shape : SHAPES) {
            boolean found =
                    switch (shape.reason()) {
                        case EMAIL_ADDRESS ->
                                text.indexOf('@') >= 0 && shape.pattern().matcher(text).find();
                        case RECORD_NUMBER -> shape.pattern().matcher(text).find();
                        case SOCIAL_SECURITY_NUMBER,
                                PHONE_NUMBER,
                                LONG_NUMBER,
                                OLD_DATE,
                                KNOWN_NAME_OR_NUMBER ->
                                !numbers.isEmpty() && shape.pattern().matcher(numbers).find();
                    };
            if (found) {
                return Optional.of(shape.reason());
            }
        }
        Matcher date = DATE.matcher(numbers);
        while (date.find()) {
            String year = date.group(1) == null ? date.group(2) : date.group(1);
            if (Integer.parseInt(year) < oldest) {
                return Optional.of(Reason.OLD_DATE);
            }
        }
        return known.in(text) ? Optional.of(Reason.KNOWN_NAME_OR_NUMBER) : Optional.empty();
    }

    /// The stretches of digits and what may stand between them that are long enough to be looked
    /// at, one a line: most of a request has none.
    private static String numbers(String text) {
        var out = new StringBuilder();
        int from = -1;
        int digits = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            boolean digit = Character.isDigit(c);
            if (digit) {
                from = from < 0 ? i : from;
                digits++;
            } else if (from >= 0 && " -./()".indexOf(c) < 0) {
                if (digits >= FEWEST_DIGITS) {
                    out.append(text, from, i).append('\n');
                }
                from = -1;
                digits = 0;
            }
        }
        return out.toString();
    }

    /// The same door, with what our own fixed text holds let through.
    Door knowing(byte[] fixed) {
        var texts = new ArrayList<>(Views.of(fixed));
        return new Door(known.without(String.join("\n", texts)), Year.of(oldest + OLD_YEARS));
    }
}
