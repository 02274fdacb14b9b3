package org.claimscope.data.model.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Claim adjustment reason codes: what a payer says when it does not pay what was charged (835
/// CAS).
///
/// Numbers are facts, the labels are our own words; the classes are those of metrics.md, "Default
/// CARC classes". A code without a class is `Unmapped`: shown, never dropped.
public final class Carc {
    /// Why, in the large.
    public enum Category {
        CONTRACTUAL("Contractual", "Contract"),
        PATIENT("Patient share", "Patient"),
        PRIOR_PAYER("Prior payer", "Prior"),
        DUPLICATE("Duplicate", "Duplicate"),
        OTHER_PAYER("Other payer", "Oth. payer"),
        ELIGIBILITY("Eligibility", "Eligib."),
        AUTHORIZATION("Authorization", "Author."),
        TIMELY_FILING("Timely filing", "Timely"),
        MEDICAL_NEED("Medical need", "Med. need"),
        CODING("Coding", "Coding"),
        INFORMATION("Information", "Inform."),
        NOT_COVERED("Not covered", "Not cov."),
        PROVIDER("Provider", "Provider"),
        UNMAPPED("Unmapped", "Unmapped");

        private final String label;
        private final String brief;

        Category(String label, String brief) {
            this.label = label;
            this.brief = brief;
        }

        public String label() {
            return label;
        }

        /// For the head of a narrow column.
        public String brief() {
            return brief;
        }
    }

    private record Reason(String label, Category category) {}

    private static final Map<String, Reason> REASONS =
            Map.ofEntries(
                    reason("1", "Deductible", Category.PATIENT),
                    reason("2", "Coinsurance", Category.PATIENT),
                    reason("3", "Copay", Category.PATIENT),
                    reason("4", "Modifier missing or not fitting", Category.CODING),
                    reason("5", "Place of service does not fit the procedure", Category.CODING),
                    reason("6", "Procedure does not fit the patient's age", Category.CODING),
                    reason("7", "Procedure does not fit the patient's sex", Category.CODING),
                    reason("8", "Procedure does not fit the provider's type", Category.CODING),
                    reason("9", "Diagnosis does not fit the patient's age", Category.CODING),
                    reason("10", "Diagnosis does not fit the patient's sex", Category.CODING),
                    reason("11", "Diagnosis does not fit the procedure", Category.CODING),
                    reason("12", "Diagnosis does not fit the provider's type", Category.CODING),
                    reason("15", "Authorization number wrong or missing", Category.AUTHORIZATION),
                    reason("16", "Information missing or wrong", Category.INFORMATION),
                    reason("18", "The same claim again", Category.DUPLICATE),
                    reason("22", "Another payer comes first", Category.OTHER_PAYER),
                    reason("23", "What a prior payer decided", Category.PRIOR_PAYER),
                    reason("24", "Covered by a capitation", Category.CONTRACTUAL),
                    reason("26", "Service before coverage began", Category.ELIGIBILITY),
                    reason("27", "Coverage ended before service", Category.ELIGIBILITY),
                    reason("29", "Filed too late", Category.TIMELY_FILING),
                    reason("31", "Patient not known to the payer", Category.ELIGIBILITY),
                    reason("32", "Dependent not eligible", Category.ELIGIBILITY),
                    reason("33", "No dependent coverage", Category.ELIGIBILITY),
                    reason("34", "No newborn coverage", Category.ELIGIBILITY),
                    reason("39", "Authorization was refused", Category.AUTHORIZATION),
                    reason("45", "Above the contracted price", Category.CONTRACTUAL),
                    reason("49", "Routine examination not covered", Category.NOT_COVERED),
                    reason("50", "Not medically necessary", Category.MEDICAL_NEED),
                    reason("55", "Held to be experimental", Category.MEDICAL_NEED),
                    reason("56", "Not proven to be effective", Category.MEDICAL_NEED),
                    reason("58", "Wrong place of service", Category.CODING),
                    reason("59", "Several procedures, reduced price", Category.CONTRACTUAL),
                    reason("60", "Outpatient service near an admission", Category.NOT_COVERED),
                    reason("94", "Above the charges", Category.CONTRACTUAL),
                    reason("96", "Not covered", Category.NOT_COVERED),
                    reason("97", "Paid within another service", Category.CODING),
                    reason("109", "Belongs to another payer", Category.OTHER_PAYER),
                    reason("119", "Benefit limit reached", Category.NOT_COVERED),
                    reason("125", "Error in the submission", Category.CODING),
                    reason("131", "Negotiated discount", Category.CONTRACTUAL),
                    reason("144", "Incentive adjustment", Category.CONTRACTUAL),
                    reason("146", "Diagnosis not valid on that day", Category.CODING),
                    reason("147", "Negotiated price expired", Category.PROVIDER),
                    reason("150", "Level of service not supported", Category.MEDICAL_NEED),
                    reason("151", "Number of services not supported", Category.MEDICAL_NEED),
                    reason("152", "Length of service not supported", Category.MEDICAL_NEED),
                    reason("167", "Diagnosis not covered", Category.MEDICAL_NEED),
                    reason("170", "Not paid to this type of provider", Category.PROVIDER),
                    reason("177", "Patient did not meet eligibility", Category.ELIGIBILITY),
                    reason("181", "Procedure not valid on that day", Category.CODING),
                    reason("182", "Modifier not valid on that day", Category.CODING),
                    reason("185", "Rendering provider not eligible", Category.PROVIDER),
                    reason("197", "Authorization absent", Category.AUTHORIZATION),
                    reason("198", "Authorization exceeded", Category.AUTHORIZATION),
                    reason("199", "Revenue code does not fit the procedure", Category.CODING),
                    reason("200", "Coverage lapsed", Category.ELIGIBILITY),
                    reason("204", "Not in the patient's plan", Category.NOT_COVERED),
                    reason("206", "NPI missing", Category.PROVIDER),
                    reason("207", "NPI not valid", Category.PROVIDER),
                    reason("208", "NPI not matched", Category.PROVIDER),
                    reason("226", "Information asked for did not come", Category.INFORMATION),
                    reason("227", "Patient did not send information", Category.INFORMATION),
                    reason("231", "Procedures exclude each other", Category.CODING),
                    reason("234", "Not paid separately", Category.CODING),
                    reason("236", "Combination not allowed that day", Category.CODING),
                    reason("237", "Legal or regulatory reduction", Category.CONTRACTUAL),
                    reason("242", "Not provided by the network", Category.PROVIDER),
                    reason("243", "Not authorized by the network", Category.AUTHORIZATION),
                    reason("252", "An attachment is needed", Category.INFORMATION),
                    reason("253", "Sequestration", Category.CONTRACTUAL),
                    reason("256", "Not payable by the contract", Category.PROVIDER),
                    reason("B7", "Provider not certified that day", Category.PROVIDER));

    private Carc() {}

    private static Map.Entry<String, Reason> reason(String code, String label, Category category) {
        return Map.entry(code, new Reason(label, category));
    }

    /// What the code means; empty for one we have no words for.
    public static Optional<String> label(String code) {
        return Optional.ofNullable(REASONS.get(code)).map(Reason::label);
    }

    /// The codes of a class, in the order of their letters; none for `UNMAPPED`.
    public static List<String> codes(Category category) {
        return REASONS.entrySet().stream()
                .filter(r -> r.getValue().category() == category)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    public static Category category(String code) {
        Reason reason = REASONS.get(code);
        return reason == null ? Category.UNMAPPED : reason.category();
    }
}
