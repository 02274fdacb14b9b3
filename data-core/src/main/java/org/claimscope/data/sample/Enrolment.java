package org.claimscope.data.sample;

import java.time.LocalDate;

/// Which insurance people have: it depends on their age and on where they go.
final class Enrolment {
    private Enrolment() {}

    static Payer payer(Facility facility, LocalDate birth, LocalDate anchor, Draw draw) {
        if (birth.isBefore(anchor.minusYears(67))) {
            return draw.weighted(Payer.ALL, Enrolment::old);
        }
        if (birth.isAfter(anchor.minusYears(20))) {
            return draw.weighted(Payer.ALL, Enrolment::young);
        }
        return draw.weighted(Payer.ALL, payer -> working(payer, facility));
    }

    private static double old(Payer payer) {
        return switch (payer) {
            case MEDICARE -> 0.62;
            case PLOVER -> 0.30;
            case HERON -> 0.03;
            case TERN -> 0.03;
            case MEDICAID -> 0.02;
            case CURLEW, SELF_PAY -> 0;
        };
    }

    private static double young(Payer payer) {
        return switch (payer) {
            case MEDICAID -> 0.38;
            case HERON -> 0.27;
            case CURLEW -> 0.20;
            case TERN -> 0.13;
            case SELF_PAY -> 0.02;
            case MEDICARE, PLOVER -> 0;
        };
    }

    private static double working(Payer payer, Facility facility) {
        boolean hospital = facility == Facility.LARKFIELD;
        return switch (payer) {
            case HERON -> 0.34;
            case CURLEW -> 0.23;
            case TERN -> facility == Facility.QUAY ? 0.24 : 0.15;
            case MEDICAID -> hospital ? 0.19 : 0.10;
            case MEDICARE -> hospital ? 0.06 : 0.02;
            case PLOVER -> 0.02;
            case SELF_PAY -> hospital ? 0.035 : 0.02;
        };
    }
}
