package org.claimscope.data.format.x12;

/// Eligibility and status requests and their answers (270, 271, 276): no record of the model, but a
/// refusal (AAA) is a finding.
final class EligibilitySet implements TransactionSet {
    private final Findings findings;

    EligibilitySet(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void take(SegmentReader segment) {
        if (segment.id() == Ids.AAA) {
            refused(segment, findings);
        }
    }

    /// AAA03 says why: 42 the system is down, 72 the member id is wrong, 75 nobody is known by it.
    static void refused(SegmentReader segment, Findings findings) {
        String reason = segment.text(3);
        findings.add(
                reason.matches("[A-Z0-9]{1,3}") ? "aaa-" + reason : "aaa",
                segment.number(),
                "AAA03",
                "the request was refused (reject reason code of AAA03)");
    }

    @Override
    public void end(boolean whole) {}
}
