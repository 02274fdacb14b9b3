package org.claimscope.nlq;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.nlq.form.Comparison;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.Window;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.parse.Parser;
import org.claimscope.nlq.parse.Reading;
import org.claimscope.nlq.question.Question;

/// Understands questions without any data: what scoring and tests use.
public final class Interpreter {
    private final Lexicon lexicon;
    private final Parser parser;

    public Interpreter(Catalog catalog, ValueIndex values) {
        this.lexicon = new Lexicon(catalog);
        this.parser = new Parser(lexicon, values);
    }

    public Reading read(Question question) {
        return parser.read(question);
    }

    /// How a question is understood.
    public QuestionForm form(Question question) {
        return read(question).form();
    }

    Lexicon lexicon() {
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
        if ("as_of".equals(w.dateRole())) {
            return "as of " + w.to();
        }
        if (w.from() == null) {
            return "up to " + w.to() + role;
        }
        return w.to() == null ? "from " + w.from() + role : w.from() + " to " + w.to() + role;
    }
}
