package org.claimscope.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimscope.app.Pictures;
import org.claimscope.app.export.PageBook;
import org.claimscope.app.export.Paper;
import org.claimscope.app.export.PdfFile;
import org.claimscope.app.present.PageId;
import org.claimscope.charts.palette.Theme;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `snapshot`: a page as a picture, a PDF or a workbook, without a display.
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Draws a page as a PNG, without a display; to FILE.pdf or FILE.xlsx, exports it.")
final class SnapshotCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");

    @ParentCommand @Nullable ClaimscopeCommand parent;

    @Option(names = "--page", required = true, paramLabel = "ID")
    PageId page = PageId.OVERVIEW;

    @Option(names = "--theme", defaultValue = "light", paramLabel = "light|dark|contrast")
    Theme theme = Theme.LIGHT;

    @Option(names = "--size", defaultValue = "1440x900", paramLabel = "WxH")
    String size = "";

    @Option(
            names = "--paper",
            paramLabel = "a4|letter",
            description = "Of a PDF; without it, the usual one of this country.")
    @Nullable Paper paper;

    @Option(
            names = "--question",
            paramLabel = "TEXT",
            description = "With --page ask: what is asked; given again, the conversation goes on.")
    List<String> questions = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "FILE.png|.pdf|.xlsx")
    @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Session session = Commands.session(parent);
        Matcher m = SIZE.matcher(size);
        if (!m.matches()) {
            throw new ClaimscopeException(ErrorKind.USER, "--size is WxH, such as 1280x800.");
        }
        Path file = Objects.requireNonNull(out).toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "There is no folder " + folder + ". Check --out.");
        }
        Fonts.require();
        try (var core = session.open()) {
            Files.write(file, bytes(new Pictures(core, session.user()), file, m));
            session.out().println(out);
        }
        return ClaimscopeCommand.DONE;
    }

    /// What the file's name asks for.
    private byte[] bytes(Pictures pictures, Path file, Matcher wanted) {
        List<String> asked = page == PageId.ASK ? questions : List.of();
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".pdf")) {
            Paper on = paper == null ? Paper.of(Locale.getDefault()) : paper;
            return PdfFile.bytes(pictures.content(page, asked), on);
        }
        if (name.endsWith(".xlsx")) {
            return PageBook.xlsx(pictures.content(page, asked));
        }
        return pictures.png(
                page,
                theme,
                Integer.parseInt(wanted.group(1)),
                Integer.parseInt(wanted.group(2)),
                asked);
    }
}
