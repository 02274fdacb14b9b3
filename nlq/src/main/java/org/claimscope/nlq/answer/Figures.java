package org.claimscope.nlq.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.claimscope.data.catalog.Unit;

/// Numbers in a sentence: exact money, rates to one decimal.
final class Figures {
    private Figures() {}

    static String words(BigDecimal value, Unit unit) {
        BigDecimal size = value.abs();
        String text =
                switch (unit) {
                    case MONEY ->
                            String.format(
                                    Locale.US, "$%,.2f", size.setScale(2, RoundingMode.HALF_UP));
                    case COUNT -> String.format(Locale.US, "%,d", size.longValue());
                    case RATE ->
                            String.format(
                                    Locale.US,
                                    "%.1f %%",
                                    size.movePointRight(2).setScale(1, RoundingMode.HALF_UP));
                    case DAYS ->
                            String.format(
                                    Locale.US, "%.1f days", size.setScale(1, RoundingMode.HALF_UP));
                };
        return value.signum() < 0 ? "−" + text : text;
    }
}
