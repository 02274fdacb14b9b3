package org.claimscope.data.model.code;

import java.util.Map;
import java.util.Optional;

/// What a payer settles beside all claims, in words (835 PLB03-1; X12 005010X221A1, data element
/// 426).
public final class ProviderAdjustmentCode {
    private static final Map<String, String> LABELS =
            Map.ofEntries(
                    Map.entry("50", "Late charge"),
                    Map.entry("51", "Interest penalty"),
                    Map.entry("72", "Authorized return"),
                    Map.entry("90", "Early payment allowance"),
                    Map.entry("AH", "Origination fee"),
                    Map.entry("AM", "Applied to borrower's account"),
                    Map.entry("AP", "Acceleration of benefits"),
                    Map.entry("B2", "Rebate"),
                    Map.entry("B3", "Recovery allowance"),
                    Map.entry("BD", "Bad debt"),
                    Map.entry("BN", "Bonus"),
                    Map.entry("C5", "Temporary allowance"),
                    Map.entry("CR", "Capitation interest"),
                    Map.entry("CS", "Adjustment"),
                    Map.entry("CT", "Capitation payment"),
                    Map.entry("CV", "Capital passthru"),
                    Map.entry("CW", "Nurse anesthetist passthru"),
                    Map.entry("DM", "Direct medical education"),
                    Map.entry("E3", "Withholding"),
                    Map.entry("FB", "Balance carried forward"),
                    Map.entry("FC", "Fund allocation"),
                    Map.entry("GO", "Graduate medical education"),
                    Map.entry("HM", "Hemophilia clotting factor"),
                    Map.entry("IP", "Incentive premium"),
                    Map.entry("IR", "Tax withholding"),
                    Map.entry("IS", "Interim settlement"),
                    Map.entry("J1", "Not reimbursable"),
                    Map.entry("L3", "Penalty"),
                    Map.entry("L6", "Interest owed"),
                    Map.entry("LE", "Levy"),
                    Map.entry("LS", "Lump sum"),
                    Map.entry("OA", "Organ acquisition"),
                    Map.entry("OB", "Offset for affiliated providers"),
                    Map.entry("PI", "Periodic interim payment"),
                    Map.entry("PL", "Final payment"),
                    Map.entry("RA", "Retroactive adjustment"),
                    Map.entry("RE", "Return on equity"),
                    Map.entry("SL", "Student loan repayment"),
                    Map.entry("TL", "Third party liability"),
                    Map.entry("WO", "Overpayment recovered"),
                    Map.entry("WU", "Recovery without a reason"));

    private ProviderAdjustmentCode() {}

    /// What the code means; empty for one we have no words for.
    public static Optional<String> label(String code) {
        return Optional.ofNullable(LABELS.get(code));
    }
}
