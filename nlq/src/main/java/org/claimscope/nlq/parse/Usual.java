package org.claimscope.nlq.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.parse.Draft.Reading;
import org.claimscope.nlq.parse.Span.Marker;

/// What goes without saying in the field, and what cannot be said together.
final class Usual {
    private final Path path;
    private final Draft draft;
    private final ValueIndex values;

    Usual(Path path, Draft draft, ValueIndex values) {
        this.path = path;
        this.draft = draft;
        this.values = values;
    }

    /// What is meant when only members or reasons are named.
    void measure() {
        if (!draft.measures.isEmpty() || draft.listing || draft.open()) {
            return;
        }
        boolean howMuch =
                path.words().contains(" how much ")
                        || path.words().contains(" dollar")
                        || path.words().contains(" amount ");
        boolean denied =
                draft.members(Lexicon.CLAIM_STATUS).stream()
                        .anyMatch(s -> s.equalsIgnoreCase(Lexicon.DENIED));
        if (draft.filtered("denial_reason") && howMuch) {
            draft.measures.add("denied_amount");
        } else if (denied && howMuch) {
            draft.withoutMember(Lexicon.CLAIM_STATUS);
            draft.measures.add("denied_amount");
        } else if (draft.filtered(Lexicon.CLAIM_STATUS) && path.anyMark(Marker.COUNT)) {
            draft.measures.add("claim_count");
        } else if (draft.dimensions.contains("denial_reason")
                || draft.dimensions.contains("denial_category")) {
            if (howMuch) {
                draft.measures.add("denied_amount");
                return;
            }
            draft.measures.add("claim_count");
            draft.member(
                    Lexicon.CLAIM_STATUS,
                    values.spelled(Lexicon.CLAIM_STATUS, Lexicon.DENIED),
                    false);
        } else if (draft.filtered("encounter_type") && path.anyMark(Marker.COUNT)) {
            draft.measures.add("encounter_count");
        } else if (draft.filtered("adjustment_type")) {
            draft.measures.add("adjustments");
        } else if (draft.dimensions.contains("aging_bucket") || draft.filtered("aging_bucket")) {
            draft.measures.add("ar_balance");
        }
    }

    /// A claim has one status: "denied and paid" is not one.
    void contradiction() {
        draft.contradiction()
                .ifPresent(what -> {
                    throw new Refusal("The conditions on " + what + " exclude each other.");
                });
        List<String> both = List.copyOf(draft.members(Lexicon.CLAIM_STATUS));
        boolean separate =
                both.size() > 1
                        && path.anyMark(Marker.AND)
                        && !path.anyMark(Marker.OR, Marker.VERSUS, Marker.COMPARE)
                        && !draft.dimensions.contains(Lexicon.CLAIM_STATUS);
        if (separate) {
            draft.withoutMember(Lexicon.CLAIM_STATUS);
            var readings = new ArrayList<Reading>();
            both.forEach(s ->
                    readings.add(
                            new Reading(
                                    s,
                                    Optional.empty(),
                                    Optional.of(Filter.is(Lexicon.CLAIM_STATUS, s)))));
            readings.add(
                    new Reading(
                            "either " + String.join(" or ", both),
                            Optional.empty(),
                            Optional.of(Filter.members(Lexicon.CLAIM_STATUS, false, both))));
            draft.choice(String.join(" and ", both), readings);
        }
    }
}
