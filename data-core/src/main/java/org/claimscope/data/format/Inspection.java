package org.claimscope.data.format;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What is in a file, found by reading it once and keeping nothing: the answer of `inspect` for
/// every format. Parts that a format does not have are empty.
///
/// @param format such as `x12`, `hl7v2`, `fhir`, `csv`
/// @param resources FHIR resource type, or kind of a list of codes → how many
public record Inspection(
        String format,
        List<Transaction> transactions,
        List<Claim> claims,
        List<RemittanceClaim> remittanceClaims,
        List<Adjustment> adjustments,
        List<Message> messages,
        SortedMap<String, Long> resources,
        List<Finding> findings) {
    /// More claims, messages or findings than this are counted in a last finding, not listed.
    public static final int MOST = 100_000;

    /// An X12 transaction set.
    ///
    /// @param type ST01, such as `835`; 837 with its kind: `837P`, `837I`, `837D`
    /// @param version GS08, else ST03; null when neither is there
    public record Transaction(String type, @Nullable String version) {}

    /// A claim as it was billed (837 CLM, FHIR Claim).
    ///
    /// @param lines how many service lines
    public record Claim(String id, @Nullable BigDecimal billed, int lines) {}

    /// What a payer answered to a claim (835 CLP).
    ///
    /// @param status CLP02 as sent
    public record RemittanceClaim(
            String id,
            String status,
            @Nullable BigDecimal billed,
            @Nullable BigDecimal paid,
            @Nullable BigDecimal patientResponsibility,
            @Nullable String payerControl) {}

    /// All adjustments of one group and reason in a file (835 and 837 CAS).
    public record Adjustment(String group, String carc, long count, BigDecimal adjusted) {}

    /// An HL7 v2 message.
    ///
    /// @param type MSH-9 as sent, such as `ADT^A01`
    /// @param patientId PID-3.1 of its first repetition
    /// @param chargeCount its FT1 segments
    /// @param charged their FT1-11 (extended amounts); null when none is told
    public record Message(
            String type,
            String controlId,
            @Nullable String patientId,
            long chargeCount,
            @Nullable BigDecimal charged) {}

    /// A file that holds nothing of these.
    public static Inspection of(String format, List<Finding> findings) {
        return new Inspection(
                format,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Collections.emptySortedMap(),
                findings);
    }

    public Inspection {
        transactions = List.copyOf(transactions);
        claims = List.copyOf(claims);
        remittanceClaims = List.copyOf(remittanceClaims);
        adjustments = List.copyOf(adjustments);
        messages = List.copyOf(messages);
        findings = List.copyOf(findings);
    }
}
