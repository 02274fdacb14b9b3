package org.claimscope.nlq.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.QuestionForm;

/// Questions about one claim by its number: "why is claim C0012-2 not paid", "status of claim
/// 4711". Any other word makes it another question.
final class ClaimQuestion {
    private static final Pattern CLAIM =
            Pattern.compile(
                    "\\bclaim(?:\\s+(?:number|no\\.?|id|nr\\.?))?\\s*#?:?\\s*((?=[\\w-]*\\d)[A-Za-z0-9][\\w-]{2,39})(?![\\w-])",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern ABOUT_ONE =
            Pattern.compile(
                    "\\b(?:why|status|state|explain|happened|happening|where|show|find|open|look up|details?|paid|denied|rejected|pending|stand|going on)\\b");

    private static final Pattern REST =
            Pattern.compile(
                    "(?:why|is|was|has|have|been|isn't|wasn't|hasn't|not|the|a|of|what|what's|whats|how|to|with|on|for|in|it|this|that|my|our|us|me|please|can|could|you|tell|give|show|find|open|look|up|where|status|state|explain|explanation|happened|happening|details?|paid|unpaid|pay|denied|rejected|pending|still|yet|did|does|do|we|get|got|stand|stands|going|and|who|by|payer|reason|bill|billing|claim|details|about|hi|hello|thanks)");

    private ClaimQuestion() {}

    static Optional<QuestionForm> read(String text) {
        Matcher m = CLAIM.matcher(text);
        if (!m.find()) {
            return Optional.empty();
        }
        String rest =
                (text.substring(0, m.start()) + " " + text.substring(m.end()))
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[?!.,;:’]", " ")
                        .strip();
        boolean onlyThat =
                rest.isEmpty()
                        || List.of(rest.split("\\s+")).stream()
                                .allMatch(w -> REST.matcher(w).matches());
        boolean year = m.group(1).matches("(?:19|20)\\d\\d");
        if (!onlyThat || (year && !ABOUT_ONE.matcher(rest).find())) {
            return Optional.empty();
        }
        return Optional.of(
                QuestionForm.empty().toBuilder()
                        .dimensions(List.of("claim"))
                        .filters(List.of(Filter.is("claim", m.group(1))))
                        .build());
    }
}
