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
            EnumSet.complementOf(
                    EnumSet.of(
                            Population.MONTHLY_FACTS,
                            Population.APPEALS,
                            Population.REMITTANCES,
                            Population.REMITTED_ADJUSTMENTS)),
            "plan",
            "insurance plan"),
    PATIENT(Kind.MEMBER, visits(), "patient"),
    /// For listings of single claims.
    CLAIM(
            Kind.MEMBER,
            and(ofClaims(), Population.LEDGER, Population.APPEALS, Population.REMITTED_ADJUSTMENTS),
            "claim"),
    /// For listings of single visits.
    ENCOUNTER(Kind.MEMBER, visits(), "encounter", "visit", "account"),
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
    ENCOUNTER_TYPE(Kind.ATTRIBUTE, visits(), "encounter type", "visit class"),
    /// Whether the notes of the encounter are there and signed: `Complete`, `Incomplete` (a note is
    /// not signed), `Missing` (no note). Where a source sends no notes nobody knows: `(none)`.
    DOCUMENTATION_STATUS(Kind.ATTRIBUTE, visits(), "documentation status", "documentation"),
    CLAIM_STATUS(Kind.ATTRIBUTE, ofClaims(), "claim status", "status of the claim"),
    FINANCIAL_CLASS(Kind.ATTRIBUTE, EnumSet.of(Population.LEDGER), "financial class"),
    LINE_OF_BUSINESS(Kind.ATTRIBUTE, EnumSet.of(Population.LEDGER), "line of business"),
    VISIT_TYPE(Kind.ATTRIBUTE, EnumSet.of(Population.LEDGER), "visit type"),
    ADJUSTMENT_TYPE(Kind.ATTRIBUTE, EnumSet.of(Population.LEDGER), "adjustment type"),
    DENIAL_REASON(Kind.ATTRIBUTE, ofClaims(), "denial reason", "carc", "reason code"),
    /// The class of the denial reason (metrics.md, "Default CARC classes").
    DENIAL_CATEGORY(Kind.ATTRIBUTE, ofClaims(), "denial category", "reason category"),
    /// What the first payer answered a family first: `Settled` (nothing denied), `Denied`,
    /// `Pending`; `Rejected` at the front and not sent again, and `Taken back` by whoever sent it.
    FIRST_ANSWER(Kind.ATTRIBUTE, EnumSet.of(Population.SUBMISSIONS), "first answer of the payer"),
    /// What was done about the denial of a family: `Appealed`, `Sent again`, `Decided again` (the
    /// payer paid without either), `Written off`, `Not worked`; `(none)` of what was not denied.
    DENIAL_FOLLOW_UP(Kind.ATTRIBUTE, EnumSet.of(Population.SUBMISSIONS), "follow-up of the denial"),
    /// What came of the denial of a family: `Recovered`, fully or partly; `Lost`, written off;
    /// `With the payer`; `In our queue`; `(none)` of what was not denied.
    DENIAL_OUTCOME(Kind.ATTRIBUTE, EnumSet.of(Population.SUBMISSIONS), "outcome of the denial"),
    /// For listings of single payments; the trace number (835 TRN02) tells them apart.
    REMITTANCE(Kind.MEMBER, remitted(), "remittance number"),
    /// How the money was sent (835 BPR04): `ACH`, `CHK`, `NON`.
    PAYMENT_METHOD(Kind.ATTRIBUTE, EnumSet.of(Population.REMITTANCES), "payment method"),
    /// Which of the three checks of an 835 fails: `Balanced`, `Payment off`, `Claims off`, `Lines
    /// off`; the first of them where several do.
    BALANCE_STATE(Kind.ATTRIBUTE, EnumSet.of(Population.REMITTANCES), "state of balance"),
    /// Whether what a payer decided belongs to a claim that was sent, and why not.
    MATCH_STATE(Kind.ATTRIBUTE, EnumSet.of(Population.REMITTED_CLAIMS), "state of matching"),
    /// Who bears an adjustment (835 CAS01): `CO`, `PR`, `OA`, `PI`, `CR`; `PLB` beside all claims.
    ADJUSTMENT_GROUP(
            Kind.ATTRIBUTE, EnumSet.of(Population.REMITTED_ADJUSTMENTS), "adjustment group"),
    /// The CARC of an adjustment (835 CAS02), or the code of one beside all claims (PLB03-1).
    ADJUSTMENT_REASON(
            Kind.ATTRIBUTE, EnumSet.of(Population.REMITTED_ADJUSTMENTS), "adjustment reason"),
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

    /// What is about one visit, not about a payment for many.
    private static Set<Population> visits() {
        return EnumSet.complementOf(
                EnumSet.of(
                        Population.MONTHLY_FACTS,
                        Population.REMITTANCES,
                        Population.REMITTED_ADJUSTMENTS));
    }

    private static Set<Population> remitted() {
        return EnumSet.of(
                Population.REMITTANCES,
                Population.REMITTED_CLAIMS,
                Population.REMITTED_ADJUSTMENTS);
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
            case PATIENT, CLAIM, ENCOUNTER, REMITTANCE -> Sensitivity.IDENTIFIER;
            default -> Sensitivity.NONE;
        };
    }

    public static Optional<Dimension> named(String id) {
        return Arrays.stream(values())
                .filter(d -> d.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
