package org.claimscope.app.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `drill`: the rows behind a number.
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "The rows that sum to a metric. Go on from a row with: lineage TABLE SOURCE/ID.")
final class DrillCommand implements Callable<Integer> {
    @ParentCommand @Nullable ClaimscopeCommand parent;

    @Parameters(paramLabel = "ID", description = "The metric.")
    String measure = "";

    @Mixin QueryOptions options = new QueryOptions();

    @Option(
            names = "--denominator",
            description = "The rows of a quotient's denominator instead of its numerator's.")
    boolean denominator;

    @Option(names = "--limit", paramLabel = "N")
    int limit;

    @Option(names = "--format", paramLabel = "table|json|csv")
    Format format = Format.TABLE;

    /// How the rows are written.
    enum Format {
        TABLE,
        JSON,
        CSV
    }

    @Override
    public Integer call() {
        Session session = Commands.session(parent);
        try (var core = session.open()) {
            MetricQuery query = options.query(List.of(measure), core.catalog(), 0);
            try (Frame rows = core.query().drill(query, denominator, limit)) {
                List<String> columns =
                        rows.columns().stream().filter(c -> !c.startsWith("patient_key")).toList();
                String value = columns.getLast();
                var table = new TextTable(columns, Set.of(columns.size() - 1));
                BigDecimal sum = BigDecimal.ZERO;
                for (int r = 0; r < rows.rowCount(); r++) {
                    var cells = new ArrayList<String>();
                    var object = new LinkedHashMap<String, @Nullable Object>();
                    for (String column : columns) {
                        String text =
                                rows.date(column, r) != null
                                        ? String.valueOf(rows.date(column, r))
                                        : rows.text(column, r);
                        cells.add(text == null ? "" : text);
                        object.put(column, column.equals(value) ? rows.number(column, r) : text);
                    }
                    BigDecimal one = rows.number(value, r);
                    sum = sum.add(one == null ? BigDecimal.ZERO : one);
                    if (format == Format.JSON) {
                        session.out().println(Json.line(object));
                    }
                    table.add(cells);
                }
                switch (format) {
                    case TABLE -> table.print(session.out());
                    case CSV -> table.printCsv(session.out());
                    case JSON -> {}
                }
                session.err()
                        .println(
                                rows.rowCount()
                                        + " rows, "
                                        + value
                                        + " = "
                                        + sum.toPlainString()
                                        + (limit > 0 && rows.rowCount() == limit
                                                ? " (cut at --limit)"
                                                : ""));
            }
        }
        return ClaimscopeCommand.DONE;
    }
}
