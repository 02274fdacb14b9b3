package org.claimscope.app.shell;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.claimscope.app.present.Filters.Member;
import org.controlsfx.control.PopOver;

/// Small windows below a filter in which its values are chosen, by pointer or keyboard.
final class Choice {
    private static final double WIDE = 240;
    private static final double EDGE = 40;
    private static final double ROW = 24;
    private static final int MOST_ROWS = 14;
    // Below this many a search field only takes room.
    private static final int WORTH_SEARCHING = 8;

    private Choice() {}

    /// One value; choosing it closes the window.
    static <T> void one(
            Node owner,
            String title,
            List<T> values,
            T now,
            Function<T, String> words,
            Consumer<T> chosen) {
        ListView<T> list = new ListView<>();
        list.getItems().setAll(values);
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * Math.clamp(values.size(), 1, MOST_ROWS) + 2);
        list.setCellFactory(view ->
                new ListCell<>() {
                    @Override
                    protected void updateItem(T value, boolean empty) {
                        super.updateItem(value, empty);
                        setText(empty || value == null ? null : words.apply(value));
                    }
                });
        list.getSelectionModel().select(now);
        list.scrollTo(Math.max(0, values.indexOf(now) - 3));
        PopOver window = window(owner, title, list);
        Runnable choose =
                () -> {
                    T value = list.getSelectionModel().getSelectedItem();
                    window.hide();
                    if (value != null && !value.equals(now)) {
                        chosen.accept(value);
                    }
                };
        list.setOnMouseClicked(click -> choose.run());
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                choose.run();
            }
        });
        window.show(owner);
        list.requestFocus();
    }

    /// Any number of members; none means all. Takes effect when the window closes with Apply or
    /// Enter.
    static void several(
            Node owner,
            String title,
            List<Member> members,
            List<Member> now,
            Consumer<List<Member>> chosen) {
        Map<Member, BooleanProperty> ticked = new LinkedHashMap<>();
        Set<String> keys = new HashSet<>();
        now.forEach(m -> keys.add(m.key()));
        members.forEach(m -> ticked.put(m, new SimpleBooleanProperty(keys.contains(m.key()))));
        ListView<Member> list = new ListView<>();
        list.getItems().setAll(members);
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * Math.clamp(members.size(), 1, MOST_ROWS) + 2);
        list.setCellFactory(CheckBoxListCell.forListView(ticked::get, new Labels()));
        TextField search = new TextField();
        search.setPromptText("Find");
        search.textProperty()
                .addListener((seen, before, text) -> {
                    String part = text.toLowerCase(Locale.ROOT).strip();
                    list.getItems()
                            .setAll(
                                    members.stream()
                                            .filter(m ->
                                                    m.label()
                                                            .toLowerCase(Locale.ROOT)
                                                            .contains(part))
                                            .toList());
                });
        Button apply = new Button("Apply");
        apply.getStyleClass().addAll("accent", "small-button");
        apply.setDefaultButton(true);
        Button all = new Button("All");
        all.getStyleClass().add("small-button");
        HBox buttons = new HBox(8, apply, all);
        VBox content = new VBox(8);
        if (members.size() >= WORTH_SEARCHING) {
            content.getChildren().add(search);
        }
        content.getChildren().addAll(list, buttons);
        PopOver window = window(owner, title, content);
        apply.setOnAction(click -> {
            window.hide();
            var picked = new ArrayList<Member>();
            ticked.forEach((member, on) -> {
                if (on.get()) {
                    picked.add(member);
                }
            });
            chosen.accept(picked.size() == members.size() ? List.of() : picked);
        });
        all.setOnAction(click -> {
            window.hide();
            chosen.accept(List.of());
        });
        list.setOnKeyPressed(key -> {
            Member member = list.getSelectionModel().getSelectedItem();
            BooleanProperty on = member == null ? null : ticked.get(member);
            if (key.getCode() == KeyCode.SPACE && on != null) {
                on.set(!on.get());
                key.consume();
            } else if (key.getCode() == KeyCode.ENTER) {
                apply.fire();
                key.consume();
            }
        });
        window.show(owner);
        list.requestFocus();
        list.getSelectionModel().selectFirst();
    }

    /// A day up to the end of the period.
    static void day(
            Node owner, LocalDate now, LocalDate last, Consumer<Optional<LocalDate>> chosen) {
        DatePicker picker = new DatePicker(now);
        picker.setDayCellFactory(view ->
                new DateCell() {
                    @Override
                    public void updateItem(LocalDate day, boolean empty) {
                        super.updateItem(day, empty);
                        setDisable(empty || day.isAfter(last));
                    }
                });
        Button apply = new Button("Apply");
        apply.getStyleClass().addAll("accent", "small-button");
        apply.setDefaultButton(true);
        Button end = new Button("End of period");
        end.getStyleClass().add("small-button");
        PopOver window = window(owner, "State as of", new VBox(8, picker, new HBox(8, apply, end)));
        apply.setOnAction(click -> {
            window.hide();
            LocalDate day = picker.getValue();
            if (day != null && !day.isAfter(last)) {
                chosen.accept(day.equals(last) ? Optional.empty() : Optional.of(day));
            }
        });
        end.setOnAction(click -> {
            window.hide();
            chosen.accept(Optional.empty());
        });
        window.show(owner);
        picker.requestFocus();
    }

    /// A window that explains something, below a node.
    ///
    /// @param content of the window, given what closes it
    static void explain(Node owner, Function<Runnable, Node> content) {
        var window = new AtomicReference<PopOver>();
        window.set(
                window(
                        owner,
                        "",
                        content.apply(() -> Objects.requireNonNull(window.get()).hide())));
        Objects.requireNonNull(window.get()).show(owner);
    }

    private static PopOver window(Node owner, String title, Node content) {
        VBox box = new VBox(8);
        box.getStyleClass().add("choice");
        if (!title.isEmpty()) {
            Label heading = new Label(title);
            heading.getStyleClass().add("card-title");
            box.getChildren().add(heading);
        }
        box.getChildren().add(content);
        box.setPrefWidth(WIDE);
        PopOver window = new PopOver(box);
        // To the side that has room: a control at the right end opens to the left.
        boolean right = owner.localToScene(0, 0).getX() > owner.getScene().getWidth() - WIDE - EDGE;
        window.setArrowLocation(
                right ? PopOver.ArrowLocation.TOP_RIGHT : PopOver.ArrowLocation.TOP_LEFT);
        window.setArrowSize(0);
        window.setArrowIndent(0);
        window.setCornerRadius(4);
        window.setDetachable(false);
        window.setAnimated(false);
        window.setTitle(title);
        // The pop-up is a window of its own: it wears the sheets of the one below.
        window.getRoot().getStylesheets().setAll(owner.getScene().getStylesheets());
        window.getRoot().setStyle(owner.getScene().getRoot().getStyle());
        return window;
    }

    private static final class Labels extends StringConverter<Member> {
        @Override
        public String toString(Member member) {
            return member.label();
        }

        @Override
        public Member fromString(String words) {
            return Member.of(words);
        }
    }
}
