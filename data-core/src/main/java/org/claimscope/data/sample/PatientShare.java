package org.claimscope.data.sample;

import org.claimscope.data.model.Money;
import org.claimscope.data.sample.Claim.Ruling;

/// How much of what a payer allows is left to the patient, and what of that is paid at the desk.
final class PatientShare {
    private static final Money OFFICE_COPAY = new Money(30_00);
    private static final Money MOST_DEDUCTIBLE = new Money(1_400_00);

    private PatientShare() {}

    static Money of(Story story, Money allowed, Draw draw) {
        Payer payer = story.encounter.payer();
        if (payer.isCommercial() && draw.chance(0.10)) {
            return least(allowed, MOST_DEDUCTIBLE);
        }
        boolean office = isOffice(story.encounter.type());
        return switch (payer) {
            case HERON, CURLEW, TERN ->
                    office
                            ? least(allowed, OFFICE_COPAY)
                            : new Rate(draw.real(0.08, 0.20)).of(allowed);
            case MEDICARE -> new Rate(draw.real(0.08, 0.18)).of(allowed);
            case PLOVER ->
                    office
                            ? least(allowed, OFFICE_COPAY)
                            : new Rate(draw.real(0.06, 0.14)).of(allowed);
            case MEDICAID -> draw.chance(0.85) ? Money.ZERO : least(allowed, new Money(4_00));
            case SELF_PAY -> allowed;
        };
    }

    static Money copay(Story story, Money patientResponsibility, Draw draw) {
        return isOffice(story.encounter.type()) && draw.chance(0.6)
                ? least(patientResponsibility, OFFICE_COPAY)
                : Money.ZERO;
    }

    /// What the share is, as the payer's 835 says it (CAS02 under group PR): 1 the deductible, 2
    /// coinsurance, 3 a copay.
    static String carc(Encounter encounter, Ruling ruling) {
        Money share = ruling.patientResponsibility();
        boolean fixed = isOffice(encounter.type()) || encounter.payer() == Payer.MEDICAID;
        if (fixed && share.compareTo(OFFICE_COPAY) <= 0) {
            return "3";
        }
        return share.equals(least(ruling.allowed(), MOST_DEDUCTIBLE)) ? "1" : "2";
    }

    private static boolean isOffice(EncounterType type) {
        return switch (type) {
            case OFFICE, TELEMEDICINE -> true;
            case INPATIENT, OUTPATIENT, EMERGENCY, SURGERY -> false;
        };
    }

    private static Money least(Money a, Money b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
