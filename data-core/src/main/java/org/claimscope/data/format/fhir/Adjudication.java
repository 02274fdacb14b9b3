package org.claimscope.data.format.fhir;

import java.util.List;
import org.claimscope.data.format.Numbers;

/// The sums of an answer, by what they are. Profiles name them differently: base FHIR and CARIN by
/// one word (`submitted`, `eligible`, `benefit`), Blue Button by the variable of the claim file, of
/// which several may share a word. So the variable decides where one is told, and the word only
/// where no variable is.
enum Adjudication {
    BILLED(
            List.of("clm_tot_chrg_amt", "sbmtd_chrg_amt", "rev_cntr_tot_chrg_amt"),
            List.of("submitted")),
    ALLOWED(List.of("line_alowd_chrg_amt"), List.of("eligible")),
    PAID(
            List.of("line_nch_pmt_amt", "rev_cntr_pmt_amt_amt", "line_prvdr_pmt_amt"),
            List.of("benefit", "paidtoprovider")),
    DEDUCTIBLE(
            List.of("line_bene_ptb_ddctbl_amt", "rev_cntr_cash_ddctbl_amt"), List.of("deductible")),
    COINSURANCE(
            List.of("line_coinsrnc_amt", "rev_cntr_coinsrnc_wge_adjstd_c"), List.of("coinsurance")),
    COPAY(List.of(), List.of("copay")),
    PATIENT(List.of("rev_cntr_ptnt_rspnsblty_pmt"), List.of("memberliability", "paidbypatient"));

    private static final String VARIABLE = "/variables/";

    private final List<String> variables;
    private final List<String> words;

    Adjudication(List<String> variables, List<String> words) {
        this.variables = variables;
        this.words = words;
    }

    /// This sum among an answer's totals or a line's adjudications.
    ///
    /// @return cents, or [Numbers#UNREADABLE] when it is not told
    long among(Intake in, List<Json> amounts, String element) {
        for (String variable : variables) {
            for (Json amount : amounts) {
                if (isOf(amount, variable, true)) {
                    return in.cents(amount.child("amount"), element);
                }
            }
        }
        for (String word : words) {
            for (Json amount : amounts) {
                if (isOf(amount, word, false)) {
                    return in.cents(amount.child("amount"), element);
                }
            }
        }
        return Numbers.UNREADABLE;
    }

    private static boolean isOf(Json amount, String name, boolean variable) {
        boolean found = false;
        for (Json coding : amount.child("category").all("coding")) {
            String code = coding.text("code");
            boolean hasVariable = code.contains(VARIABLE);
            if (!variable && hasVariable) {
                return false;
            }
            found |= variable ? hasVariable && code.endsWith(name) : code.equals(name);
        }
        return found;
    }
}
