package org.claimscope.nlq.parse;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.claimscope.nlq.lexicon.Sense;
import org.claimscope.nlq.parse.Span.Marker;
import org.claimscope.nlq.question.Token;

/// Tells what somebody states beside the question, in whatever words: "slide 6 is still empty", "I
/// keep hearing that it ran hot", "…, because 2024 was distorted by the conversion", "…, so that
/// the policy may be offered to them".
///
/// A statement is a subject with a verb of its own, and a reason one behind "because" or "so that".
/// What it says cannot narrow what is asked: one that could ("they must be older than …", "only …",
/// "I mean …", "I also need …", a member that is named nowhere else) is none, and its words stay in
/// the question, to be understood or asked about.
final class Statements {
    private static final int LONGEST = 26;

    private static final String NOUN =
            "(?:(?:my|our|the|his|her|your|a|an|that|this) )[a-z'-]+(?: (?!is |are |was |were )[a-z'-]+){0,3}?";

    private static final String VERB =
            "(?:am|is|are|was|were|isn't|aren't|wasn't|weren't|will|won't|would|wouldn't|can|can't|cannot|could|couldn't|may|might|must"
                    + "|should|has|have|had|hasn't|haven't|do|does|did|don't|doesn't|didn't|needs?|wants?|thinks?|thought|knows?|knew|keeps?|kept"
                    + "|runs?|ran|asked|asks|said|says|told|hopes?|calls?|feels?|felt|looks?|seems?|made|makes?|gets?|got|uses?|goes|went|go"
                    + "|sits?|sat|matters|promised|owes?|suspects?|doubt|believes?|heard|hear|read|saw|met|meets?|noticed|signs?|start|starts|begins?"
                    + "|closed|closes|ends|lands|looks|walk|present|presents|leave|leaves|report|plan|plans|lose|love|hate|wonder|decide)";

    /// A pronoun with its verb: "I'm", "it's", "we'll".
    private static final String SHORT =
            "(?:i|we|you|he|she|they|it|that|there|this)'(?:m|s|re|ll|ve|d)";

    private static final String SUBJECT =
            "(?:i|we|he|she|somebody|someone|nobody|everybody|everyone|nothing|" + NOUN + ")";

    private static final String STATED =
            "(?:(?:"
                    + SUBJECT
                    + "|it|that|this|there) (?:[a-z]+ly |still |just |also |never |all )?"
                    + VERB
                    + "|"
                    + SHORT
                    + ")(?= |$)";

    private static final Pattern OWN =
            Pattern.compile(
                    "(?:(?:and|but|so|sorry|well|oh|um|honestly|frankly|apparently|for some reason) )*(?:"
                            + STATED
                            + "|[a-z]+ \\d{1,2} (?:is|was|has)(?= |$)|(?:those|these|they) (?:are|were) the ones (?:i|we)(?= |$))");

    private static final Pattern REASON =
            Pattern.compile(
                    "(?:(?:because|as|since|so that|so|given that|in order that|now that|before|after|once|until|while) (?:"
                            + STATED
                            + "|(?!of )[a-z]+ (?:was|were|is|are|has|have|must|will|can)(?= |$)"
                            + "|\\d{4} (?:was|is)(?= |$)"
                            + ")"
                            + "|(?:so that|in order that|in order to|so as to|for (?:the )?(?:inclusion|use|submission|filing|presentation) (?:in|to|with|at|by)|for (?:the )?purposes? of|(?:to be|being|as) (?:laid|put|tabled|presented|filed|discussed|requested|required))(?= ))");

    /// "It must be …", "these should only …": said of what is asked for.
    private static final Pattern NARROWING =
            Pattern.compile(
                    "(?:it|that|this|they|these|those|there) (?:must|should|has to|have to|needs? to|can only|cannot)(?: .*)?"
                            + "|(?:.* )?(?:i|we) (?:also |just |really )?mean(?: .*)?|(?:.* )?(?:meaning|namely|specifically|i e)(?: .*)?"
                            + "|(?:.* )?(?:i|we|i'd|we'd|i'll|we'll)(?: [a-z]+){0,2} (?:need|want|require|like|prefer|wish|request|ask for|see|have|get)(?! (?:to|it|this|that|them|these|those|nothing)(?: |$)).*"
                            + "|(?:.* )?(?:the|those|these|ones|any|all) (?:ones )?(?:which|who|that|whose) .*");

    private static final Set<String> ASKING =
            Set.of("what", "which", "how", "who", "whose", "why", "where", "when", "show", "list");

    private final String text;
    private final Function<List<Token>, List<Placed>> chart;

    /// @param chart reads tokens as if they were the whole question
    Statements(String text, Function<List<Token>, List<Placed>> chart) {
        this.text = text;
        this.chart = chart;
    }

    /// Whether a clause states something beside the question, which is in the rest.
    boolean own(List<Token> clause, List<Token> rest) {
        String said = words(clause);
        return fits(clause, rest)
                && OWN.matcher(said).lookingAt()
                && !NARROWING.matcher(said).matches()
                && clause.stream().noneMatch(t -> Purpose.deed(t.text()))
                && chart.apply(clause).stream().allMatch(p -> silent(p, clause, rest, false));
    }

    /// Whether words tell why something is asked. A reason may speak of what can be measured, and
    /// of times: it narrows nothing.
    boolean reason(List<Token> clause, List<Token> rest) {
        String said = words(clause);
        return fits(clause, rest)
                && REASON.matcher(said).lookingAt()
                && clause.stream().skip(2).noneMatch(t -> Purpose.deed(t.text()))
                && chart.apply(clause).stream().allMatch(p -> silent(p, clause, rest, true));
    }

    private boolean fits(List<Token> clause, List<Token> rest) {
        return clause.size() > 2
                && clause.size() <= LONGEST
                && !ASKING.contains(clause.getFirst().text())
                && asked(rest);
    }

    private boolean asked(List<Token> rest) {
        return !rest.isEmpty()
                && chart.apply(rest).stream()
                        .anyMatch(p ->
                                p.span() instanceof Span.Meant(Sense.Measure _)
                                        || p.span() instanceof Span.Mark(Marker m)
                                                && (m == Marker.LIST
                                                        || m == Marker.COUNT
                                                        || m == Marker.WHICH));
    }

    private boolean silent(Placed p, List<Token> clause, List<Token> rest, boolean reason) {
        return switch (p.span()) {
            case Span.Unknown _ -> !digits(clause, p, reason) && !name(clause, p);
            case Span.Quiet _, Span.Role _ -> !digits(clause, p, reason);
            case Span.Trend _, Span.Change _ -> true;
            case Span.Mark(Marker marker) ->
                    switch (marker) {
                        case LEFT_OUT, INSTEAD, REMOVE, ONLY, VERSUS -> false;
                        case NOT -> reason || negated(clause, p);
                        default -> true;
                    };
            case Span.Meant(Sense.Value v) -> repeated(v, rest);
            case Span.Meant(Sense other) -> reason || repeated(other, rest);
            case Span.Time _, Span.Axis _ ->
                    reason
                            || words(clause.subList(p.from(), p.to()))
                                    .matches("today|tonight|tomorrow");
            default -> reason && !(p.span() instanceof Span.Identifying);
        };
    }

    /// "I do not …", "it isn't …": the verb of the statement itself.
    private static boolean negated(List<Token> clause, Placed p) {
        return p.from() <= 3 && clause.get(p.from()).text().matches(".*n't|do|does|did|is|are|not");
    }

    /// A name that is not known may be a member that is not there: "our review of Northside".
    private boolean name(List<Token> clause, Placed p) {
        return p.from() > 0 && Character.isUpperCase(text.charAt(clause.get(p.from()).from()));
    }

    /// A number tells something, but for a place in a paper or an hour.
    private boolean digits(List<Token> clause, Placed p, boolean reason) {
        for (int i = p.from(); i < p.to(); i++) {
            Token t = clause.get(i);
            boolean digits = text.substring(t.from(), t.to()).chars().anyMatch(Character::isDigit);
            String before = i > 0 ? clause.get(i - 1).text() : "";
            if (digits
                    && !reason
                    && !before.matches(
                            "at|slide|page|item|section|chapter|exhibit|figure|row|line|room")) {
                return true;
            }
        }
        return false;
    }

    /// Whether the rest names the same.
    private boolean repeated(Sense sense, List<Token> rest) {
        return chart.apply(rest).stream()
                .anyMatch(p -> p.span() instanceof Span.Meant(Sense other) && same(sense, other));
    }

    private static boolean same(Sense one, Sense other) {
        return switch (one) {
            case Sense.Value v -> other instanceof Sense.Value w && v.members().equals(w.members());
            case Sense.Measure m -> other instanceof Sense.Measure n && m.id().equals(n.id());
            case Sense.Dimension d -> other.equals(d);
            case Sense.Entity e -> other.equals(e);
        };
    }

    private static String words(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining(" "));
    }
}
