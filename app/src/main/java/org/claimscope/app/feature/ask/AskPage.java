package org.claimscope.app.feature.ask;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.app.present.ErrorWords;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;
import org.claimscope.nlq.answer.Next;
import org.claimscope.nlq.form.QuestionForm;

/// A conversation: the newest answer on top, the question field below; at the left what to ask
/// next, what is verified and what was asked.
final class AskPage implements PageView {
    private static final List<String> EXAMPLES =
            List.of(
                    "net collection rate last 12 months by month",
                    "denial rate by payer last quarter vs the quarter before",
                    "top 10 providers by payments this year",
                    "A/R over 90 by facility",
                    "charges by department last month",
                    "days to pay by payer last 6 months");

    private final Office office;
    private final AskViewModel model;
    private final BorderPane page = new BorderPane();
    private final VBox answers = new VBox(8);
    private final AskMemory memory;
    private final AskSide side;
    private final TextField field = new TextField();
    private final Button go = new Button("Ask");
    private final List<Exchange> exchanges = new ArrayList<>();

    AskPage(Place place, Office office) {
        this.office = office;
        this.model = new AskViewModel(office.core().query());
        page.getStyleClass().add("page");
        this.memory = new AskMemory(office.core().workspace());
        this.side =
                new AskSide(
                        memory,
                        this::ask,
                        question -> {
                            memory.forget(question);
                            remember();
                        });
        side.showNext(EXAMPLES);
        page.setLeft(side);
        ScrollPane scroll = new ScrollPane(answers);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("page-scroll");
        page.setCenter(scroll);
        page.setBottom(input());
        if (!place.subject().isEmpty()) {
            ask(place.subject());
        } else {
            office.tasks()
                    .run(
                            "ask prepare",
                            "Reading the members of all dimensions",
                            (job, progress) -> {
                                model.prepare();
                                return true;
                            },
                            ready -> {},
                            e -> office.tell(ErrorWords.of(e).title()));
            Label hint =
                    new Label(
                            "Ask about charges, payments, denials, receivables, claims and visits: by payer, facility,"
                                    + " department, provider, over any period. Answered on this machine; no model is"
                                    + " connected, nothing leaves.");
            hint.setWrapText(true);
            hint.getStyleClass().addAll("second", "panel-line");
            answers.getChildren().add(hint);
        }
    }

    @Override
    public Region node() {
        return page;
    }

    /// Answers are of the moment they were given; they do not change by themselves.
    @Override
    public void refresh(boolean filtersChanged) {
        field.requestFocus();
    }

    /// A question from elsewhere belongs to the conversation that is open.
    @Override
    public boolean show(Place place) {
        ask(place.subject());
        return true;
    }

    @Override
    public void close() {
        office.tasks().cancel("ask");
    }

    private Region input() {
        field.setPromptText("Ask about money, claims, denials, payers, providers …");
        field.setId("question");
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                ask(field.getText());
            } else if (key.getCode() == KeyCode.UP && !exchanges.isEmpty()) {
                field.setText(exchanges.getFirst().question());
                field.end();
            }
        });
        go.getStyleClass().addAll("accent", "small-button");
        go.setOnAction(click -> ask(field.getText()));
        HBox line = new HBox(8, field, go);
        line.getStyleClass().add("ask-line");
        return line;
    }

    private LocalDate asOf() {
        return LocalDate.ofInstant(
                office.core().workspace().clock().instant(), ZoneId.systemDefault());
    }

    private void ask(String words) {
        String text = words.strip();
        if (text.isEmpty()) {
            return;
        }
        field.clear();
        go.setDisable(true);
        Optional<QuestionForm> previous =
                exchanges.stream()
                        .filter(e -> e.kind() == Exchange.Kind.ANSWERED)
                        .findFirst()
                        .map(Exchange::form);
        office.tasks()
                .run(
                        "ask",
                        "Answering a question",
                        (job, progress) -> model.ask(text, asOf(), previous),
                        this::show,
                        e -> failed(text, ErrorWords.of(e)));
    }

    /// Runs a changed form in place of the newest exchange's.
    private void again(Exchange of, QuestionForm changed) {
        office.tasks()
                .run(
                        "ask",
                        "Answering a question",
                        (job, progress) -> model.answer(of.question(), changed, asOf()),
                        this::show,
                        e -> failed(of.question(), ErrorWords.of(e)));
    }

    private void retime(Exchange of, String phrase) {
        QuestionForm form = of.form();
        if (form == null) {
            return;
        }
        office.tasks()
                .run(
                        "ask",
                        "Answering a question",
                        (job, progress) -> {
                            QuestionForm window = model.interpret("charges " + phrase, asOf());
                            return model.answer(
                                    of.question(), form.withWindow(window.window()), asOf());
                        },
                        this::show,
                        e -> failed(of.question(), ErrorWords.of(e)));
    }

    private void show(Exchange exchange) {
        go.setDisable(false);
        exchanges.addFirst(exchange);
        if (exchanges.size() == 1) {
            answers.getChildren().clear();
        }
        answers.getChildren()
                .addFirst(
                        new ExchangeCard(
                                exchange,
                                office,
                                office.core().catalog(),
                                changed -> again(exchange, changed),
                                phrase -> retime(exchange, phrase),
                                this::ask,
                                vouch(exchange)));
        memory.asked(exchange.question());
        remember();
        side.showAsked();
        QuestionForm form = exchange.form();
        if (exchange.kind() == Exchange.Kind.ANSWERED && form != null) {
            side.showNext(Next.after(form));
        }
        field.requestFocus();
    }

    private void remember() {
        office.tasks()
                .run(
                        "ask keep",
                        "Keeping what was asked",
                        (job, progress) -> {
                            memory.keep();
                            return true;
                        },
                        kept -> {},
                        e -> office.tell(ErrorWords.of(e).title()));
    }

    /// Whether somebody vouches for how the question reads, and how to do so.
    private Vouching vouch(Exchange exchange) {
        QuestionForm form = exchange.form();
        boolean verified =
                form != null
                        && memory.matching(exchange.question())
                                .filter(q -> q.stands(form))
                                .isPresent();
        return new Vouching(
                verified,
                () -> {
                    if (form != null) {
                        memory.save(exchange.question(), form);
                        remember();
                        side.showVerified();
                        office.tell("Saved as a verified question");
                    }
                });
    }

    private void failed(String question, ErrorWords words) {
        show(
                new Exchange(
                        question,
                        null,
                        Exchange.Kind.FAILED,
                        words.title() + " " + words.next(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        "",
                        "",
                        0));
    }
}
