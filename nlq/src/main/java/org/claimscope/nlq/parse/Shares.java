package org.claimscope.nlq.parse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.claimscope.nlq.lexicon.Sense;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.question.Token.Kind;

/// Rates that are said as a part of a whole: "what percentage of our claims went out clean", "more
/// than 25 % of A/R is over 90 days".
final class Shares {
    private static final int LONGEST = 16;

    private static final String WHOLE =
            "(?:of )?(?:our |the |all |all our |all of our |total |your )?";
    private static final String VERB =
            "(?: (?:that|which|we|they|sits|sitting|sat|stands|standing|still|is|are|was|were|be|been|being|get|gets|got|go|goes|went|out|have|has|had|do|did|initially|first|submitted|sent|later|eventually|by payers))*";

    private static final Map<String, Pattern> RATES =
            Map.of(
                    "denial_rate",
                    of("claims?" + VERB + " (?:denied|denials?)"),
                    "clean_claim_rate",
                    of("claims?" + VERB + " clean(?: on first (?:pass|submission))?"),
                    "first_pass_yield",
                    of(
                            "claims?"
                                    + VERB
                                    + " (?:paid|resolved|adjudicated) (?:on|at|in|upon) (?:the )?first (?:pass|submission|time)"),
                    "appeal_overturn_rate",
                    of("appeals?" + VERB + " (?:overturned|won|successful|win|succeeded|succeed)"),
                    "ar_over_90_pct",
                    of(
                            "(?:ar|a r|receivables?|accounts receivable|open ar)"
                                    + VERB
                                    + "(?: aged| aging)? (?:over|older than|past|more than|greater than|above|beyond|>) 90(?: days?)?(?: old| outstanding)?"),
                    "gross_collection_rate",
                    of("(?:gross )?charges" + VERB + " (?:collected|paid)"));

    private static final Pattern SHARE =
            Pattern.compile(
                    "(?:what )?(?:share|percent|percentage|%|proportion|fraction|portion) ");

    private static final Set<String> FIRST =
            Set.of(
                    "what",
                    "how",
                    "share",
                    "percent",
                    "percentage",
                    "%",
                    "proportion",
                    "fraction",
                    "portion");

    private Shares() {}

    private static Pattern of(String part) {
        return Pattern.compile(WHOLE + part);
    }

    /// The longest such phrase that begins at a token: with the word for the share, or right after
    /// a number of percent.
    static Optional<Placed> at(List<Token> tokens, int i) {
        boolean afterPercent = i > 0 && tokens.get(i - 1).kind() == Kind.PERCENT;
        if (!afterPercent && !FIRST.contains(tokens.get(i).text())) {
            return Optional.empty();
        }
        Placed best = null;
        for (int to = i + 2; to <= Math.min(tokens.size(), i + LONGEST); to++) {
            String said =
                    tokens.subList(i, to).stream()
                            .map(Token::text)
                            .collect(Collectors.joining(" "));
            var share = SHARE.matcher(said);
            String rest = share.lookingAt() ? said.substring(share.end()) : said;
            if (!share.lookingAt() && !(afterPercent && said.startsWith("of "))) {
                continue;
            }
            for (Map.Entry<String, Pattern> rate : RATES.entrySet()) {
                if (rate.getValue().matcher(rest).matches()) {
                    best =
                            new Placed(
                                    new Span.Meant(
                                            new Sense.Measure(List.of(rate.getKey()), List.of())),
                                    i,
                                    to,
                                    0.9);
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
