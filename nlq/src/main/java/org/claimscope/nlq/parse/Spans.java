package org.claimscope.nlq.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimscope.data.catalog.Grain;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.Member;
import org.claimscope.nlq.lexicon.Sense;
import org.claimscope.nlq.lexicon.StopWords;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.question.Token.Kind;
import org.claimscope.nlq.time.TimeGrammar;
import org.claimscope.nlq.time.TimePhrase;

/// All readings of all runs of words. The chart picks among them.
final class Spans {
    /// What comes before a part of a name.
    private static final Set<String> CONTAINING =
            Set.of("contains", "contain", "containing", "includes");

    /// What means nothing behind "most", "highest".
    private static final Set<String> SUPERLATIVE = Set.of("expensive", "grossing");

    /// The words that only stand somewhere, so that none is taken for a slip.
    static Set<String> words() {
        var words = new HashSet<>(CONTAINING);
        words.addAll(SUPERLATIVE);
        words.addAll(Orders.words());
        words.addAll(Exclusions.words());
        words.addAll(List.of("grain", "granularity"));
        return words;
    }

    private static final double USED = 1.0;
    private static final double SHORTENED = 1.35;
    private static final double QUIET = 0.9;
    private static final double UNKNOWN = 20;

    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final ValueIndex values;
    private final TimeGrammar time;
    private final Bounds bounds;
    private final Buckets buckets;
    private final Ranks ranks;
    private final Orders orders;
    private final Exclusions exclusions;
    private final String text;
    private final List<Placed> found = new ArrayList<>();

    /// @param text the question as it was written
    Spans(List<Token> tokens, String text, Lexicon lexicon, ValueIndex values, LocalDate asOf) {
        this.text = text;
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.values = values;
        this.time = new TimeGrammar(tokens, asOf);
        this.bounds = new Bounds(tokens);
        this.buckets = new Buckets(tokens, values);
        this.ranks = new Ranks(tokens, lexicon);
        this.orders = new Orders(tokens);
        this.exclusions = new Exclusions(tokens);
    }

    List<Placed> all() {
        for (int i = 0; i < tokens.size(); i++) {
            listed(i);
            phrases(i);
            int from = i;
            timeAt(i).ifPresent(t -> add(new Span.Time(t.meaning()), from, from + t.words(), USED));
            axis(i);
            equal(i);
            found.addAll(ranks.at(i));
            found.addAll(bounds.at(i));
            found.addAll(orders.at(i));
            exclusions.at(i).ifPresent(found::add);
            buckets.at(i).ifPresent(found::add);
            Shares.at(tokens, i).ifPresent(found::add);
            code(i);
            contains(i);
            small(i);
            fallback(i);
        }
        return found;
    }

    /// "Changed from June to July" names two periods, not one.
    private Optional<TimePhrase> timeAt(int i) {
        if (is(i, "from", "between") || is(i - 1, "from", "between")) {
            for (int k = 0; k < i; k++) {
                boolean went = is(k, "went", "gone", "go") && is(k + 1, "up", "down");
                if (ranks.changeAt(k).isPresent()
                        || went
                        || is(k, "difference", "compare", "compares", "comparing", "comparison")) {
                    return time.single(i);
                }
            }
        }
        return time.at(i);
    }

    private void add(Span span, int from, int to, double cost) {
        found.add(new Placed(span, from, to, cost));
    }

    private void listed(int i) {
        var key = new StringBuilder();
        var said = new StringBuilder();
        boolean titled = is(i - 1, "dr", "doctor", "drs", "doctors");
        for (int to = i + 1; to <= Math.min(tokens.size(), i + ValueIndex.LONGEST); to++) {
            Token t = tokens.get(to - 1);
            if (t.kind() == Kind.COMMA || t.kind() == Kind.DASH || t.kind() == Kind.OTHER) {
                return;
            }
            key.append(key.isEmpty() ? "" : " ").append(t.stem());
            said.append(said.isEmpty() ? "" : " ").append(t.text());
            int end = to;
            lexicon.sense(key.toString())
                    .ifPresent(s -> add(new Span.Meant(s), i, end, measureCost(s)));
            // "Claims paid" are counted; "claim paid" is the claim's field.
            if (said.toString().equals("claim paid") || said.toString().equals("claim billed")) {
                add(
                        new Span.Meant(
                                new Sense.Measure(
                                        List.of(said.toString().replace(' ', '_')), List.of())),
                        i,
                        end,
                        USED);
            }
            // "Claims billed in May" are claims, however much they bill.
            if (said.toString().equals("claims billed")) {
                lexicon.sense("claim").ifPresent(s -> add(new Span.Meant(s), i, end, USED));
            }
            if (titled) {
                values.titled(key.toString())
                        .ifPresent(v -> add(new Span.Meant(v), i, end, SHORTENED));
            }
            values.find(key.toString())
                    .ifPresent(v ->
                            add(new Span.Meant(v), i, end, v.whole() ? USED + 0.02 : SHORTENED));
        }
        WellKnown.member(tokens.get(i).stem())
                .map(m -> new Member(m.dimension(), values.spelled(m.dimension(), m.value())))
                .ifPresent(m ->
                        add(
                                new Span.Meant(new Sense.Value(List.of(m), true)),
                                i,
                                i + 1,
                                USED + 0.01));
    }

    /// A word that leaves open which measure is worth less than one that does not.
    private static double measureCost(Sense sense) {
        return sense instanceof Sense.Measure m && m.ids().size() > 1 ? USED + 0.05 : USED;
    }

    private void phrases(int i) {
        var words = new StringBuilder();
        for (int to = i + 1; to <= Math.min(tokens.size(), i + Phrases.LONGEST); to++) {
            Token t = tokens.get(to - 1);
            words.append(words.isEmpty() ? "" : " ").append(t.text());
            int end = to;
            Phrases.find(words.toString()).ifPresent(s -> add(s, i, end, cost(s)));
        }
    }

    private static double cost(Span span) {
        return switch (span) {
            case Span.Mark m -> 0.85;
            case Span.Other o -> o.wish() == Span.Wish.SHARE ? 1.2 : USED;
            default -> USED;
        };
    }

    private boolean is(int i, String... words) {
        return i >= 0 && i < tokens.size() && List.of(words).contains(tokens.get(i).text());
    }

    private Optional<Grain> grain(int i) {
        return i < tokens.size() ? Grain.named(tokens.get(i).stem()) : Optional.empty();
    }

    private void axis(int i) {
        Optional<Grain> adverb =
                switch (tokens.get(i).text()) {
                    case "daily" -> Optional.of(Grain.DAY);
                    case "weekly" -> Optional.of(Grain.WEEK);
                    case "monthly" -> Optional.of(Grain.MONTH);
                    case "quarterly" -> Optional.of(Grain.QUARTER);
                    case "yearly", "annual", "annually" -> Optional.of(Grain.YEAR);
                    default -> Optional.empty();
                };
        if (adverb.isPresent()) {
            int end = is(i + 1, "trend", "trends", "basis", "breakdown") ? i + 2 : i + 1;
            var axis = new Span.Axis(adverb.get(), Optional.empty());
            add(axis, i, end, USED);
            if (is(i - 1, "a", "on")) {
                add(axis, i - 1, end, USED);
            }
        }
        if (is(i, "by", "per", "each", "every", "for", "a", "across")) {
            int at = i;
            while (is(at, "by", "per", "for", "each", "every", "the", "a", "across", "calendar")) {
                at++;
            }
            Optional<String> role = role(at);
            at += role.isPresent() ? 1 : 0;
            Optional<Grain> grain = grain(at);
            boolean across = is(i, "for", "a") && !is(i + 1, "each", "every");
            boolean of = is(at + 1, "of") && role(at + 2).isPresent();
            if (grain.isPresent() && !across && of) {
                add(new Span.Axis(grain.get(), role(at + 2)), i, at + 3, USED);
            } else if (grain.isPresent() && !across && !is(at + 1, "of", "over", "to")) {
                add(new Span.Axis(grain.get(), role), i, at + 1, USED);
            }
        }
        Optional<Grain> bare = grain(i);
        if (bare.isPresent()) {
            if (is(i + 1, "by") && grain(i + 2).equals(bare)) {
                add(new Span.Axis(bare.get(), Optional.empty()), i, i + 3, USED);
            }
            if (is(i + 1, "grain", "granularity")) {
                add(new Span.Axis(bare.get(), Optional.empty()), i, i + 2, USED);
            }
            add(new Span.Unit(bare.get()), i, i + 1, USED);
        }
    }

    /// The date that decides, as it is said before a period: "service month".
    private Optional<String> role(int i) {
        return i >= tokens.size()
                ? Optional.empty()
                : switch (tokens.get(i).text()) {
                    case "service" -> Optional.of("service_date");
                    case "posting", "posted", "post" -> Optional.of("posting_date");
                    case "submission", "submitted" -> Optional.of("submission_date");
                    case "adjudication", "adjudicated" -> Optional.of("adjudication_date");
                    case "payment", "paid" -> Optional.of("payment_date");
                    case "discharge", "discharged" -> Optional.of("discharge_date");
                    default -> Optional.empty();
                };
    }

    /// "Whose name contains Health": the words as they were written.
    private void contains(int i) {
        int at = i;
        while (is(
                at, "whose", "with", "that", "the", "their", "its", "name", "names", "named",
                "in")) {
            at++;
        }
        if (at + 1 >= tokens.size() || !CONTAINING.contains(tokens.get(at).text())) {
            return;
        }
        Token literal = tokens.get(at + 1);
        add(new Span.Contains(text.substring(literal.from(), literal.to())), i, at + 2, 0.8);
    }

    /// Small words that mean something only where they stand.
    private void small(int i) {
        boolean superlative =
                SUPERLATIVE.contains(tokens.get(i).text())
                        && is(i - 1, "most", "least", "highest", "lowest", "top");
        if (superlative) {
            add(new Span.Quiet(), i, i + 1, QUIET);
        }
        // "How many patients did Dr. Kim see": when they were seen.
        boolean didSee =
                is(i, "see", "saw")
                        && tokens.subList(Math.max(0, i - 8), i).stream().anyMatch(t -> t.is("did"))
                        && tokens.subList(0, i).stream().anyMatch(t -> t.stem().equals("patient"));
        if (didSee) {
            add(new Span.Role("service_date"), i, i + 1, 0.8);
        }
        // "The worst one", "each one": of what is asked for.
        boolean oneOf =
                i > 0
                        && (is(i - 1, "each", "every")
                                || Phrases.direction(tokens.get(i - 1).text()).isPresent());
        if (is(i, "one") && oneOf) {
            add(new Span.Quiet(), i, i + 1, QUIET);
        }
        // "Dr. Kim wants his denials": who is meant is said before.
        if (is(i, "his", "her") && tokens.subList(0, i).stream().anyMatch(t -> t.is("dr"))) {
            add(new Span.Quiet(), i, i + 1, QUIET);
        }
        boolean beforeNumber = i + 1 < tokens.size() && tokens.get(i + 1).number() != null;
        if (is(i, "under", "through") && !beforeNumber) {
            add(new Span.Quiet(), i, i + 1, QUIET);
        }
    }

    /// "Facility = Lakeside", "year = 2024", "limit 5": what analysts write to a database.
    private void equal(int i) {
        if (is(i, "=") && fieldBefore(i)) {
            add(new Span.Quiet(), i, i + 1, QUIET);
        }
        if (grain(i).isPresent() && is(i + 1, "=")) {
            time.single(i + 2)
                    .ifPresent(t -> add(new Span.Time(t.meaning()), i, i + 2 + t.words(), USED));
        }
        int rows = is(i, "limit", "limited") ? is(i + 1, "to") ? i + 2 : i + 1 : tokens.size();
        if (rows < tokens.size()
                && tokens.get(rows).isNumber()
                && tokens.get(rows).asInt() > 0
                && tokens.get(rows).asInt() <= 1000) {
            int end = is(rows + 1, "rows", "row", "results", "lines", "records") ? 2 : 1;
            add(new Span.Rows(tokens.get(rows).asInt()), i, rows + end, USED);
        }
    }

    /// Whether the words right before name what can be equal to a member: a dimension or a period.
    private boolean fieldBefore(int i) {
        for (int from = Math.max(0, i - 4); from < i; from++) {
            String key =
                    tokens.subList(from, i).stream()
                            .map(Token::stem)
                            .collect(Collectors.joining(" "));
            if (lexicon.sense(key).filter(s -> s instanceof Sense.Dimension).isPresent()) {
                return i + 1 < tokens.size();
            }
        }
        return i > 0 && grain(i - 1).isPresent() && i + 1 < tokens.size();
    }

    /// "CO-97", "CARC 97", "CPT 99213", "diagnosis E11.9", "denial code 197".
    private void code(int i) {
        Token t = tokens.get(i);
        if (t.kind() == Kind.CARC) {
            add(new Span.Code("denial_reason", t.text()), i, i + 1, USED);
            return;
        }
        for (int words = 1; words <= 4 && i + words < tokens.size(); words++) {
            String key =
                    tokens.subList(i, i + words).stream()
                            .map(Token::stem)
                            .collect(Collectors.joining(" "));
            Token next = tokens.get(i + words);
            int from = i;
            int end = i + words + 1;
            lexicon.sense(key)
                    .flatMap(s ->
                            s instanceof Sense.Dimension d ? Optional.of(d.id()) : Optional.empty())
                    .filter(d -> isCode(d, next))
                    .ifPresent(d ->
                            add(
                                    new Span.Code(
                                            d,
                                            next.kind() == Kind.CARC
                                                    ? next.text()
                                                    : spelled(d, next)),
                                    from,
                                    end,
                                    0.8));
        }
    }

    private String spelled(String dimension, Token token) {
        return values.spelled(dimension, token.text().toUpperCase(java.util.Locale.ROOT));
    }

    private static boolean isCode(String dimension, Token t) {
        return switch (dimension) {
            case "denial_reason" ->
                    t.kind() == Kind.CARC || t.text().matches("\\d{1,3}|[a-z]\\d{1,2}");
            case "procedure" -> t.text().matches("\\d{5}|[a-z]\\d{4}|\\d{4}[a-z]");
            case "diagnosis" -> t.text().matches("[a-z]\\d[a-z0-9](\\.\\w{1,4})?");
            default -> false;
        };
    }

    private void fallback(int i) {
        Token t = tokens.get(i);
        boolean deed =
                is(i, "send")
                        && (i == 0 || is(i - 1, "please", "you", "kindly", "and"))
                        && Requests.handsOn(tokens, i);
        boolean quiet = t.kind() == Kind.COMMA || t.kind() == Kind.DASH || StopWords.has(t.text());
        if (quiet && !deed) {
            add(new Span.Quiet(), i, i + 1, QUIET);
        } else {
            add(new Span.Unknown(), i, i + 1, UNKNOWN);
        }
    }
}
