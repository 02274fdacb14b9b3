package org.claimscope.app.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.claimscope.data.catalog.Unit;
import org.jspecify.annotations.Nullable;

/// Numbers as people read them in a terminal: exact money, rates to one decimal, `n/a` where there
/// is none.
final class Words {
    private Words() {}

    static String value(Unit unit, @Nullable BigDecimal value) {
        if (value == null) {
            return "n/a";
        }
        String text =
                switch (unit) {
                    case MONEY ->
                            String.format(
                                    Locale.US, "%,.2f", value.setScale(2, RoundingMode.HALF_UP));
                    case COUNT -> String.format(Locale.US, "%,d", value.longValue());
                    case RATE ->
                            String.format(
                                    Locale.US,
                                    "%.1f %%",
                                    value.movePointRight(2).setScale(1, RoundingMode.HALF_UP));
                    case DAYS ->
                            String.format(
                                    Locale.US, "%.1f d", value.setScale(1, RoundingMode.HALF_UP));
                };
        return text.replace('-', '−');
    }
}
