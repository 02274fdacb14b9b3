package org.claimscope.data.sample;

import java.time.LocalDate;
import java.util.List;
import org.claimscope.data.model.Money;
import org.claimscope.data.sample.LedgerEntry.AdjustmentType;

/// Collects from patients: at once, in instalments, late, or not at all.
final class PatientBilling {
    private static final Money SMALL_BALANCE = new Money(8_00);
    private static final double PAID_TWICE = 0.004;

    private enum Way {
        PAYS(0.53),
        PAYS_IN_PARTS(0.22),
        PAYS_LATE(0.165),
        GIVEN_CHARITY(0.035),
        NEVER_PAYS(0.05);

        static final List<Way> ALL = List.of(values());
        final double share;

        Way(double share) {
            this.share = share;
        }

        double shareWithoutInsurance() {
            return switch (this) {
                case PAYS -> 0.20;
                case PAYS_IN_PARTS -> 0.40;
                case PAYS_LATE -> 0.16;
                case GIVEN_CHARITY -> 0.12;
                case NEVER_PAYS -> 0.12;
            };
        }
    }

    private PatientBilling() {}

    /// What the payer left to the patient.
    static void collect(Story story, Money due, LocalDate from, Draw draw) {
        if (due.compareTo(Money.ZERO) <= 0) {
            return;
        }
        if (due.compareTo(SMALL_BALANCE) < 0 && draw.chance(0.5)) {
            story.adjust(from.plusDays(60), AdjustmentType.WRITE_OFF, due, null);
            return;
        }
        follow(story, draw.weighted(Way.ALL, way -> way.share), due, from, draw);
    }

    /// A visit without insurance: the discount everybody without insurance gets, then the rest.
    static void collectWithoutInsurance(Story story, Draw draw) {
        LocalDate statement = story.readyToBill().plusDays(draw.between(3, 12));
        Money owed = story.contractAllows(story.billed());
        story.adjust(statement, AdjustmentType.CONTRACTUAL, story.billed().minus(owed), null);
        follow(story, draw.weighted(Way.ALL, Way::shareWithoutInsurance), owed, statement, draw);
    }

    private static void follow(Story story, Way way, Money due, LocalDate from, Draw draw) {
        switch (way) {
            case PAYS -> paysOnce(story, due, from.plusDays(draw.between(8, 42)), draw);
            case PAYS_IN_PARTS -> paysInParts(story, due, from, draw);
            case PAYS_LATE -> paysOnce(story, due, from.plusDays(draw.between(55, 135)), draw);
            case GIVEN_CHARITY ->
                    story.adjust(
                            from.plusDays(draw.between(25, 60)), AdjustmentType.CHARITY, due, null);
            case NEVER_PAYS ->
                    story.adjust(
                            from.plusDays(draw.between(140, 200)),
                            AdjustmentType.BAD_DEBT,
                            due,
                            null);
        }
    }

    private static void paysOnce(Story story, Money due, LocalDate day, Draw draw) {
        story.patientPays(day, due);
        if (draw.chance(PAID_TWICE)) {
            LocalDate again = day.plusDays(draw.between(1, 20));
            story.patientPays(again, due);
            story.patientPays(again.plusDays(draw.between(8, 45)), due.negated());
        }
    }

    private static void paysInParts(Story story, Money due, LocalDate from, Draw draw) {
        int parts = draw.between(3, 10);
        Money part = new Money(due.cents() / parts);
        Money left = due;
        LocalDate day = from.plusDays(draw.between(12, 30));
        for (int i = 1; i < parts; i++) {
            story.patientPays(day, part);
            left = left.minus(part);
            day = day.plusMonths(1);
        }
        story.patientPays(day, left);
    }
}
