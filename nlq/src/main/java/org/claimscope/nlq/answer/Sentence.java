package org.claimscope.nlq.answer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.nlq.form.DayWords;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.Window;
import org.claimscope.nlq.lexicon.Lexicon;

/// Says a result in one sentence. Every number comes from the result or its size.
final class Sentence {
    private final Lexicon lexicon;
    private final QuestionForm form;
    private final MetricQuery query;
    private final Grid grid;

    Sentence(Lexicon lexicon, QuestionForm form, MetricQuery query, Grid grid) {
        this.lexicon = lexicon;
        this.form = form;
        this.query = query;
        this.grid = grid;
    }

    String text() {
        if (grid.rows().isEmpty()) {
            return "No rows: nothing matches" + where() + when() + ".";
        }
        if (form.measures().isEmpty()) {
            return counted(grid.rows().size(), noun()) + where() + when() + ".";
        }
        int members = query.dimensions().size() + (query.grain().isPresent() ? 1 : 0);
        if (members == 0) {
            return single();
        }
        return query.grain().isPresent() && query.dimensions().isEmpty() ? trend() : split(members);
    }

    private String noun() {
        return form.dimensions().stream().map(lexicon::label).collect(Collectors.joining(" and "));
    }

    private static String counted(int n, String noun) {
        String plural =
                noun.endsWith("s")
                        ? noun + "es"
                        : noun.endsWith("y")
                                ? noun.substring(0, noun.length() - 1) + "ies"
                                : noun + "s";
        return Figures.words(BigDecimal.valueOf(n), Unit.COUNT) + " " + (n == 1 ? noun : plural);
    }

    private String single() {
        List<Cell> row = grid.rows().getFirst();
        var all = new StringBuilder();
        for (int c = 0; c < grid.columns().size(); c++) {
            String column = grid.columns().get(c);
            if (column.contains(".")) {
                continue;
            }
            all.append(all.isEmpty() ? "" : "; ")
                    .append(lexicon.label(column))
                    .append(": ")
                    .append(row.get(c).words())
                    .append(against(row, c));
        }
        return all + where() + when() + ".";
    }

    /// ", up $12.00 from $30.00".
    private String against(List<Cell> row, int c) {
        boolean compared =
                c + 2 < grid.columns().size() && grid.columns().get(c + 1).endsWith(".before");
        if (!compared) {
            return "";
        }
        if (!(row.get(c + 2) instanceof Cell.Figure(BigDecimal change, Unit unit))) {
            return ", with nothing to compare";
        }
        String before = row.get(c + 1).words();
        if (change.signum() == 0) {
            return ", unchanged";
        }
        String way = change.signum() > 0 ? ", up " : ", down ";
        String size =
                unit == Unit.RATE
                        ? Figures.words(change.abs(), unit).replace(" %", " points")
                        : Figures.words(change.abs(), unit);
        return way + size + " from " + before;
    }

    private String trend() {
        int c = 1;
        List<List<Cell>> rows = grid.rows();
        if (!form.order().isEmpty()) {
            List<Cell> first = rows.getFirst();
            return lexicon.label(grid.columns().get(c))
                    + " by "
                    + grid.columns().getFirst()
                    + ": "
                    + first.get(c).words()
                    + " in "
                    + first.getFirst().words()
                    + where()
                    + ".";
        }
        List<Cell> last = rows.getLast();
        String label = lexicon.label(grid.columns().get(c));
        String newest =
                label
                        + " by "
                        + grid.columns().getFirst()
                        + ": "
                        + last.get(c).words()
                        + " in "
                        + last.getFirst().words();
        if (rows.size() == 1) {
            return newest + where() + ".";
        }
        List<Cell> first = rows.getFirst();
        return newest
                + ", after "
                + first.get(c).words()
                + " in "
                + first.getFirst().words()
                + where()
                + ".";
    }

    private String split(int members) {
        int c = members;
        String label = lexicon.label(grid.columns().get(c));
        String by = noun();
        List<List<Cell>> rows = grid.rows();
        Optional<List<Cell>> lead =
                form.order().isEmpty() ? highest(rows, c) : Optional.of(rows.getFirst());
        String who =
                lead.map(r ->
                                r.subList(0, members).stream()
                                                .map(Cell::words)
                                                .collect(Collectors.joining(", "))
                                        + " with "
                                        + r.get(c).words()
                                        + against(r, c))
                        .orElse("no value");
        String place = form.order().isEmpty() ? "highest is " : rows.size() == 1 ? "" : "first is ";
        return label
                + " by "
                + by
                + where()
                + when()
                + ": "
                + place
                + who
                + (rows.size() == 1
                        ? "."
                        : "; "
                                + Figures.words(BigDecimal.valueOf(rows.size()), Unit.COUNT)
                                + " rows.");
    }

    private static Optional<List<Cell>> highest(List<List<Cell>> rows, int c) {
        List<Cell> best = null;
        for (List<Cell> row : rows) {
            if (row.get(c) instanceof Cell.Figure(BigDecimal value, Unit _)
                    && (best == null
                            || !(best.get(c) instanceof Cell.Figure(BigDecimal top, Unit _))
                            || value.compareTo(top) > 0)) {
                best = row;
            }
        }
        return Optional.ofNullable(best);
    }

    private String where() {
        String all =
                form.filters().stream()
                        .filter(f -> !f.field().equals(QuestionForm.CHANGE))
                        .map(f ->
                                lexicon.label(f.field())
                                        + " "
                                        + f.op().sign().replace('_', ' ')
                                        + " "
                                        + f.valueText())
                        .collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : " (" + all + ")";
    }

    private String when() {
        Window w = form.window();
        if (w == null) {
            return query.asOf().map(d -> ", as of " + DayWords.day(d)).orElse("");
        }
        LocalDate from = w.from();
        LocalDate to = w.to();
        if (from == null || to == null) {
            return from == null
                    ? to == null
                            ? ""
                            : ("as_of".equals(w.dateRole()) ? ", as of " : ", up to ")
                                    + DayWords.day(to)
                    : ", from " + DayWords.day(from);
        }
        return ("as_of".equals(w.dateRole())
                ? ", as of " + DayWords.day(to)
                : ", " + DayWords.period(from, to));
    }
}
