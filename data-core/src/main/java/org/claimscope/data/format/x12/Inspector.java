package org.claimscope.data.format.x12;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.claimscope.data.format.Finding;
import org.claimscope.data.format.Inspection;
import org.jspecify.annotations.Nullable;

/// Lists what the segments say as they were sent, whether or not they make whole records.
final class Inspector {
    private final List<Inspection.Transaction> transactions = new ArrayList<>();
    private final List<Inspection.Claim> claims = new ArrayList<>();
    private final List<Inspection.RemittanceClaim> remittanceClaims = new ArrayList<>();
    private final TreeMap<String, Sum> adjustments = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Segments one = new Segments();
    private long leftOut;

    private String type = "";
    private String version = "";
    private String kind = "";
    private boolean inClaim;
    private String claimId = "";
    private @Nullable BigDecimal billed;
    private int lines;

    /// All adjustments of one group and reason.
    private static final class Sum {
        private long count;
        private long cents;
    }

    void opened(String setType, String setVersion, long segment) {
        type = setType;
        version = setVersion;
        kind = "";
    }

    /// What the version or the content says about an 837: professional, institutional or dental.
    private static String kindOf(String version) {
        if (version.contains("X222") || version.contains("X098")) {
            return "P";
        }
        if (version.contains("X223") || version.contains("X096")) {
            return "I";
        }
        return version.contains("X224") || version.contains("X097") ? "D" : "";
    }

    void closed() {
        endClaim();
        String full = type;
        if (type.equals("837")) {
            full += kind.isEmpty() ? kindOf(version) : kind;
        }
        if (transactions.size() < Inspection.MOST) {
            transactions.add(new Inspection.Transaction(full, version.isEmpty() ? null : version));
        } else {
            leftOut++;
        }
    }

    void segment(SegmentReader r, int id) {
        switch (id) {
            case Ids.CLM -> {
                endClaim();
                inClaim = type.equals("837");
                claimId = r.text(1);
                billed = money(r, 2);
                lines = 0;
            }
            case Ids.SV1 -> line("P");
            case Ids.SV2 -> line("I");
            case Ids.SV3 -> line("D");
            case Ids.CLP -> remittance(r);
            case Ids.CAS -> adjustments(r);
            default -> {}
        }
    }

    private void line(String sentFor) {
        if (inClaim) {
            lines++;
        }
        if (kind.isEmpty() && type.equals("837")) {
            kind = sentFor;
        }
    }

    private void endClaim() {
        if (!inClaim) {
            return;
        }
        inClaim = false;
        if (claims.size() < Inspection.MOST) {
            claims.add(new Inspection.Claim(claimId, billed, lines));
        } else {
            leftOut++;
        }
    }

    private void remittance(SegmentReader r) {
        if (remittanceClaims.size() >= Inspection.MOST) {
            leftOut++;
            return;
        }
        String control = r.text(7);
        remittanceClaims.add(
                new Inspection.RemittanceClaim(
                        r.text(1),
                        r.text(2),
                        money(r, 3),
                        money(r, 4),
                        money(r, 5),
                        control.isEmpty() ? null : control));
    }

    private void adjustments(SegmentReader r) {
        one.clear();
        one.add(r);
        String group = one.text(one.element(0, 1));
        for (int e = 2; e < r.elements(); e += 3) {
            if (!one.has(0, e)) {
                continue;
            }
            long cents = one.cents(0, e + 1);
            Sum sum =
                    adjustments.computeIfAbsent(
                            group + "\t" + one.text(one.element(0, e)), k -> new Sum());
            sum.count++;
            sum.cents += cents == X12Values.UNREADABLE ? 0 : cents;
        }
    }

    private static @Nullable BigDecimal money(SegmentReader r, int element) {
        long cents = X12Values.cents(r.bytes(), Slice.of(r.from(element), r.length(element)));
        return cents == X12Values.UNREADABLE ? null : BigDecimal.valueOf(cents, 2);
    }

    void finding(Finding finding) {
        if (findings.size() < Inspection.MOST) {
            findings.add(finding);
        }
    }

    Inspection inspection() {
        if (leftOut > 0) {
            findings.add(new Finding("more", "", leftOut + " more were counted, not listed"));
        }
        var sums = new ArrayList<Inspection.Adjustment>();
        adjustments.forEach((key, sum) -> {
            int tab = key.indexOf('\t');
            sums.add(
                    new Inspection.Adjustment(
                            key.substring(0, tab),
                            key.substring(tab + 1),
                            sum.count,
                            BigDecimal.valueOf(sum.cents, 2)));
        });
        return new Inspection(
                "x12",
                transactions,
                claims,
                remittanceClaims,
                sums,
                List.of(),
                new TreeMap<>(),
                findings);
    }
}
