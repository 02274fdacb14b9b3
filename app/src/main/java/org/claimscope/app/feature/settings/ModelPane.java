package org.claimscope.app.feature.settings;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.claimscope.app.feature.settings.ModelDraft.Part;
import org.claimscope.app.session.ModelSettings;
import org.claimscope.app.session.ModelTrial;
import org.claimscope.app.shell.Office;
import org.claimscope.app.widget.Beside;
import org.claimscope.app.widget.Card;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.nlq.guard.Said;
import org.claimscope.nlq.provider.Provider;
import org.claimscope.nlq.provider.Providers;

/// Which language model helps with questions: off until it is saved as on, tried before, and with
/// the very bytes that a question would send beside it.
final class ModelPane {
    private static final String TESTING = "model test";

    private final Office office;
    private final ModelTrial trial;
    private final SentBytes sent;
    private final CheckBox enabled =
            new CheckBox("Ask this model about words that are not understood");
    private final ComboBox<String> provider = new ComboBox<>();
    private final TextField address = field("model-address", "https://host/v1");
    private final TextField model = field("model-name", "as the service names it");
    private final TextField keyFile = field("model-key", "none");
    private final TextField agreement = field("model-baa", "contract number");
    private final TextField expires = field("model-baa-expires", "2027-12-31");
    private final TextField timeout = field("model-timeout", "30");
    private final TextField calls = field("model-calls", "200");
    private final TextField tokens = field("model-tokens", "1000000");
    private final Button test = new Button("Test connection");
    private final Button save = new Button("Save");
    private final Label told = new Label();
    private final Map<Part, Label> wrong = new EnumMap<>(Part.class);
    private final PauseTransition pause = new PauseTransition(Duration.millis(250));
    private boolean testing;

    ModelPane(Office office) {
        this.office = office;
        this.trial = new ModelTrial(office.home(), office.core());
        this.sent = new SentBytes(office, trial);
        pause.setOnFinished(end -> judge());
        provider.getItems().setAll(Providers.all().stream().map(Provider::id).toList());
        provider.setConverter(new Names());
        provider.setId("model-provider");
        enabled.setId("model-enabled");
        test.setId("model-test");
        save.setId("model-save");
        told.setId("model-told");
        told.setWrapText(true);
        told.setMinHeight(Region.USE_PREF_SIZE);
        show(kept());
        provider.valueProperty()
                .addListener((seen, before, now) -> {
                    // Another service is elsewhere; an address of one's own stays.
                    if (address.getText().isBlank()
                            || address.getText().equals(ModelDraft.usualAddress(before))) {
                        address.setText(ModelDraft.usualAddress(now));
                    }
                    pause.playFromStart();
                });
        enabled.selectedProperty().addListener((seen, before, now) -> pause.playFromStart());
        for (TextField each :
                new TextField[] {
                    address, model, keyFile, agreement, expires, timeout, calls, tokens
                }) {
            each.textProperty().addListener((seen, before, now) -> pause.playFromStart());
        }
        judge();
    }

    Region node() {
        Card connection =
                Card.of("Language model", "models.json of this user, on this machine", form());
        return new Beside(connection, sent.card(), 0.46, 620);
    }

    /// Hangs up, and stops what still runs.
    void close() {
        office.tasks().cancel(TESTING);
        sent.close();
        trial.close();
    }

    private static TextField field(String id, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        return field;
    }

    private ModelDraft kept() {
        try {
            return ModelDraft.of(ModelSettings.written(office.home()));
        } catch (ClaimscopeException e) {
            told.setText(e.getMessage() + " Saving replaces it.");
            return ModelDraft.of(Optional.empty());
        }
    }

    private void show(ModelDraft draft) {
        enabled.setSelected(draft.enabled());
        provider.setValue(draft.provider());
        address.setText(draft.baseUrl());
        model.setText(draft.model());
        keyFile.setText(draft.keyFile());
        agreement.setText(draft.agreement());
        expires.setText(draft.expires());
        timeout.setText(draft.timeoutSeconds());
        calls.setText(draft.callsPerDay());
        tokens.setText(draft.tokensPerDay());
    }

    private ModelDraft draft() {
        return new ModelDraft(
                enabled.isSelected(),
                provider.getValue() == null ? "" : provider.getValue(),
                address.getText(),
                model.getText(),
                keyFile.getText(),
                agreement.getText(),
                expires.getText(),
                timeout.getText(),
                calls.getText(),
                tokens.getText());
    }

    // The fields

    private Region form() {
        GridPane grid = new GridPane(12, 4);
        grid.getStyleClass().add("form");
        grid.getColumnConstraints().add(new ColumnConstraints(112));
        grid.add(enabled, 0, 0, 2, 1);
        line(grid, "Service", provider, Part.PROVIDER);
        line(grid, "Address or file", address, Part.ADDRESS);
        line(grid, "Model", model, Part.MODEL);
        Button choose = small("Choose…");
        choose.setOnAction(click ->
                office.chooseFiles(files -> {
                    if (!files.isEmpty()) {
                        keyFile.setText(files.getFirst().toString());
                    }
                }));
        HBox.setHgrow(keyFile, Priority.ALWAYS);
        line(grid, "Key file", new HBox(8, keyFile, choose), Part.KEY);
        HBox.setHgrow(agreement, Priority.ALWAYS);
        expires.setMaxWidth(112);
        Label until = new Label("until");
        until.getStyleClass().add("second");
        HBox baa = new HBox(8, agreement, until, expires);
        baa.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        line(grid, "Agreement (BAA)", baa, Part.AGREEMENT);
        line(grid, "Timeout, seconds", timeout, Part.TIMEOUT);
        line(grid, "Calls a day", calls, Part.CALLS);
        line(grid, "Tokens a day", tokens, Part.TOKENS);
        for (TextField narrow : new TextField[] {timeout, calls, tokens}) {
            narrow.setMaxWidth(112);
        }
        test.getStyleClass().add("small-button");
        test.setOnAction(click -> testOrStop());
        save.getStyleClass().addAll("accent", "small-button");
        save.setOnAction(click -> keep());
        HBox buttons = new HBox(8, save, test);
        VBox all = new VBox(8, grid, buttons, told);
        VBox.setVgrow(grid, Priority.NEVER);
        buttons.getStyleClass().add("form-line");
        told.getStyleClass().add("form-line");
        return all;
    }

    private static Button small(String words) {
        Button button = new Button(words);
        button.getStyleClass().add("small-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void line(GridPane grid, String name, Node field, Part part) {
        Label label = new Label(name);
        label.getStyleClass().add("second");
        label.setLabelFor(field);
        Label problem = new Label();
        problem.getStyleClass().addAll("caption", "warns");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        wrong.put(part, problem);
        VBox box = new VBox(2, field, problem);
        GridPane.setHgrow(box, Priority.ALWAYS);
        GridPane.setValignment(label, javafx.geometry.VPos.TOP);
        label.setMinHeight(28);
        grid.addRow(grid.getRowCount(), label, box);
    }

    /// Says what is wrong beside its field; what cannot be used can be neither saved nor tried.
    private void judge() {
        ModelDraft draft = draft();
        Map<Part, String> problems = draft.problems(office.home());
        wrong.forEach((part, label) -> label.setText(problems.getOrDefault(part, "")));
        boolean numbers =
                !problems.containsKey(Part.TIMEOUT)
                        && !problems.containsKey(Part.CALLS)
                        && !problems.containsKey(Part.TOKENS);
        // What is off may be unfinished.
        save.setDisable(!problems.isEmpty() && (draft.enabled() || !numbers));
        test.setDisable(!problems.isEmpty() && !testing);
        if (problems.isEmpty()) {
            sent.show(draft.settings(), draft.allowed(office.core().workspace().clock()));
        } else {
            sent.nothing("Fill in the connection to see what a question would send.");
        }
    }

    private void keep() {
        try {
            ModelDraft draft = draft();
            draft.settings().save(office.home());
            told.setText(
                    draft.enabled()
                            ? "Saved. Ask uses it from the next question on."
                            : "Saved, and off: nothing leaves.");
        } catch (ClaimscopeException e) {
            told.setText(String.valueOf(e.getMessage()));
        }
    }

    // The trial

    private void testOrStop() {
        if (testing) {
            office.tasks().cancel(TESTING);
            tested("the question to the model was cancelled");
            return;
        }
        testing = true;
        test.setText("Cancel");
        ModelSettings settings = draft().settings();
        told.setText(
                "Asking "
                        + ModelTrial.where(settings.connection(), office.core().workspace().clock())
                        + " …");
        office.tasks()
                .<Said>run(
                        TESTING,
                        "Testing the language model",
                        (job, progress) -> trial.test(settings, job),
                        said -> tested(ModelTrial.words(said)),
                        e -> tested(String.valueOf(e.getMessage())));
    }

    private void tested(String words) {
        testing = false;
        test.setText("Test connection");
        told.setText(Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".");
        judge();
    }

    /// What people call a service, and back.
    private static final class Names extends StringConverter<String> {
        @Override
        public String toString(String id) {
            return id == null ? "" : Providers.named(id).map(Provider::label).orElse(id);
        }

        @Override
        public String fromString(String label) {
            return Providers.all().stream()
                    .filter(p -> p.label().equals(label))
                    .map(Provider::id)
                    .findFirst()
                    .orElse("");
        }
    }
}
