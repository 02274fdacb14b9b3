package org.claimscope.nlq.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.catalog.Unit;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.QuestionForm.Action;
import org.claimscope.nlq.form.QuestionForm.SpanNote;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.Sense;
import org.claimscope.nlq.lexicon.Shorthand;
import org.claimscope.nlq.lexicon.Spelling;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.question.Question;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.question.Token.Kind;
import org.claimscope.nlq.question.Tokens;
import org.claimscope.nlq.time.TimeGrammar;

/// Reads a question without any help from outside: every word is used or listed as meaningless, or
/// the question is refused by that word's name.
public final class Parser {
    private static final int LONGEST = 1000;

    /// Claim Adjustment Reason Codes (X12 external list 139) are numbered to about 305; a few more
    /// may have come since.
    private static final int LAST_CARC = 330;

    private static final List<String> EXAMPLES =
            List.of(
                    "Charges by payer last month",
                    "Denial rate by month this year",
                    "Top 5 payers by A/R balance");

    /// "New question: …" leans on nothing.
    private static final Pattern FRESH =
            Pattern.compile(
                    "\\s*(?:(?:new|another|different|next|unrelated) question|start over|new topic)\\s*[:,.-]+\\s*",
                    Pattern.CASE_INSENSITIVE);

    private final Lexicon lexicon;
    private final ValueIndex values;
    private final Spelling spelling;

    public Parser(Lexicon lexicon, ValueIndex values) {
        this.lexicon = lexicon;
        this.values = values;
        var known = new HashSet<>(lexicon.words());
        known.addAll(values.words());
        known.addAll(TimeGrammar.words());
        known.addAll(Spans.words());
        var quiet = new HashSet<>(Phrases.quiet());
        quiet.removeAll(known);
        known.addAll(Phrases.words());
        this.spelling = new Spelling(known, quiet);
    }

    /// Whether every word of a phrase has a meaning as it is written, or is known to have none.
    public boolean knows(String phrase) {
        List<Token> tokens = Tokens.of(phrase);
        return Chart.best(
                        tokens.size(),
                        new Spans(tokens, phrase, lexicon, values, LocalDate.EPOCH).all())
                .stream()
                .noneMatch(p -> p.span() instanceof Span.Unknown);
    }

    public Reading read(Question question) {
        try {
            return reading(question);
        } catch (Refusal refusal) {
            return refused(refusal, Optional.empty());
        }
    }

    private static Reading refused(Refusal refusal, Optional<QuestionForm> partial) {
        return new Reading(
                QuestionForm.refused(refusal.why()),
                refusal.suggestions(),
                refusal.reason(),
                partial,
                Reading.Reader.PARSER);
    }

    /// The words that questions are made of, whatever the catalog and the data hold.
    public static Set<String> words() {
        var words = new HashSet<>(Phrases.words());
        words.addAll(TimeGrammar.words());
        return words;
    }

    private Reading reading(Question question) {
        Matcher fresh = FRESH.matcher(question.text());
        if (fresh.lookingAt()) {
            return reading(Question.of(question.text().substring(fresh.end()), question.asOf()));
        }
        String text = question.text().strip();
        if (text.isEmpty()) {
            throw new Refusal("Ask for a number, such as: " + EXAMPLES.getFirst() + ".", EXAMPLES);
        }
        if (text.length() > LONGEST) {
            throw new Refusal(
                    "The question is too long: say it in fewer than " + LONGEST + " letters.",
                    EXAMPLES);
        }
        Optional<QuestionForm> one = ClaimQuestion.read(text);
        if (one.isPresent()) {
            return Reading.understood(one.get());
        }
        var assumptions = new ArrayList<String>();
        List<Token> written = Shorthand.spelledOut(Tokens.of(text), values.words());
        Courtesy.Heard heard =
                new Courtesy(text, words -> chart(words, text, question)).hear(written);
        List<Token> tokens =
                new Slips(lexicon, values, spelling)
                        .mended(heard.asked(), question.asOf(), assumptions);
        if (tokens.isEmpty()) {
            throw new Refusal("Ask for a number, such as: " + EXAMPLES.getFirst() + ".", EXAMPLES);
        }
        List<Placed> chosen = chart(tokens, text, question);
        if (!heard.aside().isEmpty() && question.previous().isEmpty() && !asks(chosen)) {
            throw new Refusal(
                    Reading.Cause.NOT_UNDERSTOOD,
                    "I did not find a measure in the question.",
                    EXAMPLES);
        }
        refuse(chosen);
        List<Token> strange =
                chosen.stream()
                        .filter(p -> p.span() instanceof Span.Unknown)
                        .map(p -> tokens.get(p.from()))
                        .toList();
        var path =
                new Path(
                        tokens,
                        chosen.stream()
                                .filter(p ->
                                        !(p.span() instanceof Span.Quiet)
                                                && !(p.span() instanceof Span.Unknown))
                                .toList());
        if (!strange.isEmpty()) {
            return refused(unknown(strange, text), partial(path, question));
        }
        QuestionForm form = form(path, question);
        if (form.action() == Action.ANSWER) {
            var all = new ArrayList<>(assumptions);
            all.addAll(form.assumptions());
            form =
                    form.toBuilder()
                            .assumptions(all)
                            .spans(notes(path, heard.aside()))
                            .confidence(form.confidence() - 0.1 * assumptions.size())
                            .build();
        }
        return Reading.understood(form);
    }

    private List<Placed> chart(List<Token> tokens, String text, Question question) {
        return Chart.best(
                tokens.size(), new Spans(tokens, text, lexicon, values, question.asOf()).all());
    }

    /// Whether something is measured or listed.
    private static boolean asks(List<Placed> chosen) {
        return chosen.stream()
                .anyMatch(p ->
                        p.span() instanceof Span.Meant
                                || p.span() instanceof Span.Other
                                || p.span() instanceof Span.Identifying);
    }

    /// What the words that are understood say by themselves.
    private Optional<QuestionForm> partial(Path path, Question question) {
        if (path.size() == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(form(path, question));
        } catch (Refusal nothing) {
            return Optional.empty();
        }
    }

    /// What is never answered.
    private void refuse(List<Placed> chosen) {
        for (Placed p : chosen) {
            if (p.span() instanceof Span.Code(String dimension, String code)
                    && dimension.equals("denial_reason")
                    && code.matches("\\d+")
                    && Integer.parseInt(code) > LAST_CARC
                    && !values.members(dimension).contains(code)) {
                throw Refusal.unclear(
                        "There is no CARC "
                                + code
                                + " in the list of codes, and none in the data.");
            }
            if (p.span() instanceof Span.Identifying(String what)) {
                throw new Refusal(
                        Reading.Cause.NOT_PERMITTED,
                        "Not permitted: "
                                + what
                                + " identify people and are never given in answers.",
                        List.of(
                                "How many patients last month",
                                "List patients with incomplete billing documentation"));
            }
        }
        for (int k = 0; k < chosen.size(); k++) {
            // What is measured in days is an average anyway.
            boolean days =
                    chosen.stream().anyMatch(p -> inDays(p.span()))
                            && chosen.stream()
                                    .allMatch(p ->
                                            !(p.span() instanceof Span.Meant(Sense.Measure _))
                                                    || inDays(p.span()));
            if (chosen.get(k).span() instanceof Span.Other(Span.Wish wish)
                    && !(wish == Span.Wish.AVERAGE && days)) {
                throw refusal(wish, chosen);
            }
        }
    }

    private Refusal unknown(List<Token> strange, String text) {
        String words =
                strange.stream()
                        .map(t -> "“" + text.substring(t.from(), t.to()) + "”")
                        .distinct()
                        .limit(5)
                        .collect(Collectors.joining(", "));
        List<String> near =
                strange.stream()
                        .filter(t -> t.kind() == Kind.WORD && t.text().length() > 2)
                        .flatMap(t -> spelling.suggestions(t.text()).stream().limit(2))
                        .distinct()
                        .limit(3)
                        .toList();
        String why = "I did not understand " + words + ".";
        return near.isEmpty()
                ? new Refusal(Reading.Cause.NOT_UNDERSTOOD, why, EXAMPLES)
                : new Refusal(
                        Reading.Cause.NOT_UNDERSTOOD,
                        why + " Did you mean " + String.join(" or ", near) + "?",
                        near);
    }

    /// Measures in days are averages by definition.
    private boolean inDays(Span span) {
        return span instanceof Span.Meant(Sense.Measure m)
                && m.ids().stream()
                        .allMatch(id ->
                                lexicon.measure(id).map(e -> e.unit() == Unit.DAYS).orElse(false));
    }

    private Refusal refusal(Span.Wish wish, List<Placed> chosen) {
        return switch (wish) {
            case DEFINE -> {
                List<String> measures = named(chosen);
                yield new Refusal(
                        measures.isEmpty()
                                ? "Name the measure to explain, such as days in A/R."
                                : "This asks for a definition: see the card of "
                                        + String.join(", ", measures)
                                        + ".",
                        measures);
            }
            case HELP ->
                    new Refusal(
                            "You can ask for "
                                    + lexicon.measures().stream()
                                            .map(m -> m.label())
                                            .collect(Collectors.joining(", "))
                                    + ", by any dimension and period.",
                            EXAMPLES);
            case FORECAST ->
                    new Refusal("Questions about the future are not answered here.", EXAMPLES);
            case WHY ->
                    new Refusal(
                            "Questions for causes are not answered here: split the number instead.",
                            EXAMPLES);
            case AVERAGE, MEDIAN ->
                    new Refusal(
                            "Averages of this are not available yet: ask for the sum or the count.",
                            EXAMPLES);
            case SHARE ->
                    new Refusal(
                            "Shares of a whole are not available yet: ask for the amounts by member.",
                            EXAMPLES);
        };
    }

    private List<String> named(List<Placed> chosen) {
        var all = new ArrayList<String>();
        for (Placed p : chosen) {
            if (p.span() instanceof Span.Meant(Sense.Measure m)) {
                m.ids().forEach(id -> all.add(lexicon.label(id)));
            }
        }
        return all;
    }

    private QuestionForm form(Path path, Question question) {
        boolean follows =
                question.previous().filter(p -> p.action() == Action.ANSWER).isPresent()
                        && FollowUp.leans(path);
        var assembly = new Assembly(path, lexicon, values, follows);
        assembly.read();
        Draft draft = assembly.draft();
        Optional<FollowUp> followUp =
                question.previous()
                        .filter(p -> p.action() == Action.ANSWER && FollowUp.is(path, draft))
                        .map(p -> new FollowUp(path, draft, p));
        if (followUp.isEmpty()
                && draft.removed.stream().anyMatch(r -> Grain.named(r).isPresent())) {
            throw Refusal.unclear("There is no question before this one to take that from.");
        }
        if (followUp.isEmpty() && draft.dimensions.contains(Lexicon.TYPE)) {
            throw FollowUp.untyped();
        }
        followUp.ifPresent(FollowUp::seed);
        new Comparing(path, draft, question.asOf()).read();
        new Ranking(path, assembly, lexicon).read();
        followUp.ifPresent(FollowUp::finish);
        if (draft.open()) {
            return draft.clarified(draft.form());
        }
        return new Completeness(path, draft, lexicon, question.asOf()).checked();
    }

    private List<SpanNote> notes(Path path, List<SpanNote> aside) {
        var notes = new ArrayList<>(aside);
        for (int k = 0; k < path.size(); k++) {
            Placed p = path.spans().get(k);
            int from = path.tokens().get(p.from()).from();
            int to = path.tokens().get(p.to() - 1).to();
            switch (p.span()) {
                case Span.Meant(Sense.Measure m) ->
                        notes.add(new SpanNote(from, to, "measure", String.join(" or ", m.ids())));
                case Span.Meant(Sense.Dimension(String id)) ->
                        notes.add(new SpanNote(from, to, "dimension", id));
                case Span.Meant(Sense.Entity e) ->
                        notes.add(new SpanNote(from, to, "dimension", e.dimension()));
                case Span.Meant(Sense.Value v) ->
                        notes.add(
                                new SpanNote(
                                        from,
                                        to,
                                        "value",
                                        v.members().getFirst().dimension()
                                                + " = "
                                                + v.members().getFirst().value()));
                case Span.Code(String dimension, String value) ->
                        notes.add(new SpanNote(from, to, "value", dimension + " = " + value));
                case Span.Time t -> notes.add(new SpanNote(from, to, "time", path.text(k)));
                case Span.Axis axis ->
                        notes.add(new SpanNote(from, to, "grain", axis.grain().id()));
                case Span.Contains(String words) ->
                        notes.add(new SpanNote(from, to, "condition", "contains " + words));
                case Span.Rank r -> notes.add(new SpanNote(from, to, "order", path.text(k)));
                case Span.Bound b -> notes.add(new SpanNote(from, to, "condition", path.text(k)));
                case Span.Against a ->
                        notes.add(new SpanNote(from, to, "comparison", a.type().id()));
                case Span.Change c -> notes.add(new SpanNote(from, to, "comparison", path.text(k)));
                case Span.Role(String role) -> notes.add(new SpanNote(from, to, "date", role));
                default -> {}
            }
        }
        return notes;
    }
}
