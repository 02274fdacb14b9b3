package org.claimscope.data.sample;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// An interface of a real hospital that the sample can speak beside its remittances.
public enum HospitalInterface {
    /// Registrations and visits (ADT), and the ledger (DFT).
    HL7("hl7"),
    /// Claims, professional and institutional.
    X12_837("837"),
    /// What the clearinghouse answered to claims.
    X12_277CA("277ca");

    private final String word;

    HospitalInterface(String word) {
        this.word = word;
    }

    /// The interfaces that a list such as `hl7,837` names.
    ///
    /// @throws ClaimscopeException USER when a word names none
    public static Set<HospitalInterface> parse(String list) {
        Set<HospitalInterface> all = EnumSet.noneOf(HospitalInterface.class);
        for (String word : list.split(",", -1)) {
            String wanted = word.strip().toLowerCase(Locale.ROOT);
            all.add(
                    Arrays.stream(values())
                            .filter(i -> i.word.equals(wanted))
                            .findFirst()
                            .orElseThrow(() ->
                                    new ClaimscopeException(
                                            ErrorKind.USER,
                                            "The sample does not speak "
                                                    + word.strip()
                                                    + ". It speaks: "
                                                    + words()
                                                    + ".")));
        }
        return all;
    }

    private static String words() {
        return Arrays.stream(values()).map(i -> i.word).collect(Collectors.joining(", "));
    }
}
