package org.claimscope.data.sample;

/// Deals out the planted faults: about one visit in a hundred has one, and none has two.
///
/// Each kind falls into the stretch of time in which somebody could still be looking for it.
final class Mishaps {
    private static final int TIMELY_FILING_WARNING_DAYS = 14;

    private final Randomness randomness;
    private final Period period;

    Mishaps(Randomness randomness, Period period) {
        this.randomness = randomness;
        this.period = period;
    }

    Mishap of(Encounter encounter) {
        Draw draw = randomness.of(Randomness.Stream.MISHAP, encounter.number());
        double dealt = draw.real(0, 1);
        for (Mishap mishap : Mishap.values()) {
            dealt -= probability(mishap, encounter);
            if (dealt < 0) {
                return mishap;
            }
        }
        return Mishap.NONE;
    }

    private double probability(Mishap mishap, Encounter encounter) {
        int age = period.daysBeforeAnchor(encounter.serviceDate());
        boolean insured = encounter.payer() != Payer.SELF_PAY;
        return switch (mishap) {
            case NONE -> 0;
            case DUPLICATE_CLAIM -> insured && age >= 10 && age <= 400 ? 0.0027 : 0;
            case NEVER_CHARGED -> age >= 16 && age <= 170 ? 0.0085 : 0;
            case CHARGED_LATE -> age >= 45 && age <= 400 ? 0.0030 : 0;
            case NEVER_FILED -> insured && filingEndsSoon(encounter, age) ? 0.04 : 0;
            case UNDERPAID ->
                    switch (encounter.payer()) {
                        case HERON, PLOVER, TERN -> age >= 20 && age <= 240 ? 0.02 : 0;
                        case CURLEW, MEDICARE, MEDICAID, SELF_PAY -> 0;
                    };
            case TAKEN_BACK ->
                    encounter.payer() == Payer.TERN && age >= 70 && age <= 300 ? 0.017 : 0;
            case OVERPAID -> insured && age >= 70 && age <= 420 ? 0.0035 : 0;
        };
    }

    private static boolean filingEndsSoon(Encounter encounter, int age) {
        int daysLeft = encounter.payer().filingLimitDays - age;
        return daysLeft >= 1 && daysLeft <= TIMELY_FILING_WARNING_DAYS;
    }
}
