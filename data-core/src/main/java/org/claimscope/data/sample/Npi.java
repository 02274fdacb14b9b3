package org.claimscope.data.sample;

/// Makes provider numbers that pass the check-digit test and belong to nobody on purpose.
final class Npi {
    private static final String ISSUER = "80840";

    private Npi() {}

    /// @param nineDigits the number without its check digit; starts with 1 for a person
    static String of(int nineDigits) {
        String body = Integer.toString(nineDigits);
        int sum = 0;
        String digits = ISSUER + body;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            // Counted from the check digit that will follow, every other digit is doubled.
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return body + (10 - sum % 10) % 10;
    }
}
