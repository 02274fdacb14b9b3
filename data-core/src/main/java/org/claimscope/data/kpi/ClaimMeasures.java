package org.claimscope.data.kpi;

import java.util.Set;
import org.claimscope.data.catalog.DateRole;
import org.claimscope.data.catalog.Measure;
import org.claimscope.data.catalog.Measure.Amount;
import org.claimscope.data.catalog.Measure.Contribution;
import org.claimscope.data.catalog.Measure.Days;
import org.claimscope.data.catalog.Measure.Each;
import org.claimscope.data.catalog.Measure.EachPerMonth;
import org.claimscope.data.catalog.Measure.RowRule;
import org.claimscope.data.catalog.Measure.Window;
import org.claimscope.data.catalog.Population;

/// The sums over claim families, what payers decided about them, and appeals.
public final class ClaimMeasures {
    public static final Measure ADJUDICATED_CLAIMS =
            decided("adjudicated_claims", Population.ADJUDICATIONS, new Each());
    public static final Measure DENIED_CLAIMS =
            decided("denied_claims", Population.ADJUDICATIONS, new Each(), RowRule.DENIED);
    public static final Measure ZERO_PAID_CLAIMS =
            decided("zero_paid_claims", Population.ADJUDICATIONS, new Each(), RowRule.ZERO_PAID);
    public static final Measure RESOLVED_CLAIMS =
            decided("resolved_claims", Population.ADJUDICATIONS, new Each(), RowRule.RESOLVED);
    public static final Measure FIRST_PASS_ALLOWED =
            decided("first_pass_allowed", Population.ADJUDICATIONS, new Amount("allowed"));
    public static final Measure FIRST_PASS_EXPECTED =
            decided("first_pass_expected", Population.ADJUDICATIONS, new Amount("expected"));
    public static final Measure ADJUDICATED_CHARGES =
            decided("adjudicated_charges", Population.ADJUDICATIONS, new Amount("billed"));
    public static final Measure DENIED_CLAIM_CHARGES =
            decided(
                    "denied_claim_charges",
                    Population.ADJUDICATIONS,
                    new Amount("billed"),
                    RowRule.DENIED);

    public static final Measure DENIED_AMOUNT =
            decided(
                    "denied_amount",
                    Population.ADJUDICATED_LINES,
                    new Amount("denied"),
                    RowRule.DENIED);
    public static final Measure ADJUDICATED_LINE_CHARGES =
            decided("adjudicated_line_charges", Population.ADJUDICATED_LINES, new Amount("billed"));

    public static final Measure UNDERPAID_LINES =
            decided("underpaid", Population.PRICED_LINES, new Amount("underpaid"));
    public static final Measure EXPECTED_ALLOWED =
            decided(
                    "expected_allowed",
                    Population.PRICED_LINES,
                    new Amount("expected"),
                    RowRule.PRICED);
    public static final Measure PRICED_LINES =
            decided("priced_lines_count", Population.PRICED_LINES, new Each(), RowRule.PRICED);
    public static final Measure ALLOWED_LINES =
            decided("allowed_lines", Population.PRICED_LINES, new Each());

    public static final Measure ENTERED_CLAIMS = entered("entered_claims");
    public static final Measure CLEAN_CLAIMS = entered("clean_claims", RowRule.CLEAN);

    public static final Measure SENT_FAMILIES = sent("sent_families", new Each());
    public static final Measure REWORKED_FAMILIES =
            sent("reworked_families", new Each(), RowRule.REWORKED);
    public static final Measure BILLED_FAMILIES =
            sent("billed_families", new Each(), RowRule.NOT_VOIDED, RowRule.BILLED_AFTER_CARE);
    public static final Measure BILL_LAG =
            sent(
                    "bill_lag_sum",
                    new Days("bill_lag"),
                    RowRule.NOT_VOIDED,
                    RowRule.BILLED_AFTER_CARE);
    public static final Measure ACCEPTED_LAG =
            sent(
                    "accepted_lag_sum",
                    new Days("accepted_lag"),
                    RowRule.NOT_VOIDED,
                    RowRule.BILLED_AFTER_CARE);
    public static final Measure SENT_A_MONTH =
            new Measure(
                    "sent_a_month",
                    Population.SUBMISSIONS,
                    new EachPerMonth(),
                    DateRole.SUBMISSION_DATE,
                    Window.PRIOR_3_MONTHS,
                    Set.of());

    public static final Measure DAYS_TO_PAY = paid("days_to_pay_sum", new Days("payment_lag"));
    public static final Measure PAID_CLAIMS = paid("paid_claims", new Each());
    public static final Measure DAYS_TO_REMIT =
            answered("days_to_remit_sum", new Days("remit_lag"));
    public static final Measure ANSWERED_CLAIMS = answered("answered_claims", new Each());

    public static final Measure APPEAL_COUNT =
            new Measure(
                    "appeal_count",
                    Population.APPEALS,
                    new Each(),
                    DateRole.SUBMISSION_DATE,
                    Window.PERIOD,
                    Set.of());
    public static final Measure DECIDED_APPEALS =
            appeal("decided_appeals", new Each(), RowRule.DECIDED);
    public static final Measure OVERTURNED_APPEALS =
            appeal("overturned_appeals", new Each(), RowRule.DECIDED, RowRule.OVERTURNED);
    public static final Measure APPEALED =
            appeal("appealed_sum", new Amount("appealed"), RowRule.DECIDED);
    public static final Measure RECOVERED =
            appeal("recovered_sum", new Amount("recovered"), RowRule.DECIDED);
    public static final Measure RESOLUTION_LAG =
            appeal("resolution_lag_sum", new Days("resolution_lag"), RowRule.SENT_AFTER_DENIAL);
    public static final Measure RESOLVED_APPEALS =
            appeal("resolved_appeals", new Each(), RowRule.DECIDED, RowRule.SENT_AFTER_DENIAL);
    public static final Measure APPEAL_LAG =
            new Measure(
                    "appeal_lag_sum",
                    Population.APPEALS,
                    new Days("appeal_lag"),
                    DateRole.SUBMISSION_DATE,
                    Window.PERIOD,
                    Set.of(RowRule.SENT_AFTER_DENIAL));
    public static final Measure SENT_APPEALS =
            new Measure(
                    "sent_appeals",
                    Population.APPEALS,
                    new Each(),
                    DateRole.SUBMISSION_DATE,
                    Window.PERIOD,
                    Set.of(RowRule.SENT_AFTER_DENIAL));

    private ClaimMeasures() {}

    private static Measure decided(
            String id, Population population, Contribution what, RowRule... rules) {
        return new Measure(
                id, population, what, DateRole.ADJUDICATION_DATE, Window.PERIOD, Set.of(rules));
    }

    private static Measure entered(String id, RowRule... rules) {
        return new Measure(
                id,
                Population.ENTRIES,
                new Each(),
                DateRole.SUBMISSION_DATE,
                Window.PERIOD,
                Set.of(rules));
    }

    private static Measure sent(String id, Contribution what, RowRule... rules) {
        return new Measure(
                id,
                Population.SUBMISSIONS,
                what,
                DateRole.SUBMISSION_DATE,
                Window.PERIOD,
                Set.of(rules));
    }

    private static Measure paid(String id, Contribution what) {
        return new Measure(
                id,
                Population.SUBMISSIONS,
                what,
                DateRole.PAYMENT_DATE,
                Window.PERIOD,
                Set.of(RowRule.NOT_VOIDED, RowRule.PAID_AFTER_SUBMISSION));
    }

    private static Measure answered(String id, Contribution what) {
        return new Measure(
                id,
                Population.SUBMISSIONS,
                what,
                DateRole.ADJUDICATION_DATE,
                Window.PERIOD,
                Set.of(RowRule.NOT_VOIDED, RowRule.ANSWERED_AFTER_SUBMISSION));
    }

    private static Measure appeal(String id, Contribution what, RowRule... rules) {
        return new Measure(
                id,
                Population.APPEALS,
                what,
                DateRole.ADJUDICATION_DATE,
                Window.PERIOD,
                Set.of(rules));
    }
}
