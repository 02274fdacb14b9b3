package org.claimscope.nlq.parse;

import java.util.Map;
import java.util.Optional;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.Member;

/// Members that questions may name even where the data have none yet.
final class WellKnown {
    private static final Map<String, Member> ALL =
            Map.of(
                    "denied", new Member(Lexicon.CLAIM_STATUS, Lexicon.DENIED),
                    "incomplete", new Member("documentation_status", "Incomplete"));

    private WellKnown() {}

    static Optional<Member> member(String word) {
        return Optional.ofNullable(ALL.get(word));
    }
}
