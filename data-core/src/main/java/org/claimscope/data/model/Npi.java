package org.claimscope.data.model;

/// Checks on National Provider Identifiers. Extracts hold many that fail: they are kept as text and
/// reported.
public final class Npi {
    private Npi() {}

    /// Ten digits that pass the Luhn check with the prefix 80840 (45 CFR 162.406, ISO/IEC 7812).
    public static boolean isValid(String npi) {
        if (npi.length() != 10 || !npi.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        String digits = "80840" + npi;
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int d = digits.charAt(digits.length() - 1 - i) - '0';
            if (i % 2 == 1) {
                d = d * 2 > 9 ? d * 2 - 9 : d * 2;
            }
            sum += d;
        }
        return sum % 10 == 0;
    }
}
