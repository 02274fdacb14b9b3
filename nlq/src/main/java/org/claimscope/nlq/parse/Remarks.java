package org.claimscope.nlq.parse;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.claimscope.nlq.lexicon.Sense;
import org.claimscope.nlq.parse.Span.Marker;
import org.claimscope.nlq.question.Token;

/// Tells clauses that report what somebody says or does from those that ask: "clearinghouse says
/// the batch was short", "we are checking the cutover". A remark may name what the question names
/// too; one that names more leaves open whether that is asked about.
final class Remarks {
    private static final int LONGEST = 14;

    private static final String ABOUT_IT =
            "(?:wants?|needs?|would like|has|have|is waiting|are waiting|keeps? asking|is asking|are asking)"
                    + "(?: (?:to see|to know|to have|to show|to explain|a look at|for))? (?:it|this|that|them|these)";

    /// Somebody says something.
    private static final Pattern SAYING =
            Pattern.compile(
                    "(?<who>[a-z']+(?: [a-z']+){0,3}?) (?:says?|said|swears?|swore|insists?|insisted|complains?|complained|disputes?|disputed|"
                            + "(?:is|are) complaining|asked|wants it|"
                            + ABOUT_IT
                            + ")(?= |$)");

    /// Somebody does something with what is asked.
    private static final Pattern DOING =
            Pattern.compile(
                    String.join(
                            "|",
                            "(?:i|we) (?:have to|need to|must|got to|gotta) (?:explain|show|present|defend|discuss|bring|take|share) (?:it|this|that|them|these)(?: .*)?",
                            "(?:i|we) (?:see|meet) (?:the|my|our|them|him|her)(?: .*)? (?:at (?:\\d{1,2}|noon|lunch)|today|tomorrow|tonight)",
                            "(?:we are|we're|i am|i'm) (?:closing|checking|validating|testing|migrating|investigating|double checking)(?: .*)?"));

    /// A heading before the question: "external audit sample: …".
    private static final Pattern HEADING =
            Pattern.compile(
                    "(?:(?:"
                            + Requests.FUNCTION
                            + "|conversion|migration|cutover|budget|annual|yearly|monthly|weekly|quarterly|it's|it is) ){1,3}"
                            + "(?:audit|check|checks|season|review|sample|meeting|call|prep|time|planning|validation|request|question)(?: (?:sample|check|prep|again|time|review|request|question))?");

    private static final Set<String> ASKING =
            Set.of(
                    "what", "which", "how", "who", "whose", "why", "show", "list", "give",
                    "compare");

    /// Kinds of things that a team may be named after without being asked about.
    private static final Set<String> WORK =
            Set.of("denial_category", "adjustment_type", "documentation_status");

    private final String text;
    private final Function<List<Token>, List<Placed>> chart;

    /// @param text the question as it was written
    /// @param chart reads tokens as if they were the whole question
    Remarks(String text, Function<List<Token>, List<Placed>> chart) {
        this.text = text;
        this.chart = chart;
    }

    /// Whether the clause says nothing that the rest does not say.
    ///
    /// @param rest the other clauses of the question
    boolean is(List<Token> clause, List<Token> rest) {
        if (rest.isEmpty() || clause.size() > LONGEST || clause.size() < 2) {
            return false;
        }
        String said = words(clause);
        if (HEADING.matcher(said).matches()) {
            return quiet(clause, List.of());
        }
        if (DOING.matcher(said).matches()) {
            return undone(clause, 4) && quiet(clause, rest);
        }
        Matcher saying = SAYING.matcher(said);
        if (!saying.lookingAt() || ASKING.contains(clause.getFirst().text())) {
            return false;
        }
        int who = saying.group("who").split(" ").length;
        int verb = saying.group().split(" ").length;
        return subject(clause.subList(0, who), rest)
                && undone(clause, verb)
                && quiet(clause.subList(who, clause.size()), rest);
    }

    /// A clause about a team or a person that could also be a condition: "the Oakdale team wants to
    /// see it".
    boolean doubtful(List<Token> clause, List<Token> rest) {
        if (rest.isEmpty() || ASKING.contains(clause.getFirst().text())) {
            return false;
        }
        Matcher saying = SAYING.matcher(words(clause));
        return saying.lookingAt()
                && saying.group().matches(".* (?:it|this|that|them|these|says?|said|swears?)")
                && chart.apply(clause).stream()
                        .anyMatch(p -> p.span() instanceof Span.Meant(Sense.Value _));
    }

    private boolean subject(List<Token> who, List<Token> rest) {
        boolean team =
                who.size() > 1
                        && who.getLast()
                                .text()
                                .matches("team|folks|people|staff|group|guys|lead|office|desk");
        return chart.apply(who).stream()
                .allMatch(p ->
                        switch (p.span()) {
                            case Span.Quiet _, Span.Unknown _ -> true;
                            case Span.Mark(Marker m) -> m == Marker.ALL || m == Marker.WHICH;
                            case Span.Meant(Sense.Value v) ->
                                    repeated(v, rest)
                                            || (team
                                                    && v.members().stream()
                                                            .allMatch(m ->
                                                                    WORK.contains(m.dimension())));
                            case Span.Meant _ -> team && !capital(who.get(p.from()));
                            default -> false;
                        });
    }

    private boolean capital(Token t) {
        return t.from() > 0 && Character.isUpperCase(text.charAt(t.from()));
    }

    /// No deed is asked for: "they asked you to email it".
    private static boolean undone(List<Token> clause, int from) {
        return clause.stream().skip(from).noneMatch(t -> Purpose.deed(t.text()));
    }

    private boolean quiet(List<Token> clause, List<Token> rest) {
        for (int i = 0; i < clause.size(); i++) {
            Token t = clause.get(i);
            boolean clock =
                    t.isNumber()
                            && t.asInt() <= 12
                            && i > 0
                            && i == clause.size() - 1
                            && clause.get(i - 1).text().equals("at");
            boolean digits = text.substring(t.from(), t.to()).chars().anyMatch(Character::isDigit);
            if (digits && !clock) {
                return false;
            }
        }
        return chart.apply(clause).stream().allMatch(p -> quiet(p, clause, rest));
    }

    private boolean quiet(Placed p, List<Token> clause, List<Token> rest) {
        return switch (p.span()) {
            case Span.Quiet _, Span.Unknown _, Span.Change _, Span.Trend _, Span.Role _ -> true;
            case Span.Mark(Marker marker) ->
                    switch (marker) {
                        case NOT, LEFT_OUT, VERSUS, INSTEAD, REMOVE, ONLY, OR, BY -> false;
                        default -> true;
                    };
            case Span.Meant(Sense.Value v) -> repeated(v, rest);
            case Span.Meant(Sense.Measure m) -> m.implied().isEmpty() || !rest.isEmpty();
            case Span.Meant _ -> true;
            case Span.Time _ ->
                    words(clause.subList(p.from(), p.to())).matches("today|tonight|tomorrow");
            case Span.Other _ -> words(clause.subList(p.from(), p.to())).equals("explain");
            case Span.Axis _ -> HEADING.matcher(words(clause)).matches();
            default -> false;
        };
    }

    /// Whether the rest names the same.
    private boolean repeated(Sense.Value v, List<Token> rest) {
        return chart.apply(rest).stream()
                .anyMatch(p ->
                        p.span() instanceof Span.Meant(Sense.Value other)
                                && other.members().equals(v.members()));
    }

    private static String words(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining(" "));
    }
}
