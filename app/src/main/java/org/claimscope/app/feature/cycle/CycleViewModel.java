package org.claimscope.app.feature.cycle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.claimscope.app.feature.cycle.CyclePage.Step;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.Figuring;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Way;
import org.claimscope.app.task.Together;
import org.claimscope.charts.shape.Boxes;
import org.claimscope.charts.shape.Distribution;
import org.claimscope.charts.shape.Stages;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;

/// Fills the revenue cycle: each step's volume, speed and quality; what is left of the claims sent;
/// how long the ways between the steps took.
record CycleViewModel(Queries queries, PageContext context) {
    /// Its denominator counts the families that were first sent in a period.
    private static final String SENT = "rework_rate";

    private static final List<String> ANSWERED = List.of("Settled", "Denied");
    private static final List<String> ACCEPTED = List.of("Settled", "Denied", "Pending");

    /// What is measured at one of the seven steps.
    record Measured(String step, List<String> measures) {}

    static final List<Measured> STEPS =
            List.of(
                    new Measured(
                            "1 Registration",
                            List.of(
                                    "encounter_count",
                                    "patient_count",
                                    "pre_registration_rate",
                                    "uninsured_conversion_rate")),
                    new Measured(
                            "2 Eligibility",
                            List.of(
                                    "insurance_verification_rate",
                                    "service_authorization_rate",
                                    "point_of_service_cash",
                                    "charity_rate")),
                    new Measured(
                            "3 Charge capture",
                            List.of(
                                    "charges",
                                    "charge_lag_days",
                                    "late_charge_rate",
                                    "dnfb_amount")),
                    new Measured(
                            "4 Claim submission",
                            List.of(
                                    "claim_count",
                                    "bill_lag_days",
                                    "clean_claim_rate",
                                    "fbns_days")),
                    new Measured(
                            "5 Payer's decision",
                            List.of(
                                    "claim_paid",
                                    "days_to_pay",
                                    "first_pass_yield",
                                    "denial_rate")),
                    new Measured(
                            "6 Denials",
                            List.of(
                                    "denied_amount",
                                    "denial_resolution_days",
                                    "rework_rate",
                                    "appeal_overturn_rate")),
                    new Measured(
                            "7 Payment",
                            List.of(
                                    "payments",
                                    "days_in_ar",
                                    "net_collection_rate",
                                    "ar_over_90_pct")));

    /// From one event to the next, and the measure whose rows have the days.
    private record Between(String name, String measure) {}

    private static final List<Between> WAYS =
            List.of(
                    new Between("Service to charge", "charge_lag_days"),
                    new Between("Discharge to claim", "bill_lag_days"),
                    new Between("Claim to first answer", "days_to_pay_first_remit"),
                    new Between("Claim to payment", "days_to_pay"),
                    new Between("Denial to resolution", "denial_resolution_days"));

    CyclePage page() {
        Filters.Period sent = context.sent();
        try (var together = new Together()) {
            var steps = new ArrayList<Supplier<Step>>();
            for (Measured step : STEPS) {
                steps.add(
                        together.begin(() ->
                                new Step(
                                        step.step(),
                                        new Figuring(queries, context).tiles(step.measures()))));
            }
            var left = together.begin(() -> left(sent));
            var days = new ArrayList<Supplier<Boxes.Row>>();
            var daysWays = new HashMap<List<String>, Way>();
            for (Between way : WAYS) {
                days.add(together.begin(() -> days(way)));
                daysWays.put(List.of(way.name()), new Way(Drill.of(way.measure()), way.name()));
            }
            return new CyclePage(
                    context.words(),
                    steps.stream().map(Supplier::get).toList(),
                    left.get(),
                    leftWays(sent),
                    sent.words(),
                    new Boxes(Unit.DAYS, days.stream().map(Supplier::get).toList(), null),
                    daysWays);
        }
    }

    private Stages left(Filters.Period sent) {
        double all = 0;
        double accepted = 0;
        double answered = 0;
        double settled = 0;
        double atFirst = 0;
        try (Frame frame =
                queries.run(
                        context.of(Drill.of(SENT).in(sent), queries.catalog())
                                .by(Dimension.FIRST_ANSWER, Dimension.DENIAL_OUTCOME))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                double families = frame.real(SENT + "_denominator", r);
                String answer = String.valueOf(frame.text("first_answer", r));
                boolean recovered = "Recovered".equals(frame.text("denial_outcome", r));
                all += families;
                accepted += ACCEPTED.contains(answer) ? families : 0;
                answered += ANSWERED.contains(answer) ? families : 0;
                settled += answer.equals("Settled") || recovered ? families : 0;
                atFirst += answer.equals("Settled") ? families : 0;
            }
        }
        return new Stages(
                Unit.COUNT,
                List.of(
                        new Stages.Stage("Sent", all),
                        new Stages.Stage("Accepted", accepted),
                        new Stages.Stage("Answered", answered),
                        new Stages.Stage("Settled", settled),
                        new Stages.Stage("At first answer", atFirst)));
    }

    /// Settled at first or after a denial is no one condition on a row, so that stage opens
    /// nothing.
    private static Map<List<String>, Way> leftWays(Filters.Period sent) {
        Drill all = Drill.of(SENT).ofDenominator().in(sent);
        return Map.of(
                List.of("Sent"), new Way(all, "Claims sent"),
                List.of("Accepted"), new Way(all.to(answers(ACCEPTED)), "Claims accepted"),
                List.of("Answered"), new Way(all.to(answers(ANSWERED)), "Claims answered"),
                List.of("At first answer"),
                        new Way(
                                all.to(answers(List.of("Settled"))),
                                "Claims settled at first answer"));
    }

    private static Filters.Cut answers(List<String> answers) {
        return new Filters.Cut("first_answer", answers.stream().map(Filters.Member::of).toList());
    }

    /// Every row's days, not only their mean. What no feed tells has none.
    private Boxes.Row days(Between way) {
        Kpi kpi = queries.catalog().kpi(way.measure());
        if (!queries.catalog().missing(kpi).isEmpty()) {
            return new Boxes.Row(way.name(), 0, null);
        }
        try (Frame rows = queries.drill(context.now(MetricQuery.of(way.measure())), false, 0)) {
            String value = rows.columns().getLast();
            var days = new ArrayList<Double>();
            for (int r = 0; r < rows.rowCount(); r++) {
                double one = rows.real(value, r);
                if (!Double.isNaN(one)) {
                    days.add(one);
                }
            }
            return Boxes.Row.of(
                    way.name(),
                    new Distribution(
                            way.name(),
                            Unit.DAYS,
                            days.stream().mapToDouble(Double::doubleValue).toArray(),
                            null));
        }
    }
}
