package org.claimscope.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.claimscope.data.query.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `report`: the saved reports.
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "A saved report; `report list` names them.")
final class ReportCommand implements Callable<Integer> {
    @ParentCommand @Nullable ClaimscopeCommand parent;

    @Parameters(paramLabel = "NAME", description = "The report, or list.")
    String name = "";

    @Option(names = "--year", paramLabel = "Y", description = "Year of service.")
    @Nullable Integer year;

    @Option(names = "--format", paramLabel = "csv|table")
    Format format = Format.CSV;

    /// How the report is written.
    enum Format {
        CSV,
        TABLE
    }

    @Override
    public Integer call() {
        Session session = Commands.session(parent);
        if (name.equals("list")) {
            Arrays.stream(Report.values()).forEach(r -> session.out().println(r.id()));
            return ClaimscopeCommand.DONE;
        }
        Report report = Report.named(name);
        int width = report.header().size();
        var table = new TextTable(report.header(), numbers(width));
        try (var core = session.open()) {
            List<List<String>> rows = report.rows(core.query(), Optional.ofNullable(year));
            rows.forEach(table::add);
        }
        if (format == Format.CSV) {
            table.printCsv(session.out());
        } else {
            table.print(session.out());
        }
        return ClaimscopeCommand.DONE;
    }

    /// Reports end with their numbers.
    private static Set<Integer> numbers(int width) {
        return width > 4 ? Set.of(width - 3, width - 2, width - 1) : Set.of(width - 2, width - 1);
    }
}
