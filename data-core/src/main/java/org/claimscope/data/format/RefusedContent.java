package org.claimscope.data.format;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What is never taken in, whoever sends it: psychotherapy notes (45 CFR 164.501), records of
/// substance-use counselling (42 CFR Part 2), social history. One readable list of codes and words.
///
/// It is about notes and observations. A charge, claim or diagnosis says that something was done or
/// billed, not what was said; those are data of the revenue cycle and are taken.
public final class RefusedContent {
    /// LOINC codes of observations and documents, with their names.
    private static final Set<String> CODES =
            Set.of(
                    "29762-2", // Social history note
                    "8689-2", // History of social function
                    "72166-2", // Tobacco smoking status
                    "11366-2", // History of tobacco use
                    "11367-0", // History of tobacco use
                    "39240-7", // Tobacco use status
                    "11331-6", // History of alcohol use
                    "11332-4", // History of cocaine use
                    "11343-1", // History of other nonmedical drug use
                    "74013-4", // Alcoholic drinks per day
                    "11341-5", // History of occupation
                    "76689-9", // Sex assigned at birth
                    "76690-7", // Sexual orientation
                    "76691-5", // Gender identity
                    "72109-2", // Alcohol use disorder identification test (AUDIT-C)
                    "11510-5", // Psychology progress note
                    "34791-4", // Psychology consult note
                    "28627-6", // Psychiatry progress note
                    "social-history", // FHIR observation category
                    "SOCHIST");

    /// Hospital services (PV1-10) whose every note is of these kinds.
    private static final Set<String> SERVICES =
            Set.of("SUD", "PSYTHER", "PSYCHOTHERAPY", "CHEMDEP", "DETOX", "ADDICTION");

    /// Words that occur in names of such notes, in lower case.
    private static final List<String> WORDS =
            List.of(
                    "psychotherap",
                    "social history",
                    "social hx",
                    "substance use",
                    "substance abuse",
                    "substance-use",
                    "drug abuse",
                    "drug counsel",
                    "alcohol counsel",
                    "alcohol abuse",
                    "alcohol use",
                    "drug use",
                    "tobacco use",
                    "smoking status",
                    "addiction",
                    "chemical dependen",
                    "methadone",
                    "opioid treatment",
                    "detoxification",
                    "sud counsel",
                    "42 cfr");

    private RefusedContent() {}

    /// Whether a code or the name of a note or observation says that it is of these kinds.
    public static boolean names(String codeOrName) {
        if (codeOrName.isEmpty()) {
            return false;
        }
        if (CODES.contains(codeOrName)) {
            return true;
        }
        String name = codeOrName.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(name::contains);
    }

    /// Whether everything that a hospital service writes is of these kinds (PV1-10).
    public static boolean isService(String service) {
        return SERVICES.contains(service.toUpperCase(Locale.ROOT)) || names(service);
    }
}
