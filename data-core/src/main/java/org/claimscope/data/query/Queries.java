package org.claimscope.data.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.security.Decision;
import org.claimscope.data.security.PolicyEngine;
import org.claimscope.data.security.Subject;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/// Answers questions asked in the catalog's words: checks, asks the policy, writes the audit entry,
/// compiles, runs.
public final class Queries {
    private final Workspace workspace;
    private final Catalog catalog;
    private final Compiler compiler;
    private final RowsCompiler rowsCompiler;
    private final PolicyEngine policy;
    private final Subject subject;
    private final Cancellation cancellation;
    private final MonthMemory months;

    public Queries(Workspace workspace, Catalog catalog, PolicyEngine policy, Subject subject) {
        this(workspace, catalog, policy, subject, Cancellation.NONE, new MonthMemory(workspace));
    }

    private Queries(
            Workspace workspace,
            Catalog catalog,
            PolicyEngine policy,
            Subject subject,
            Cancellation cancellation,
            MonthMemory months) {
        this.workspace = workspace;
        this.catalog = catalog;
        this.compiler = new Compiler(catalog);
        this.rowsCompiler = new RowsCompiler(compiler);
        this.policy = policy;
        this.subject = subject;
        this.cancellation = cancellation;
        this.months = months;
    }

    public Catalog catalog() {
        return catalog;
    }

    /// Today, where the workspace is.
    public LocalDate today() {
        return LocalDate.ofInstant(workspace.clock().instant(), ZoneId.systemDefault());
    }

    /// One row for each member, or one row for all. The caller closes the frame.
    ///
    /// Columns: for each dimension its label, and `<dimension>_key` (`source/id`) where members are
    /// records; `period` (first day) with a grain; for each metric its value, and `_numerator` and
    /// `_denominator` for quotients.
    public Frame run(MetricQuery query) {
        Decision decision = permitted("query", query);
        return run(compiler.compile(query, decision, today()));
    }

    /// Months of a trend. Those that no delivery touched since they were asked for last are not
    /// computed again; every asking is noted all the same.
    ///
    /// @param query over whole months, by month, without dimensions
    public Months months(MetricQuery query) {
        Decision decision = permitted("query", query);
        return months.of(query, part -> run(compiler.compile(part, decision, today())));
    }

    /// The one row of a query without dimensions and grain, by column; computed again only when
    /// something touched its period or the days before. Every asking is noted all the same.
    public Map<String, BigDecimal> total(MetricQuery query) {
        Decision decision = permitted("query", query);
        return months.total(query, part -> run(compiler.compile(part, decision, today())));
    }

    /// What a result leaves open.
    public Coverage coverage(MetricQuery query, Frame frame) {
        return new CoverageMeter(workspace, catalog).of(query, frame);
    }

    /// The rows that sum to the query's first metric: `row_source`, `row_id` and what each adds.
    ///
    /// @param denominator the denominator's rows instead of the numerator's
    /// @param limit most rows, 0 for all
    public Frame drill(MetricQuery query, boolean denominator, int limit) {
        Decision decision = permitted("drill", query);
        return run(rowsCompiler.drill(query, denominator, decision, today(), limit));
    }

    /// The rows that sum to the query's first metric, with what a reader wants to see of each:
    /// `row_…` columns, identifiers masked, `row_value` (what the row adds), and on every row
    /// `all_rows` and `all_sum` over those that the limit left out too.
    ///
    /// @param limit most rows, 0 for all
    public Frame rows(MetricQuery query, boolean denominator, RowOrder order, int limit) {
        Decision decision = permitted("drill", query);
        return run(rowsCompiler.rows(query, denominator, order, decision, today(), limit));
    }

    /// What the query's first metric and another reading of it count differently, claim by claim.
    ///
    /// @param other id of a metric, most often a variant
    /// @param limit most records
    /// @throws org.claimscope.data.error.ClaimscopeException USER when no claim or visit can make
    ///   the difference
    public Disagreement disagreement(MetricQuery query, String other, int limit) {
        Kpi first = catalog.kpi(query.measures().getFirst());
        Kpi second = catalog.kpi(other);
        Dimension by = Disagreement.by(first, second);
        MetricQuery one = query.about(first.id()).by(by);
        MetricQuery two = query.about(second.id()).by(by);
        Decision decision = permitted("drill", one);
        permitted("drill", two);
        return Disagreement.of(
                by,
                first,
                compiler.compile(one, decision, today()),
                second,
                compiler.compile(two, decision, today()),
                limit,
                this::run);
    }

    /// The lines of a claim and the decision that stands, as far as feeds told of them.
    ///
    /// @param key `source/id`
    public ClaimTold claim(String key) {
        policy.decide(subject, "claim", "analysis");
        workspace.audit().append("claim", "lines and decision", "analysis", "{}");
        return new Claims(workspace).told(key);
    }

    /// One patient, identifiers masked; empty when nobody is known by that key.
    ///
    /// @param key `source/id`
    public Optional<Person> person(String key) {
        Decision decision = policy.decide(subject, "person", "analysis");
        workspace.audit().append("person", "patient", "analysis", "{}");
        return new People(workspace).person(key, decision);
    }

    /// One patient with names and numbers in full, except the social security number. The reason is
    /// noted before anything is read.
    ///
    /// @throws org.claimscope.data.error.ClaimscopeException USER without a reason
    public Optional<Person> reveal(String key, String reason) {
        Decision decision = policy.reveal(subject, reason);
        workspace.audit().append("reveal", "patient", reason, "{}");
        return new People(workspace).person(key, decision);
    }

    /// What codes are called, from the lists of codes that were imported. Nobody's data: lists are
    /// public, or licensed to who imported them.
    public CodeTitles titles(Set<String> codes) {
        return CodeTitles.of(workspace, codes);
    }

    /// Every name and number of persons and records, to check that none of them leaves the machine.
    /// Whoever takes them keeps hashes only.
    public void identifiers(Consumer<String> taken) {
        policy.decide(subject, "egress check", "question");
        workspace.audit().append("egress check", "identifiers", "question", "{}");
        new Identifiers(workspace).forEach(taken);
    }

    /// The same questions, given up as soon as nobody wants the answer.
    public Queries until(Cancellation requested) {
        return new Queries(workspace, catalog, policy, subject, requested, months);
    }

    /// What is odd about the data as they came.
    List<DataQuality.Finding> dataQuality() {
        policy.decide(subject, "query", "analysis");
        workspace.audit().append("query", "data quality", "analysis", "{}");
        return new DataQuality(workspace).findings();
    }

    /// What each feed did in each run, oldest first.
    public List<RunEntry> runs() {
        policy.decide(subject, "query", "analysis");
        workspace.audit().append("query", "reconciliation", "analysis", "{}");
        return workspace.journal().runs(Integer.MAX_VALUE).reversed();
    }

    /// Whether feeds that tell the same money agree.
    public List<FeedTotals.Agreement> feedTotals() {
        policy.decide(subject, "query", "analysis");
        workspace.audit().append("query", "totals across feeds", "analysis", "{}");
        return new FeedTotals(workspace).all();
    }

    /// What two feeds of a sender differ about, the largest difference first.
    public List<FeedTotals.Difference> differences(FeedTotals.Pair pair, String source, int limit) {
        policy.decide(subject, "drill", "analysis");
        workspace.audit().append("drill", "totals across feeds", "analysis", "{}");
        return new FeedTotals(workspace).differences(pair, source, limit);
    }

    /// What senders handed over, by the delivery's number.
    public Map<Long, Delivery> deliveries() {
        return workspace.journal().deliveries().stream()
                .collect(Collectors.toMap(Delivery::id, d -> d));
    }

    /// The statement a query would run, values as placeholders.
    public String sql(MetricQuery query) {
        Decision decision = policy.decide(subject, "explain", "definition");
        return sql(compiler.compile(query, decision, today()), ParamType.INDEXED);
    }

    private static String sql(Compiler.Compiled compiled, ParamType values) {
        var text = new StringBuilder();
        compiled.reads()
                .kept()
                .forEach((table, rows) ->
                        text.append("create temp table ")
                                .append(table)
                                .append(" as ")
                                .append(rows.sql())
                                .append(";\n\n"));
        return text.append(
                        DSL.using(
                                        SQLDialect.DUCKDB,
                                        new Settings()
                                                .withRenderQuotedNames(RenderQuotedNames.NEVER)
                                                .withRenderFormatted(true)
                                                .withParamType(values))
                                .render(compiled.select()))
                .toString();
    }

    /// The entry is written before the data are read; if it cannot be, they are not.
    private Decision permitted(String action, MetricQuery query) {
        Decision decision = policy.decide(subject, action, "analysis");
        workspace
                .audit()
                .append(action, String.join(",", query.measures()), "analysis", detail(query));
        return decision;
    }

    private Frame run(Compiler.Compiled compiled) {
        return workspace.query(
                compiled.reads(),
                compiled.select(),
                cancellation,
                rows -> Frame.copy(rows, workspace.allocator()));
    }

    /// Which members were filtered on may identify a person, so only the dimensions are noted.
    private static String detail(MetricQuery query) {
        return "{\"by\":["
                + words(query.dimensions().stream().map(d -> d.id()).toList())
                + "],\"where\":["
                + words(query.filters().stream().map(f -> f.dimension().id()).toList())
                + "],\"from\":\""
                + query.from().map(LocalDate::toString).orElse("")
                + "\",\"to\":\""
                + query.to().map(LocalDate::toString).orElse("")
                + "\"}";
    }

    private static String words(List<String> ids) {
        return ids.stream().map(i -> '"' + i + '"').collect(Collectors.joining(","));
    }
}
