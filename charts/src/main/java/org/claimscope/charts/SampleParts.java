package org.claimscope.charts;

import java.util.List;
import org.claimscope.charts.shape.Bridge;
import org.claimscope.charts.shape.Categories;
import org.claimscope.charts.shape.Contributions;
import org.claimscope.charts.shape.Flow;
import org.claimscope.charts.shape.Matrix;
import org.claimscope.charts.shape.Polarity;
import org.claimscope.charts.shape.Shifts;
import org.claimscope.charts.shape.Split;
import org.claimscope.charts.shape.Stack;
import org.claimscope.charts.shape.Stages;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Unit;

/// Invented figures for the sampler's charts of parts and members, the same as on the design's
/// pictures where those have any.
final class SampleParts {
    private SampleParts() {}

    static Categories denialRates() {
        return new Categories(
                Unit.RATE,
                List.of(
                        new Categories.Item("Heron Mutual", 0.182, true),
                        new Categories.Item("Medicaid, sample", 0.135, false),
                        new Categories.Item("Curlew Health Plan", 0.121, false),
                        new Categories.Item("Plover Advantage", 0.120, false),
                        new Categories.Item("Tern Commercial", 0.108, false),
                        new Categories.Item("Medicare, sample", 0.065, false)),
                Target.atMost(0.10));
    }

    static Stack aging() {
        return new Stack(
                Unit.MONEY,
                List.of("Jan 25", "Feb", "Mar", "Apr", "May", "Jun"),
                List.of(
                        new Stack.Part(
                                "0–30 days", List.of(9.1e6, 9.3e6, 9.6e6, 9.4e6, 9.9e6, 10.2e6)),
                        new Stack.Part("31–60", List.of(4.4e6, 4.2e6, 4.5e6, 4.7e6, 4.6e6, 4.9e6)),
                        new Stack.Part("61–90", List.of(2.3e6, 2.4e6, 2.3e6, 2.5e6, 2.7e6, 2.8e6)),
                        new Stack.Part("91–120", List.of(1.5e6, 1.5e6, 1.6e6, 1.7e6, 1.7e6, 1.9e6)),
                        new Stack.Part(
                                "Over 120", List.of(2.1e6, 2.2e6, 2.2e6, 2.3e6, 2.5e6, 2.6e6))),
                true);
    }

    static Bridge whatChanged() {
        return new Bridge(
                Unit.MONEY,
                "May 2025",
                6_662_000,
                List.of(
                        new Bridge.Step("Volume of visits", 142_000, Tone.BETTER),
                        new Bridge.Step("Contract rates", 31_000, Tone.BETTER),
                        new Bridge.Step("Patient payments", 38_000, Tone.BETTER),
                        new Bridge.Step("Payer mix", -58_000, Tone.WORSE),
                        new Bridge.Step("Underpayments", -64_000, Tone.AT_RISK),
                        new Bridge.Step("Payment lag", -151_000, Tone.WORSE),
                        new Bridge.Step("Initial denials", -286_000, Tone.AT_RISK)),
                "Jun 2025",
                6_314_000);
    }

    static Flow whereClaimsWent() {
        return new Flow(
                Unit.COUNT,
                "Sent",
                List.of(
                        new Flow.Node("Settled", 0, 1_812, Tone.BETTER),
                        new Flow.Node("Denied", 0, 402, Tone.WORSE),
                        new Flow.Node("Sent again", 1, 148, Tone.NEUTRAL),
                        new Flow.Node("Appealed", 1, 121, Tone.NEUTRAL),
                        new Flow.Node("Not worked", 1, 96, Tone.NEUTRAL),
                        new Flow.Node("Written off", 1, 37, Tone.NEUTRAL),
                        new Flow.Node("Recovered", 2, 136, Tone.BETTER),
                        new Flow.Node("With the payer", 2, 112, Tone.NEUTRAL),
                        new Flow.Node("In our queue", 2, 96, Tone.WORSE),
                        new Flow.Node("Lost", 2, 58, Tone.AT_RISK)),
                List.of(
                        new Flow.Link("Denied", "Sent again", 148),
                        new Flow.Link("Denied", "Appealed", 121),
                        new Flow.Link("Denied", "Not worked", 96),
                        new Flow.Link("Denied", "Written off", 37),
                        new Flow.Link("Sent again", "Recovered", 92),
                        new Flow.Link("Sent again", "With the payer", 56),
                        new Flow.Link("Appealed", "Recovered", 44),
                        new Flow.Link("Appealed", "With the payer", 56),
                        new Flow.Link("Appealed", "Lost", 21),
                        new Flow.Link("Not worked", "In our queue", 96),
                        new Flow.Link("Written off", "Lost", 37)));
    }

    static Matrix payerByCategory() {
        return new Matrix(
                Unit.MONEY,
                List.of(
                        "Heron Mutual",
                        "Curlew Health Plan",
                        "Plover Advantage",
                        "Tern Commercial",
                        "Medicare, sample"),
                List.of("Author.", "Inform.", "Eligib.", "Med. need", "Coding"),
                List.of(
                        List.of(318e3, 151e3, 92e3, 86e3, 71e3),
                        List.of(92e3, 121e3, 58e3, 41e3, 52e3),
                        List.of(108e3, 48e3, 44e3, 73e3, 38e3),
                        List.of(61e3, 39e3, 36e3, 28e3, 34e3),
                        List.of(12e3, 41e3, 18e3, 49e3, 33e3)));
    }

    static Contributions deniedByCategory() {
        return new Contributions(
                Unit.MONEY,
                "Heron",
                List.of(
                        new Contributions.Item("Authorization", 318e3, 624e3),
                        new Contributions.Item("Information", 151e3, 431e3),
                        new Contributions.Item("Eligibility", 92e3, 338e3),
                        new Contributions.Item("Medical need", 86e3, 287e3),
                        new Contributions.Item("Coding", 71e3, 241e3),
                        new Contributions.Item("Other payer", 38e3, 142e3),
                        new Contributions.Item("Timely filing", 29e3, 118e3),
                        new Contributions.Item("Not covered", 18e3, 84e3),
                        new Contributions.Item("Provider", 9e3, 47e3)));
    }

    static Shifts denialRateShift() {
        return new Shifts(
                Unit.RATE,
                Polarity.LOWER_IS_BETTER,
                "Q4 2024",
                "Q1 2025",
                List.of(
                        new Shifts.Item("Heron Mutual", 0.124, 0.164, false),
                        new Shifts.Item("Medicaid, sample", 0.130, 0.133, false),
                        new Shifts.Item("Curlew Health Plan", 0.117, 0.116, false),
                        new Shifts.Item("Plover Advantage", 0.115, 0.111, false),
                        new Shifts.Item("Tern Commercial", 0.104, 0.104, false),
                        new Shifts.Item("Medicare, sample", 0.065, 0.064, false),
                        new Shifts.Item("All payers", 0.108, 0.116, true)));
    }

    static Split whoPays() {
        return new Split(
                Unit.MONEY,
                List.of(
                        new Split.Part("Plover Advantage paid", 1_137, Tone.NEUTRAL),
                        new Split.Part("Medicaid paid", 148, Tone.NEUTRAL),
                        new Split.Part("Reductions", 1_049.60, Tone.NEUTRAL),
                        new Split.Part("Patient paid", 40, Tone.NEUTRAL),
                        new Split.Part("Patient owes", 50.40, Tone.NEUTRAL)));
    }

    static Stages fromVisitToPayment() {
        return new Stages(
                Unit.COUNT,
                List.of(
                        new Stages.Stage("Visits", 11_204),
                        new Stages.Stage("Charged", 11_116),
                        new Stages.Stage("Billed", 10_741),
                        new Stages.Stage("Clean", 10_236),
                        new Stages.Stage("Paid first", 8_385)));
    }
}
