package org.claimscope.app.feature.ask;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
import org.claimscope.app.session.Questions;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;
import org.claimscope.app.task.Job;
import org.claimscope.nlq.answer.Next;
import org.claimscope.nlq.form.QuestionForm;

/// A conversation: the newest answer on top, the question field below; at the left what to ask
/// next, what is verified and what was asked.
final class AskPage implements PageView {
    private static final String ASKING = "ask";
    private static final List<String> EXAMPLES =
            List.of(
                    "net collection rate last 12 months by month",
                    "denial rate by payer last quarter vs the quarter before",
                    "top 10 providers by payments this year",
                    "A/R over 90 by facility",
                    "charges by department last month",
                    "days to pay by payer last 6 months");

    private final Office office;
    private final Questions questions;
    private final AskViewModel model;
    private final BorderPane page = new BorderPane();
    private final VBox answers = new VBox(8);
    private final AskMemory memory;
    private final AskSide side;
    private final TextField field = new TextField();
    private final Button go = new Button("Ask");
    private final List<Exchange> exchanges = new ArrayList<>();
    private boolean asking;

    AskPage(Place place, Office office) {
        this.office = office;
        this.questions = new Questions(office.home(), office.core(), false);
        this.model = new AskViewModel(office.core().query(), questions);
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
        side.showWhere(questions.where());
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
                                    + " department, provider, over any period.");
            hint.setWrapText(true);
            hint.getStyleClass().addAll("second", "panel-line");
            answers.getChildren().add(hint);
        }
    }

    @Override
    public Region node() {
        return page;
    }

    /// Answers are of the moment they were given; they do not change by themselves. Whether a model
    /// is connected may have changed.
    @Override
    public void refresh(boolean filtersChanged) {
        side.showWhere(questions.where());
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
        office.tasks().cancel(ASKING);
        questions.close();
    }

    private Region input() {
        field.setPromptText("Ask about money, claims, denials, payers, providers …");
        field.setId("question");
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                ask(field.getText());
            } else if (key.getCode() == KeyCode.ESCAPE && asking) {
                stop();
                key.consume();
            } else if (key.getCode() == KeyCode.UP && !exchanges.isEmpty()) {
                field.setText(exchanges.getFirst().question());
                field.end();
            }
        });
        go.setId("ask-go");
        go.getStyleClass().addAll("accent", "small-button");
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setOnAction(click -> {
            if (asking) {
                stop();
            } else {
                ask(field.getText());
            }
        });
        HBox line = new HBox(8, field, go);
        line.getStyleClass().add("ask-line");
        return line;
    }

    /// Nobody waits for the answer any more; what runs for it ends.
    private void stop() {
        office.tasks().cancel(ASKING);
        busy(false);
        office.tell("Cancelled");
    }

    private void busy(boolean now) {
        asking = now;
        go.setText(now ? "Cancel" : "Ask");
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
        Optional<QuestionForm> previous =
                exchanges.stream()
                        .filter(e -> e.kind() == Exchange.Kind.ANSWERED)
                        .findFirst()
                        .map(Exchange::form);
        run(text, job -> model.ask(text, asOf(), previous, job));
    }

    /// Runs a changed form in place of the newest exchange's.
    private void again(Exchange of, QuestionForm changed) {
        run(of.question(), job -> model.answer(of.question(), changed, asOf(), job));
    }

    private void retime(Exchange of, String phrase) {
        QuestionForm form = of.form();
        if (form == null) {
            return;
        }
        run(
                of.question(),
                job -> {
                    QuestionForm window = model.interpret("charges " + phrase, asOf());
                    return model.answer(
                            of.question(), form.withWindow(window.window()), asOf(), job);
                });
    }

    private void run(String question, Function<Job, Exchange> work) {
        busy(true);
        office.tasks()
                .run(
                        ASKING,
                        "Answering a question",
                        (job, progress) -> work.apply(job),
                        this::show,
                        e -> failed(question, ErrorWords.of(e)));
    }

    private void show(Exchange exchange) {
        busy(false);
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
        show(Exchange.failed(question, words.title() + " " + words.next()));
    }
}
