package org.claimscope.data.catalog;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.model.Sensitivity;

/// What numbers are split by and filtered on.
///
/// A member that a row names and no table knows is shown as `(unmatched)`, one that it does not
/// name as `(none)`: never dropped.
public enum Dimension {
    SOURCE(Kind.ATTRIBUTE, everywhere(), "source", "feed", "hospital system"),
    FACILITY(Kind.MEMBER, everywhere(), "facility", "hospital", "site", "location"),
    DEPARTMENT(Kind.MEMBER, everywhere(), "department", "unit", "ward"),
    PROVIDER(Kind.MEMBER, care(), "provider", "doctor", "physician", "clinician"),
    /// The department that the provider belongs to, which may differ from where the service was
    /// booked.
    PROVIDER_DEPARTMENT(Kind.MEMBER, care(), "provider's department"),
    SPECIALTY(Kind.ATTRIBUTE, care(), "specialty", "speciality"),
    PAYER(Kind.MEMBER, everywhere(), "payer", "payor", "insurer", "insurance"),
    PAYER_TYPE(Kind.ATTRIBUTE, everywhere(), "payer type", "payer class"),
    /// The plan that the patient had with the payer on the day of service.
    PLAN(
            Kind.ATTRIBUTE,
            EnumSet.complementOf(EnumSet.of(Population.MONTHLY_FACTS, Population.APPEALS)),
            "plan",
            "insurance plan"),
    PATIENT(Kind.MEMBER, care(), "patient"),
    /// For listings of single claims.
    CLAIM(Kind.MEMBER, and(ofClaims(), Population.LEDGER, Population.APPEALS), "claim"),
    /// For listings of single visits.
    ENCOUNTER(Kind.MEMBER, care(), "encounter", "visit", "account"),
    PROCEDURE(
            Kind.ATTRIBUTE,
            EnumSet.of(
                    Population.LEDGER,
                    Population.ENCOUNTERS,
                    Population.ADJUDICATED_LINES,
                    Population.PRICED_LINES),
            "procedure",
            "procedure code",
            "cpt",
            "hcpcs"),
    DIAGNOSIS(
            Kind.ATTRIBUTE,
            EnumSet.of(Population.LEDGER, Population.ENCOUNTERS),
            "diagnosis",
            "diagnosis code",
            "icd"),
    ENCOUNTER_TYPE(Kind.ATTRIBUTE, care(), "encounter type", "visit class"),
    /// Whether the notes of the encounter are there and signed: `Complete`, `Incomplete` (a note is
    /// not signed), `Missing` (no note). Where a source sends no notes nobody knows: `(none)`.
    DOCUMENTATION_STATUS(Kind.ATTRIBUTE, care(), "documentation status", "documentation"),
    CLAIM_STATUS(Kind.ATTRIBUTE, ofClaims(), "claim status", "status of the claim"),
    FINANCIAL_CLASS(Kind.ATTRIBUTE, EnumSet.of(Population.LEDGER), "financial class"),
    LINE_OF_BUSINESS(Kind.ATTRIBUTE, EnumSet.of(Population.LEDGER), "line of business"),
    VISIT_TYPE(Kind.ATTRIBUTE, EnumSet.of(Population.LEDGER), "visit type"),
    ADJUSTMENT_TYPE(Kind.ATTRIBUTE, EnumSet.of(Population.LEDGER), "adjustment type"),
    DENIAL_REASON(Kind.ATTRIBUTE, ofClaims(), "denial reason", "carc", "reason code"),
    /// The class of the denial reason (metrics.md, "Default CARC classes").
    DENIAL_CATEGORY(Kind.ATTRIBUTE, ofClaims(), "denial category", "reason category"),
    AGING_BUCKET(
            Kind.ATTRIBUTE, EnumSet.of(Population.ACCOUNTS), "aging bucket", "age of receivables"),
    /// Days since the account's last service.
    AR_AGE_DAYS(Kind.NUMBER, EnumSet.of(Population.ACCOUNTS), "age of A/R in days"),
    /// Days since the claim was sent; since the service when it was not.
    CLAIM_AGE_DAYS(Kind.NUMBER, ofClaims(), "age of claims in days");

    /// How a dimension's members are told apart.
    public enum Kind {
        /// A word or code: equal words are one member.
        ATTRIBUTE,
        /// A record with a key: two hospitals' members of the same name are two.
        MEMBER,
        /// A number of each row: compared, never split by.
        NUMBER
    }

    private final Kind kind;
    private final Set<Population> populations;
    private final List<String> words;

    Dimension(Kind kind, Set<Population> populations, String... words) {
        this.kind = kind;
        this.populations = populations;
        this.words = List.of(words);
    }

    private static Set<Population> everywhere() {
        return EnumSet.allOf(Population.class);
    }

    /// What is about somebody's care, not about a month as a whole.
    private static Set<Population> care() {
        return EnumSet.complementOf(EnumSet.of(Population.MONTHLY_FACTS));
    }

    private static Set<Population> ofClaims() {
        Set<Population> all = EnumSet.allOf(Population.class);
        all.removeIf(p -> !p.ofClaims());
        return all;
    }

    private static Set<Population> and(Set<Population> some, Population... more) {
        some.addAll(List.of(more));
        return some;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Kind kind() {
        return kind;
    }

    /// The label first, then what else people say.
    public List<String> words() {
        return words;
    }

    /// Whether rows of this population can be split by it.
    public boolean splits(Population population) {
        return populations.contains(population);
    }

    public Sensitivity sensitivity() {
        return switch (this) {
            case PATIENT, CLAIM, ENCOUNTER -> Sensitivity.IDENTIFIER;
            default -> Sensitivity.NONE;
        };
    }

    public static Optional<Dimension> named(String id) {
        return Arrays.stream(values())
                .filter(d -> d.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
