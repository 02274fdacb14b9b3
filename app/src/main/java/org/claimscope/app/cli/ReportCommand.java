package org.claimscope.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.claimscope.app.Pictures;
import org.claimscope.app.export.Pack;
import org.claimscope.app.export.PageContent;
import org.claimscope.app.export.Paper;
import org.claimscope.app.export.PdfFile;
import org.claimscope.app.present.PageId;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
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
        description = {
            "A saved report; `report list` names them.",
            "`report pack NAME` writes several pages as one PDF; `report pack list` names the packs."
        })
final class ReportCommand implements Callable<Integer> {
    @ParentCommand @Nullable ClaimscopeCommand parent;

    @Parameters(index = "0", paramLabel = "NAME", description = "The report, list, or pack.")
    String name = "";

    @Option(names = "--year", paramLabel = "Y", description = "Year of service.")
    @Nullable Integer year;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PACK",
            description = "With pack: which one, or list.")
    @Nullable String pack;

    @Option(
            names = "--period",
            paramLabel = "YYYY-MM",
            description = "With pack: the month shown. Without it: the newest complete one.")
    @Nullable YearMonth period;

    @Option(
            names = "--out",
            paramLabel = "DIR|FILE.pdf",
            description = "With pack: where to. A folder's file is named by pack and month.")
    @Nullable Path out;

    @Option(
            names = "--paper",
            paramLabel = "a4|letter",
            description = "With pack: of the PDF; without it, the usual one of this country.")
    @Nullable Paper paper;

    @Option(names = "--format", paramLabel = "csv|table")
    Format format = Format.CSV;

    /// How the report is written.
    enum Format {
        CSV,
        TABLE
    }

    @Override
    public Integer call() throws IOException {
        Session session = Commands.session(parent);
        if (name.equals("pack")) {
            return pack(session);
        }
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

    private Integer pack(Session session) throws IOException {
        if (pack == null || pack.equals("list")) {
            Pack.all()
                    .forEach(p ->
                            session.out()
                                    .println(
                                            p.id()
                                                    + ": "
                                                    + p.pages().stream()
                                                            .map(PageId::id)
                                                            .collect(Collectors.joining(", "))));
            return ClaimscopeCommand.DONE;
        }
        Pack wanted = Pack.named(pack);
        Path to = out;
        if (to == null) {
            throw new ClaimscopeException(ErrorKind.USER, "Where to? Give --out DIR|FILE.pdf.");
        }
        boolean folder = Files.isDirectory(to);
        Path above = to.toAbsolutePath().getParent();
        if (!folder && (above == null || !Files.isDirectory(above))) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "There is no folder " + above + ". Check --out.");
        }
        Fonts.require();
        try (var core = session.open()) {
            List<PageContent> contents =
                    new Pictures(core, session.user())
                            .contents(wanted, Optional.ofNullable(period));
            Path file = folder ? to.resolve(wanted.fileName(contents) + ".pdf") : to;
            Paper on = paper == null ? Paper.of(Locale.getDefault()) : paper;
            Files.write(file, PdfFile.bytes(wanted.title(), contents, on));
            session.out().println(file);
        }
        return ClaimscopeCommand.DONE;
    }

    /// Reports end with their numbers.
    private static Set<Integer> numbers(int width) {
        return width > 4 ? Set.of(width - 3, width - 2, width - 1) : Set.of(width - 2, width - 1);
    }
}
