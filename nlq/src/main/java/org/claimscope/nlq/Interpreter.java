package org.claimscope.nlq;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.nlq.form.Comparison;
import org.claimscope.nlq.form.DayWords;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.Window;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.Member;
import org.claimscope.nlq.lexicon.Sense;
import org.claimscope.nlq.lexicon.TaughtWord;
import org.claimscope.nlq.lexicon.TaughtWords;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.parse.Parser;
import org.claimscope.nlq.parse.Reading;
import org.claimscope.nlq.question.Question;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.question.Tokens;

/// Understands questions without any data: what scoring and tests use.
public final class Interpreter {
    private static final int LONGEST_TAUGHT = 4;

    private final Catalog catalog;
    private final ValueIndex values;
    private final Lexicon lexicon;
    private final Parser parser;

    public Interpreter(Catalog catalog, ValueIndex values) {
        this(catalog, values, TaughtWords.NONE);
    }

    /// @param taught what people of this workspace say; where a word has another meaning by now, or
    ///   what it stood for is gone, it is left out
    public Interpreter(Catalog catalog, ValueIndex values, TaughtWords taught) {
        this.catalog = catalog;
        this.values = values;
        var listed = new Lexicon(catalog);
        this.lexicon =
                new Lexicon(
                        catalog,
                        new TaughtWords(
                                taught.all().stream()
                                        .filter(w ->
                                                values.find(Tokens.key(w.phrase())).isEmpty()
                                                        && stands(w, listed))
                                        .toList()));
        this.parser = new Parser(lexicon, values);
    }

    private boolean stands(TaughtWord word, Lexicon listed) {
        return switch (word.meaning()) {
            case TaughtWord.Meaning.OfMeasure(String id) -> listed.measure(id).isPresent();
            case TaughtWord.Meaning.OfDimension(String id) -> Dimension.named(id).isPresent();
            case TaughtWord.Meaning.OfMember(Member(String dimension, String value)) ->
                    values.has(dimension, value);
        };
    }

    /// Why a word may not be taught: it means something already, and a taught one never takes the
    /// place of that. Empty when it may.
    public Optional<String> objection(String phrase) {
        List<Token> tokens = Tokens.of(phrase);
        String said = "“" + phrase.strip() + "”";
        if (tokens.isEmpty()) {
            return Optional.of("Say which word.");
        }
        if (tokens.size() > LONGEST_TAUGHT) {
            return Optional.of("A taught word has at most " + LONGEST_TAUGHT + " words.");
        }
        if (tokens.stream().anyMatch(t -> t.kind() != Token.Kind.WORD)) {
            return Optional.of("Numbers and signs have meanings of their own: use words only.");
        }
        var listed = new Lexicon(catalog);
        String key = Tokens.key(phrase);
        Optional<Sense> sense = listed.sense(key);
        if (sense.isPresent()) {
            return Optional.of(said + " is the catalog's word for " + words(sense.get()) + ".");
        }
        Optional<Sense.Value> member = values.find(key);
        if (member.isPresent()) {
            return Optional.of(said + " is the data's word for " + words(member.get()) + ".");
        }
        return new Parser(listed, values).knows(phrase)
                ? Optional.of(said + " is made of words that questions use already.")
                : Optional.empty();
    }

    private String words(Sense sense) {
        return switch (sense) {
            case Sense.Measure m ->
                    m.ids().stream().map(lexicon::label).collect(Collectors.joining(" or "));
            case Sense.Dimension(String id) -> lexicon.label(id);
            case Sense.Entity e -> lexicon.label(e.dimension());
            case Sense.Value v ->
                    lexicon.label(v.members().getFirst().dimension())
                            + " "
                            + v.members().getFirst().value();
        };
    }

    public Reading read(Question question) {
        return parser.read(question);
    }

    /// How a question is understood.
    public QuestionForm form(Question question) {
        return read(question).form();
    }

    /// The words that are understood.
    public Lexicon lexicon() {
        return lexicon;
    }

    /// The parts of a form that can be changed, in words.
    public List<Chip> chips(QuestionForm form) {
        var chips = new ArrayList<Chip>();
        form.measures().forEach(m -> chips.add(new Chip("Measure", lexicon.label(m))));
        String by =
                form.dimensions().stream().map(lexicon::label).collect(Collectors.joining(", "));
        if (!by.isEmpty()) {
            chips.add(new Chip(form.measures().isEmpty() ? "List" : "By", by));
        }
        if (form.timeGrain() != null) {
            chips.add(new Chip("Per", form.timeGrain()));
        }
        for (Filter f : form.filters()) {
            chips.add(
                    new Chip(
                            "Filter",
                            lexicon.label(f.field())
                                    + " "
                                    + f.op().sign().replace('_', ' ')
                                    + " "
                                    + f.valueText()));
        }
        if (form.window() != null) {
            chips.add(new Chip("Window", window(form.window())));
        }
        Comparison comparison = form.comparison();
        if (comparison != null) {
            Window other = comparison.window();
            chips.add(
                    new Chip(
                            "Compare",
                            other == null
                                    ? comparison.type().id().replace('_', ' ')
                                    : window(other)));
        }
        form.order()
                .forEach(o ->
                        chips.add(
                                new Chip(
                                        "Order",
                                        lexicon.label(o.by())
                                                + (o.descending()
                                                        ? ", highest first"
                                                        : ", lowest first"))));
        if (form.limit() != null) {
            chips.add(new Chip("Limit", form.limit().toString()));
        }
        return chips;
    }

    private String window(Window w) {
        String role = w.dateRole() == null ? "" : " (" + lexicon.label(w.dateRole()) + ")";
        LocalDate from = w.from();
        LocalDate to = w.to();
        if (to == null) {
            return from == null ? "all dates" + role : "from " + DayWords.day(from) + role;
        }
        if ("as_of".equals(w.dateRole())) {
            return "as of " + DayWords.day(to);
        }
        return (from == null ? "up to " + DayWords.day(to) : DayWords.period(from, to)) + role;
    }
}
