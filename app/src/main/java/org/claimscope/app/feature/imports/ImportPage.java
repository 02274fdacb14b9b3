package org.claimscope.app.feature.imports;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.app.feature.imports.ImportViewModel.Candidate;
import org.claimscope.app.present.ErrorWords;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;
import org.claimscope.app.task.Job;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.EmptyState;
import org.claimscope.app.widget.PageHeader;
import org.claimscope.app.widget.RowsTable;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.format.Inspection;
import org.claimscope.data.sync.Inspected;
import org.jspecify.annotations.Nullable;

/// From files to rows in four looks: the files, the mapping of the one that is chosen, a trial, the
/// import with its undo.
final class ImportPage implements PageView {
    private final Office office;
    private final ImportViewModel model;
    private final VBox page = new VBox();
    private final TextField source = new TextField();
    private final Button choose = new Button("Choose files…");
    private final Button trial = new Button("Dry run");
    private final Button go = new Button("Import");
    private final Button cancel = new Button("Cancel");
    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = new Label("Drop CSV files here, or choose them.");
    private final VBox filesPlace = new VBox();
    private final VBox mappingPlace = new VBox();
    private final VBox resultPlace = new VBox();
    private List<Candidate> candidates = List.of();
    private @Nullable Job running;

    ImportPage(Office office) {
        this.office = office;
        this.model = new ImportViewModel(office.core());
        page.getStyleClass().add("page");
        choose.getStyleClass().addAll("small-button", "accent");
        choose.setId("import-choose");
        choose.setOnAction(click -> office.chooseFiles(this::inspect));
        trial.getStyleClass().add("small-button");
        trial.setOnAction(click -> run(true));
        go.getStyleClass().addAll("small-button", "accent");
        go.setId("import-go");
        go.setOnAction(click -> run(false));
        cancel.getStyleClass().add("small-button");
        cancel.setVisible(false);
        cancel.setOnAction(click -> {
            Job job = running;
            if (job != null) {
                job.cancel();
                done("Cancelled. What was committed before is in; nothing half.");
            }
        });
        source.setPromptText("such as hos-a");
        source.setId("import-source");
        source.setPrefColumnCount(14);
        source.textProperty().addListener((seen, before, text) -> enable());
        bar.setVisible(false);
        words.getStyleClass().add("second");
        words.setMinWidth(0);
        words.setId("import-words");
        Label from = new Label("Where they are from");
        from.getStyleClass().add("second");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, choose, from, source, trial, go, cancel, bar, gap);
        line.getStyleClass().add("form-line");
        for (VBox place : List.of(filesPlace, mappingPlace, resultPlace)) {
            VBox.setVgrow(place, Priority.ALWAYS);
        }
        page.getChildren()
                .addAll(
                        new PageHeader(
                                "Import files",
                                "X12, HL7 v2, FHIR and CSV files, whatever their names",
                                List.of()),
                        line,
                        words,
                        filesPlace,
                        mappingPlace,
                        resultPlace);
        page.setOnDragOver(drag -> {
            if (drag.getDragboard().hasFiles()) {
                drag.acceptTransferModes(TransferMode.COPY);
            }
            drag.consume();
        });
        page.setOnDragDropped(drop -> {
            inspect(drop.getDragboard().getFiles().stream().map(File::toPath).toList());
            drop.setDropCompleted(true);
            drop.consume();
        });
        filesPlace
                .getChildren()
                .setAll(
                        new EmptyState(
                                "No files yet",
                                "Several at once are fine: they are taken in the right order."));
        enable();
    }

    @Override
    public Region node() {
        return page;
    }

    @Override
    public void refresh(boolean filtersChanged) {
        // Files do not change by themselves.
    }

    @Override
    public void close() {
        office.tasks().cancel("import");
    }

    private void enable() {
        boolean ready =
                running == null
                        && !source.getText().isBlank()
                        && candidates.stream().anyMatch(Candidate::ready);
        trial.setDisable(!ready);
        go.setDisable(!ready);
    }

    /// Looks into files, folders one level deep included.
    void inspect(List<Path> chosen) {
        words.setText("Looking into them …");
        office.tasks()
                .run(
                        "import",
                        "Looking into files",
                        (job, progress) -> model.inspect(files(chosen)),
                        found -> {
                            candidates = found;
                            if (source.getText().isBlank() && !found.isEmpty()) {
                                source.setText(suggestedSource(found.getFirst().file()));
                            }
                            showFiles();
                            enable();
                        },
                        this::failed);
    }

    private static List<Path> files(List<Path> chosen) throws IOException {
        var files = new ArrayList<Path>();
        for (Path path : chosen) {
            if (Files.isDirectory(path)) {
                try (var inside = Files.list(path)) {
                    inside.filter(Files::isRegularFile).sorted().forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }

    /// The folder's name often says whose files they are.
    private static String suggestedSource(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        String name = folder == null ? "" : String.valueOf(folder.getFileName());
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
    }

    private void showFiles() {
        List<Row> rows =
                candidates.stream()
                        .map(c ->
                                Row.of(
                                        Cell.of(c.name()),
                                        Cell.of(c.inspected().format()),
                                        Cell.of(c.inspected().records()),
                                        Cell.of(mapping(c)),
                                        Cell.of(
                                                c.inspected().findings().isEmpty()
                                                        ? "nothing odd"
                                                        : c.inspected().findings().size()
                                                                + " findings, first: "
                                                                + c.inspected()
                                                                        .findings()
                                                                        .getFirst()
                                                                        .text())))
                        .toList();
        Table table =
                new Table(
                        List.of(
                                Column.name("File"),
                                Column.words("Format"),
                                Column.figure("Records", Unit.COUNT),
                                Column.words("Mapping"),
                                Column.words("Findings")),
                        rows,
                        null,
                        "files");
        RowsTable list = new RowsTable(table, office);
        list.setId("files");
        list.getSelectionModel()
                .selectedIndexProperty()
                .addListener((seen, before, at) -> {
                    if (at.intValue() >= 0) {
                        showMapping(at.intValue());
                    }
                });
        Card card = Card.of("Files", "choose one to see how it is read", list);
        VBox.setVgrow(card, Priority.ALWAYS);
        card.setMinHeight(140);
        filesPlace.getChildren().setAll(card);
        mappingPlace.getChildren().clear();
        resultPlace.getChildren().clear();
        long unready = candidates.stream().filter(c -> !c.ready()).count();
        words.setText(
                candidates.size()
                        + (candidates.size() == 1 ? " file" : " files")
                        + (unready == 0
                                ? ""
                                : ", " + unready + " cannot be mapped and are left out"));
        int odd = -1;
        for (int i = 0; i < candidates.size() && odd < 0; i++) {
            odd = candidates.get(i).draft() != null ? i : -1;
        }
        list.getSelectionModel().select(Math.max(0, odd));
    }

    private static String mapping(Candidate c) {
        if (c.inspected() instanceof Inspected.ByItself) {
            return "needs none";
        }
        if (!c.profile().isEmpty()) {
            return c.profile();
        }
        var draft = c.draft();
        return draft == null
                ? "none"
                : "proposed: " + draft.entity().table() + ", " + draft.columns().size() + " fields";
    }

    private void showMapping(int at) {
        Candidate candidate = candidates.get(at);
        if (!candidate.ready()) {
            mappingPlace
                    .getChildren()
                    .setAll(
                            new EmptyState(
                                    candidate.name() + " cannot be mapped",
                                    candidate.inspected().findings().isEmpty()
                                            ? "No table of the model fits its columns."
                                            : candidate.inspected().findings().getFirst().text()));
            return;
        }
        if (candidate.inspected() instanceof Inspected.ByItself(Inspection content)) {
            Card card = ContentCard.of(candidate.name(), content, office);
            VBox.setVgrow(card, Priority.ALWAYS);
            mappingPlace.getChildren().setAll(card);
            return;
        }
        office.tasks()
                .run(
                        "import preview",
                        "Reading " + candidate.name(),
                        (job, progress) -> model.preview(candidate),
                        preview -> {
                            Card card =
                                    MappingCard.of(
                                            candidate,
                                            preview,
                                            office,
                                            draft -> {
                                                var all = new ArrayList<>(candidates);
                                                all.set(at, candidate.with(draft));
                                                candidates = List.copyOf(all);
                                                showMapping(at);
                                            });
                            VBox.setVgrow(card, Priority.ALWAYS);
                            mappingPlace.getChildren().setAll(card);
                        },
                        this::failed);
    }

    private void run(boolean dryRun) {
        List<Candidate> ready = candidates.stream().filter(Candidate::ready).toList();
        String from = source.getText().strip();
        bar.setVisible(true);
        cancel.setVisible(true);
        words.setText(dryRun ? "Trying …" : "Importing …");
        Job job =
                office.tasks()
                        .run(
                                "import",
                                dryRun ? "Trying an import" : "Importing files",
                                (j, progress) -> model.run(ready, from, dryRun, progress, j),
                                entries -> {
                                    running = null;
                                    showResult(entries, dryRun);
                                    if (!dryRun) {
                                        office.dataChanged();
                                    }
                                },
                                this::failed);
        running = job;
        bar.progressProperty().bind(job.share());
        enable();
    }

    private void showResult(List<RunEntry> entries, boolean dryRun) {
        List<Row> rows =
                entries.stream()
                        .map(e ->
                                Row.of(
                                        Cell.of(e.feed()),
                                        Cell.of(
                                                e.status().name().toLowerCase(Locale.US)
                                                        + (e.message().isEmpty()
                                                                ? ""
                                                                : ": " + e.message())),
                                        Cell.of(e.rowsIn()),
                                        Cell.of(e.rowsLoaded()),
                                        Cell.of(e.rowsUnchanged()),
                                        Cell.of(e.rowsQuarantined())))
                        .toList();
        Table table =
                new Table(
                        List.of(
                                Column.name("Feed"),
                                Column.words("Result"),
                                Column.figure("In", Unit.COUNT),
                                Column.figure(dryRun ? "Would load" : "Loaded", Unit.COUNT),
                                Column.figure("Same", Unit.COUNT),
                                Column.figure(dryRun ? "Would be held" : "Held", Unit.COUNT)),
                        rows,
                        null,
                        "files");
        Card card =
                Card.list(
                        dryRun ? "Dry run" : "Imported",
                        "in = loaded + same + held",
                        table,
                        office);
        card.setMinHeight(140);
        VBox.setVgrow(card, Priority.ALWAYS);
        if (!dryRun) {
            for (RunEntry entry : entries) {
                entry.deliveryId()
                        .ifPresent(id -> {
                            Button undo = new Button("Undo " + entry.feed());
                            undo.getStyleClass().setAll("link-button");
                            undo.setOnAction(click -> undo(id, undo));
                            card.with(undo);
                        });
            }
        }
        resultPlace.getChildren().setAll(card);
        long loaded = entries.stream().mapToLong(RunEntry::rowsLoaded).sum();
        long held = entries.stream().mapToLong(RunEntry::rowsQuarantined).sum();
        done(
                (dryRun ? "Would load " : "Loaded ")
                        + String.format(Locale.US, "%,d rows, %,d to quarantine.", loaded, held));
    }

    private void undo(long delivery, Button button) {
        button.setDisable(true);
        office.tasks()
                .run(
                        "import",
                        "Undoing delivery " + delivery,
                        (job, progress) -> model.undo(delivery),
                        undone -> {
                            button.setText("Undone");
                            office.dataChanged();
                        },
                        this::failed);
    }

    private void done(String sentence) {
        running = null;
        bar.progressProperty().unbind();
        bar.setVisible(false);
        cancel.setVisible(false);
        words.setText(Objects.requireNonNull(sentence));
        enable();
    }

    private void failed(ClaimscopeException e) {
        ErrorWords what = ErrorWords.of(e);
        done(what.title() + " " + what.next());
    }
}
