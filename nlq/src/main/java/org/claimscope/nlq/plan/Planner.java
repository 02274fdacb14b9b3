package org.claimscope.nlq.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.DateRole;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Population;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.nlq.form.Comparison;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.Filter.Level;
import org.claimscope.nlq.form.Op;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.Window;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.jspecify.annotations.Nullable;

/// Turns a form into a query in the catalog's words. What the catalog lacks is said by name.
public final class Planner {
    private final Catalog catalog;
    private final Lexicon lexicon;
    private final ValueIndex values;

    public Planner(Catalog catalog, Lexicon lexicon, ValueIndex values) {
        this.catalog = catalog;
        this.lexicon = lexicon;
        this.values = values;
    }

    /// @param asOf the business day of states; today cuts nothing off, for records may be dated
    ///   ahead
    public Plan plan(QuestionForm form, LocalDate asOf, LocalDate today) {
        try {
            return ready(form, asOf, today);
        } catch (Unavailable e) {
            return new Plan.Impossible(String.valueOf(e.getMessage()), List.of());
        }
    }

    /// The catalog cannot do it; the message says what it needs.
    private static final class Unavailable extends RuntimeException {
        @java.io.Serial private static final long serialVersionUID = 1L;

        Unavailable(String why) {
            super(why, null, false, false);
        }
    }

    private Plan ready(QuestionForm form, LocalDate asOf, LocalDate today) {
        List<String> measures = measures(form);
        boolean rows = form.measures().isEmpty() && drills(form) && conditioned(form).isEmpty();
        var dimensions = new ArrayList<Dimension>();
        for (String id : form.dimensions()) {
            if (!rows) {
                dimensions.add(dimension(id));
            }
        }
        QuestionForm fitting = fitting(form, measures);
        dimensions.forEach(d -> splits(measures, d));
        var where = new ArrayList<MetricQuery.Filter>();
        var having = new ArrayList<MetricQuery.Having>();
        for (Filter f : fitting.filters()) {
            if (f.level() == Level.MEASURE) {
                if (!f.field().equals(QuestionForm.CHANGE)) {
                    having.addAll(having(f));
                }
            } else {
                where.addAll(where(f));
            }
        }
        where.forEach(f -> splits(measures, f.dimension()));
        boolean onChange =
                form.order().stream().anyMatch(o -> o.by().equals(QuestionForm.CHANGE))
                        || form.filters().stream()
                                .anyMatch(f -> f.field().equals(QuestionForm.CHANGE));
        var query =
                new MetricQuery(
                        measures,
                        dimensions,
                        form.grain(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        asOf.equals(today) ? Optional.empty() : Optional.of(asOf),
                        where,
                        having,
                        onChange
                                ? List.of()
                                : form.order().stream()
                                        .map(o -> new MetricQuery.Order(o.by(), o.descending()))
                                        .toList(),
                        onChange || form.limit() == null ? 0 : form.limit());
        Window window = form.window();
        int later = later(form);
        return new Plan.Ready(
                fitting,
                windowed(query, window),
                later > 0
                        ? Optional.of(windowed(plain(query), earlier(form, later)))
                        : compared(form, query, window, asOf),
                later,
                rows);
    }

    /// Claims and encounters are listed as rows.
    private static boolean drills(QuestionForm form) {
        return form.dimensions().equals(List.of("claim"))
                || form.dimensions().equals(List.of("encounter"));
    }

    /// The measures that conditions are on.
    private static List<String> conditioned(QuestionForm form) {
        return form.filters().stream()
                .filter(f -> f.level() == Level.MEASURE && !f.field().equals(QuestionForm.CHANGE))
                .map(Filter::field)
                .distinct()
                .toList();
    }

    private List<String> measures(QuestionForm form) {
        var all = new ArrayList<>(form.measures());
        conditioned(form).stream().filter(f -> !all.contains(f)).forEach(all::add);
        return all.isEmpty() ? List.of(counted(form)) : all;
    }

    /// What a listing goes by: the rows that have all that it asks for.
    private String counted(QuestionForm form) {
        // Of a patient, how often they were here says more than that each is one.
        String usual = form.dimensions().contains("claim") ? "claim_count" : "encounter_count";
        List<Dimension> asked =
                Stream.concat(
                                form.dimensions().stream(),
                                form.filters().stream().map(Filter::field))
                        .flatMap(id -> Dimension.named(id).stream())
                        .toList();
        return Stream.of(usual, "claim_count", "ar_balance", "charges")
                .filter(id ->
                        populations(List.of(id)).stream()
                                .allMatch(p -> asked.stream().allMatch(d -> d.splits(p))))
                .findFirst()
                .orElse(usual);
    }

    private Dimension dimension(String id) {
        return Dimension.named(id)
                .orElseThrow(
                        () -> new Unavailable("There is no split by " + lexicon.label(id) + "."));
    }

    private List<Population> populations(List<String> measures) {
        var all = new ArrayList<Population>();
        for (String id : measures) {
            Kpi.Definition d = catalog.kpi(id).definition();
            all.add(d.numerator().population());
            d.denominator().ifPresent(m -> all.add(m.population()));
        }
        return all;
    }

    private void splits(List<String> measures, Dimension dimension) {
        for (String id : measures) {
            if (populations(List.of(id)).stream().anyMatch(p -> !dimension.splits(p))) {
                throw new Unavailable(
                        lexicon.label(id)
                                + " cannot be split or filtered by "
                                + lexicon.label(dimension.id())
                                + ": its rows do not have one.");
            }
        }
    }

    /// A member of a dimension that the measure lacks is looked for in one that it has: Medicare is
    /// a financial class in the ledger and a payer's type everywhere.
    private QuestionForm fitting(QuestionForm form, List<String> measures) {
        List<Population> populations = populations(measures);
        QuestionForm fitting = form;
        var filters = new ArrayList<Filter>();
        for (Filter f : form.filters()) {
            Optional<Dimension> named = Dimension.named(f.field());
            boolean fits = named.isEmpty() || populations.stream().allMatch(named.get()::splits);
            Optional<Filter> other = fits ? Optional.empty() : elsewhere(f, populations);
            if (other.isPresent()) {
                fitting =
                        fitting.withAssumption(
                                f.valueText()
                                        + " is taken as "
                                        + lexicon.label(other.get().field())
                                        + ".");
            }
            filters.add(other.orElse(f));
        }
        return fitting.withFilters(filters);
    }

    private Optional<Filter> elsewhere(Filter f, List<Population> populations) {
        if (f.value() instanceof Filter.Members(List<String> names)) {
            for (String id : List.of("payer", "payer_type", "financial_class")) {
                Dimension d = Dimension.named(id).orElseThrow();
                if (populations.stream().allMatch(d::splits)
                        && names.stream().allMatch(n -> values.has(id, n))) {
                    return Optional.of(new Filter(id, f.op(), f.value(), f.level()));
                }
            }
        }
        return Optional.empty();
    }

    private List<MetricQuery.Filter> where(Filter f) {
        Dimension d = dimension(f.field());
        return switch (f.value()) {
            case Filter.Bounds(List<BigDecimal> numbers) -> compared(d, f.op(), numbers);
            case Filter.Members(List<String> names) ->
                    List.of(
                            new MetricQuery.Filter(
                                    d,
                                    switch (f.op()) {
                                        case EQUAL, IN -> MetricQuery.Op.EQUAL;
                                        case NOT_EQUAL, NOT_IN -> MetricQuery.Op.NOT_EQUAL;
                                        case CONTAINS -> MetricQuery.Op.CONTAINS;
                                        case GREATER,
                                                GREATER_OR_EQUAL,
                                                LESS,
                                                LESS_OR_EQUAL,
                                                BETWEEN ->
                                                throw new Unavailable(
                                                        lexicon.label(f.field())
                                                                + " has no order.");
                                    },
                                    names));
        };
    }

    private List<MetricQuery.Filter> compared(Dimension d, Op op, List<BigDecimal> numbers) {
        if (d.kind() != Dimension.Kind.NUMBER) {
            throw new Unavailable(
                    "A condition on " + lexicon.label(d.id()) + " needs its members.");
        }
        List<String> values = numbers.stream().map(BigDecimal::toPlainString).toList();
        return op == Op.BETWEEN
                ? List.of(
                        new MetricQuery.Filter(
                                d, MetricQuery.Op.GREATER_OR_EQUAL, List.of(values.getFirst())),
                        new MetricQuery.Filter(
                                d, MetricQuery.Op.LESS_OR_EQUAL, List.of(values.getLast())))
                : List.of(new MetricQuery.Filter(d, number(op), values));
    }

    private static List<MetricQuery.Having> having(Filter f) {
        if (!(f.value() instanceof Filter.Bounds(List<BigDecimal> n))) {
            throw new Unavailable("A condition on a measure needs a number.");
        }
        return f.op() == Op.BETWEEN
                ? List.of(
                        new MetricQuery.Having(
                                f.field(), MetricQuery.Op.GREATER_OR_EQUAL, n.getFirst()),
                        new MetricQuery.Having(
                                f.field(), MetricQuery.Op.LESS_OR_EQUAL, n.getLast()))
                : List.of(new MetricQuery.Having(f.field(), number(f.op()), n.getFirst()));
    }

    /// How one number is compared.
    private static MetricQuery.Op number(Op op) {
        return switch (op) {
            case GREATER -> MetricQuery.Op.GREATER;
            case GREATER_OR_EQUAL -> MetricQuery.Op.GREATER_OR_EQUAL;
            case LESS -> MetricQuery.Op.LESS;
            case LESS_OR_EQUAL -> MetricQuery.Op.LESS_OR_EQUAL;
            case EQUAL -> MetricQuery.Op.EQUAL;
            case NOT_EQUAL -> MetricQuery.Op.NOT_EQUAL;
            case BETWEEN, IN, NOT_IN, CONTAINS ->
                    throw new Unavailable("A number is compared with = != > >= < <=.");
        };
    }

    private MetricQuery windowed(MetricQuery query, @Nullable Window w) {
        if (w == null) {
            return query;
        }
        if ("as_of".equals(w.dateRole())) {
            return w.to() == null ? query : query.asOf(w.to());
        }
        if (w.dateRole() != null && w.role().isEmpty()) {
            throw new Unavailable("The " + lexicon.label(w.dateRole()) + " is not available yet.");
        }
        return new MetricQuery(
                query.measures(),
                query.dimensions(),
                query.grain(),
                Optional.ofNullable(w.from()),
                Optional.ofNullable(w.to()),
                w.role().filter(r -> r != DateRole.AS_OF),
                query.asOf(),
                query.filters(),
                query.having(),
                query.order(),
                query.limit());
    }

    private Optional<MetricQuery> compared(
            QuestionForm form, MetricQuery query, @Nullable Window window, LocalDate asOf) {
        if (form.comparison() == null) {
            return Optional.empty();
        }
        boolean states =
                form.measures().stream()
                        .allMatch(m -> lexicon.measure(m).map(e -> e.snapshot()).orElse(false));
        Window first = window;
        if (first == null && states) {
            first = new Window(null, asOf, DateRole.AS_OF.id(), null);
        }
        if (first == null) {
            throw new Unavailable("Say which period to compare, such as: last month.");
        }
        Window second =
                form.comparison()
                        .against(first)
                        .orElseThrow(() -> new Unavailable("This period has none before it."));
        // The second period answers for the members of the first: no condition, order or limit.
        return Optional.of(windowed(plain(query), second));
    }

    /// The same without conditions on results, order, limit and period.
    private static MetricQuery plain(MetricQuery query) {
        return new MetricQuery(
                query.measures(),
                query.dimensions(),
                query.grain(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                query.asOf(),
                query.filters(),
                List.of(),
                List.of(),
                0);
    }

    /// With a time axis each period stands beside the one before it, the one a year before, or the
    /// one at the same place of another window; 0 without.
    private static int later(QuestionForm form) {
        Comparison comparison = form.comparison();
        if (comparison == null || form.grain().isEmpty()) {
            return 0;
        }
        Grain grain = form.grain().get();
        return switch (comparison.type()) {
            case PRIOR_PERIOD -> 1;
            case PRIOR_YEAR ->
                    switch (grain) {
                        case DAY -> 365;
                        case WEEK -> 52;
                        case MONTH -> 12;
                        case QUARTER -> 4;
                        case YEAR -> 1;
                    };
            case CUSTOM -> apart(form.window(), comparison.window(), grain);
        };
    }

    private static int apart(@Nullable Window first, @Nullable Window second, Grain grain) {
        LocalDate to = first == null ? null : first.from();
        LocalDate from = second == null ? null : second.from();
        if (to == null || from == null || !from.isBefore(to)) {
            throw new Unavailable("Say which period to compare with, such as: last year.");
        }
        int n = 0;
        LocalDate at = grain.start(from);
        while (at.isBefore(grain.start(to))) {
            at = grain.plus(at, 1);
            n++;
        }
        return n;
    }

    private static @Nullable Window earlier(QuestionForm form, int later) {
        Window w = form.window();
        Grain grain = form.grain().orElseThrow();
        if (w == null || (w.from() == null && w.to() == null)) {
            return w;
        }
        LocalDate from = w.from();
        LocalDate to = w.to();
        return new Window(
                from == null ? null : grain.plus(grain.start(from), -later),
                to == null ? null : grain.plus(grain.plus(grain.start(to), 1), -later).minusDays(1),
                w.dateRole(),
                w.text());
    }
}
