package org.claimscope.app.feature.boards;

import java.util.ArrayList;
import java.util.List;
import org.claimscope.app.present.Filters;
import org.claimscope.charts.shape.Bridge;
import org.claimscope.charts.shape.Tone;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Population;
import org.claimscope.data.change.Change;
import org.claimscope.data.change.Change.Effect;

/// The effects of a change as the steps of a bridge: named, judged, the small members together.
///
/// @param most steps of members
record ChangeSteps(Kpi kpi, Dimension by, int most) {
    /// @param members whose rows the step opens; none for an effect that is nobody's own
    record Step(Bridge.Step shown, List<Filters.Member> members) {}

    List<Step> of(Change change) {
        var steps = new ArrayList<Step>();
        var members = new ArrayList<Effect>();
        for (Effect effect : change.effects()) {
            switch (effect.kind()) {
                case VOLUME -> steps.add(step(volume(), effect.amount()));
                case MIX -> {
                    if (change.effects().size() > 2) {
                        steps.add(step("Mix of " + Naming.plural(by), effect.amount()));
                    }
                }
                case MEMBER -> {
                    if (effect.amount() != 0) {
                        members.add(effect);
                    }
                }
                case OVERLAP -> steps.add(step("In several " + Naming.plural(by), effect.amount()));
            }
        }
        int named = members.size() <= most ? members.size() : most - 1;
        for (Effect member : members.subList(0, named)) {
            steps.add(
                    new Step(
                            shown(member.label(), member.amount()),
                            List.of(new Filters.Member(member.key(), member.label()))));
        }
        List<Effect> others = members.subList(named, members.size());
        if (!others.isEmpty()) {
            String label = others.size() + " others";
            steps.add(
                    new Step(
                            shown(label, others.stream().mapToDouble(Effect::amount).sum()),
                            others.stream()
                                    .map(e -> new Filters.Member(e.key(), e.label()))
                                    .toList()));
        }
        return steps;
    }

    private String volume() {
        return kpi.definition().numerator().population() == Population.LEDGER
                ? "Volume of visits"
                : "Volume of claims";
    }

    private Step step(String label, double amount) {
        return new Step(shown(label, amount), List.of());
    }

    private Bridge.Step shown(String label, double amount) {
        Polarity polarity = kpi.definition().polarity();
        Tone tone =
                polarity == Polarity.NEITHER || amount == 0
                        ? Tone.NEUTRAL
                        : amount > 0 == (polarity == Polarity.HIGHER_IS_BETTER)
                                ? Tone.BETTER
                                : Tone.WORSE;
        return new Bridge.Step(label, amount, tone);
    }
}
