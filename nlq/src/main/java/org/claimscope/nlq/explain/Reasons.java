package org.claimscope.nlq.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.nlq.explain.Why.Part;
import org.claimscope.nlq.form.DayWords;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.QuestionForm.SpanNote;
import org.claimscope.nlq.form.Window;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.question.Tokens;

/// Says why a question reads as it does, from the spans that its form carries.
public final class Reasons {
    private final Catalog catalog;
    private final Lexicon lexicon;

    public Reasons(Catalog catalog, Lexicon lexicon) {
        this.catalog = catalog;
        this.lexicon = lexicon;
    }

    /// @param question as it was typed; its form's spans point into it
    /// @param form as it was answered
    public Why of(String question, QuestionForm form) {
        List<SpanNote> spans =
                form.spans().stream().filter(s -> s.to() <= question.length()).toList();
        List<Part> parts =
                spans.stream()
                        .map(s ->
                                new Part(
                                        question.substring(s.from(), s.to()),
                                        became(s, form, spans)))
                        .toList();
        List<String> joining =
                spans.isEmpty()
                        ? List.of()
                        : Tokens.of(question).stream()
                                .filter(t -> t.kind() == Token.Kind.WORD)
                                .filter(t ->
                                        spans.stream()
                                                .noneMatch(s ->
                                                        s.from() < t.to() && t.from() < s.to()))
                                .map(t -> question.substring(t.from(), t.to()))
                                .toList();
        return new Why(parts, joining, taken(form), form.confidence());
    }

    private String became(SpanNote span, QuestionForm form, List<SpanNote> all) {
        String meaning = span.meaning();
        return switch (span.kind()) {
            case "measure" ->
                    "the measure "
                            + Stream.of(meaning.split(" or "))
                                    .map(lexicon::label)
                                    .collect(Collectors.joining(" or "));
            case "dimension" ->
                    form.dimensions().contains(meaning)
                            ? "split by " + lexicon.label(meaning)
                            : lexicon.label(meaning);
            case "value" -> {
                int equals = meaning.indexOf(" = ");
                yield "only "
                        + lexicon.label(meaning.substring(0, equals))
                        + " "
                        + meaning.substring(equals + 3);
            }
            case "time" -> time(span, form, all);
            case "grain" -> "one value per " + meaning;
            case "order" ->
                    form.order().stream()
                            .map(o ->
                                    "ordered by "
                                            + lexicon.label(o.by())
                                            + (o.descending()
                                                    ? ", highest first"
                                                    : ", lowest first"))
                            .findFirst()
                            .orElse("an order");
            case "comparison" -> "compared with the " + compared(meaning);
            case "date" -> "dated by " + lexicon.label(meaning);
            default -> "the condition " + meaning;
        };
    }

    private static String compared(String meaning) {
        return switch (meaning) {
            case "prior_period" -> "period before";
            case "prior_year" -> "same days a year earlier";
            default -> "period that is named (" + meaning.replace('_', ' ') + ")";
        };
    }

    /// The days are told only where one period is named: of two, the chips say which is which.
    private static String time(SpanNote span, QuestionForm form, List<SpanNote> all) {
        Window w = form.window();
        boolean one = all.stream().filter(s -> s.kind().equals("time")).count() == 1;
        if (!one || w == null) {
            return "the period " + span.meaning();
        }
        LocalDate from = w.from();
        LocalDate to = w.to();
        if (to == null) {
            return from == null ? "all dates" : "the days from " + DayWords.day(from);
        }
        if ("as_of".equals(w.dateRole())) {
            return "as of " + DayWords.day(to);
        }
        return from == null
                ? "the days up to " + DayWords.day(to)
                : "the days " + DayWords.days(from, to);
    }

    private List<String> taken(QuestionForm form) {
        var taken = new ArrayList<>(form.assumptions());
        if (form.measures().isEmpty()) {
            return taken;
        }
        String first = form.measures().getFirst();
        boolean state = lexicon.measure(first).map(m -> m.snapshot()).orElse(false);
        Window w = form.window();
        if (w == null) {
            taken.add(
                    state
                            ? "No day is named: the state as of today."
                            : "No period is named: all dates.");
        } else if (w.dateRole() == null && !state) {
            taken.add(
                    "No date is named: rows count on the measure's own, the "
                            + lexicon.label(catalog.kpi(first).definition().dateBasis().id())
                            + ".");
        }
        return taken;
    }
}
