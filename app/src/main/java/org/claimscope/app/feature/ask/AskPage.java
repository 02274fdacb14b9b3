package org.claimscope.app.feature.ask;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.app.feature.boards.Pinning;
import org.claimscope.app.present.ErrorWords;
import org.claimscope.app.present.Place;
import org.claimscope.app.session.Questions;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;
import org.claimscope.app.task.Job;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.nlq.answer.Next;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.lexicon.TaughtWord;

/// A conversation: the newest answer on top, the question field below; at the left what else there
/// is to ask.
final class AskPage implements PageView {
    private static final String ASKING = "ask";
    private static final String LOOKING = "ask moves";
    private static final List<String> EXAMPLES =
            List.of(
                    "net collection rate last 12 months by month",
                    "denial rate by payer last quarter vs the quarter before",
                    "top 10 providers by payments this year",
                    "A/R over 90 by facility",
                    "days to pay by payer last 6 months");

    private final Office office;
    private final Questions questions;
    private final AskViewModel model;
    private final BorderPane page = new BorderPane();
    private final VBox answers = new VBox(8);
    private final AskMemory memory;
    private final AskSide side;
    private final Talk talk = new Cards();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final AskLine line =
            new AskLine(
                    this::ask,
                    this::stop,
                    () -> this.exchanges.isEmpty() ? "" : this.exchanges.getFirst().question());

    AskPage(Place place, Office office) {
        this.office = office;
        this.questions = new Questions(office.home(), office.core(), false);
        this.model = new AskViewModel(office.core().query(), questions);
        page.getStyleClass().add("page");
        this.memory = new AskMemory(office.core().workspace());
        this.side = new AskSide(memory, new Side());
        side.showNext(EXAMPLES.stream().map(Suggestion::of).toList());
        side.showWhere(questions.where());
        page.setLeft(side);
        ScrollPane scroll = new ScrollPane(answers);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("page-scroll");
        page.setCenter(scroll);
        page.setBottom(line);
        hint();
        if (place.subject().isEmpty()) {
            lookAround();
        } else {
            ask(place.subject());
        }
        showTaught();
    }

    private void hint() {
        Label hint =
                new Label(
                        "Ask about charges, payments, denials, receivables, claims and visits: by payer, facility,"
                                + " department, provider, over any period.");
        hint.setWrapText(true);
        hint.getStyleClass().addAll("second", "panel-line");
        answers.getChildren().setAll(hint);
    }

    /// Before the first question: reads the members, and what changed most in the data.
    private void lookAround() {
        LocalDate today = asOf();
        background(
                LOOKING,
                "Looking for what changed",
                job -> {
                    model.prepare();
                    return model.moves(today, job);
                },
                moves -> {
                    if (exchanges.isEmpty() && !moves.isEmpty()) {
                        side.showNext(moves);
                    }
                });
    }

    private <T> void background(
            String name, String title, Function<Job, T> work, Consumer<T> show) {
        office.tasks()
                .<T>run(
                        name,
                        title,
                        (job, progress) -> work.apply(job),
                        show,
                        e -> office.tell(ErrorWords.of(e).title()));
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
        line.requestFocus();
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
        office.tasks().cancel(LOOKING);
        questions.close();
    }

    /// Nobody waits for the answer any more; what runs for it ends.
    private void stop() {
        office.tasks().cancel(ASKING);
        line.busy(false);
        office.tell("Cancelled");
    }

    // Asking

    private LocalDate asOf() {
        return LocalDate.ofInstant(
                office.core().workspace().clock().instant(), ZoneId.systemDefault());
    }

    private void ask(String words) {
        askAfter(words, exchanges);
    }

    /// @param before the newest first
    private void askAfter(String words, List<Exchange> before) {
        String text = words.strip();
        if (text.isEmpty()) {
            return;
        }
        line.clear();
        Optional<QuestionForm> previous = Exchange.last(before);
        run(text, job -> model.ask(text, asOf(), previous, job));
    }

    private void run(String question, Function<Job, Exchange> work) {
        run(
                work,
                this::show,
                e -> {
                    ErrorWords words = ErrorWords.of(e);
                    show(Exchange.failed(question, words.title() + " " + words.next()));
                });
    }

    private <T> void run(
            Function<Job, T> work, Consumer<T> show, Consumer<ClaimscopeException> failed) {
        line.busy(true);
        office.tasks().cancel(LOOKING);
        office.tasks()
                .<T>run(
                        ASKING,
                        "Answering a question",
                        (job, progress) -> work.apply(job),
                        done -> {
                            line.busy(false);
                            show.accept(done);
                        },
                        e -> {
                            line.busy(false);
                            failed.accept(e);
                        });
    }

    private void show(Exchange exchange) {
        add(exchange);
        memory.asked(exchange.question());
        memory.conversations().asked(exchange.question());
        remember();
        side.showAsked();
        side.showConversations();
        line.requestFocus();
    }

    private void add(Exchange exchange) {
        exchanges.addFirst(exchange);
        if (exchanges.size() == 1) {
            answers.getChildren().clear();
        }
        answers.getChildren()
                .addFirst(new ExchangeCard(exchange, office, office.core().catalog(), talk));
        QuestionForm form = exchange.form();
        if (exchange.kind() == Exchange.Kind.ANSWERED && form != null) {
            side.showNext(Next.after(form).stream().map(Suggestion::of).toList());
        }
    }

    private void remember() {
        background(
                "ask keep",
                "Keeping what was asked",
                job -> {
                    memory.keep();
                    return true;
                },
                kept -> {});
    }

    private void showTaught() {
        background("ask taught", "Reading taught words", job -> model.taught(), side::showTaught);
    }

    /// What a card may ask for.
    private final class Cards implements Talk {
        @Override
        public void ask(String question) {
            AskPage.this.ask(question);
        }

        /// The words no longer say how it reads: the chips do.
        @Override
        public void change(Exchange of, QuestionForm form) {
            QuestionForm byHand = form.toBuilder().spans(List.of()).build();
            run(of.question(), job -> model.answer(of.question(), byHand, asOf(), job));
        }

        @Override
        public void retime(Exchange of, String phrase) {
            QuestionForm form = of.form();
            if (form != null) {
                run(
                        of.question(),
                        job -> {
                            QuestionForm window = model.interpret("charges " + phrase, asOf());
                            return model.answer(
                                    of.question(),
                                    form.toBuilder()
                                            .window(window.window())
                                            .spans(List.of())
                                            .build(),
                                    asOf(),
                                    job);
                        });
            }
        }

        @Override
        public boolean verified(Exchange exchange) {
            QuestionForm form = exchange.form();
            return form != null
                    && memory.matching(exchange.question()).filter(q -> q.stands(form)).isPresent();
        }

        @Override
        public void pin(Exchange exchange) {
            QuestionForm form = exchange.form();
            if (form != null) {
                Pinning.pin(office, exchange.question(), form);
            }
        }

        @Override
        public void verify(Exchange exchange) {
            QuestionForm form = exchange.form();
            if (form != null) {
                memory.save(exchange.question(), form);
                remember();
                side.showVerified();
                office.tell("Saved as a verified question");
            }
        }

        @Override
        public void meanings(Consumer<List<Meant>> found) {
            background(
                    "ask meanings", "Listing what words can mean", job -> model.meanings(), found);
        }

        @Override
        public void teach(Exchange of, String phrase, Meant meant, Consumer<String> refused) {
            background(
                    "ask teach",
                    "Teaching a word",
                    job -> questions.teach(new TaughtWord(phrase, meant.meaning())),
                    objection ->
                            objection.ifPresentOrElse(
                                    refused,
                                    () -> {
                                        showTaught();
                                        askAfter(of.question(), older(of));
                                    }));
        }

        private List<Exchange> older(Exchange than) {
            int at = exchanges.indexOf(than);
            return exchanges.subList(Math.max(0, at + 1), exchanges.size());
        }
    }

    /// What the lists at the left may ask for.
    private final class Side implements AskSide.Ways {
        @Override
        public void ask(String question) {
            AskPage.this.ask(question);
        }

        @Override
        public void forget(String question) {
            memory.forget(question);
            remember();
        }

        @Override
        public void unteach(String phrase) {
            background(
                    "ask teach",
                    "Removing a taught word",
                    job -> {
                        questions.unteach(phrase);
                        return true;
                    },
                    done -> showTaught());
        }

        @Override
        public void begin() {
            leave();
            memory.conversations().begin();
            side.showConversations();
            lookAround();
            line.requestFocus();
        }

        /// Its questions are asked again, one after the other, of the data as they are now.
        @Override
        public void open(Conversation conversation) {
            leave();
            memory.conversations().open(conversation);
            side.showConversations();
            run(
                    job -> model.again(conversation.questions(), asOf(), job),
                    again -> {
                        again.forEach(AskPage.this::add);
                        line.requestFocus();
                    },
                    e -> office.tell(ErrorWords.of(e).title()));
        }

        @Override
        public void rename(Conversation conversation, String name) {
            memory.conversations().rename(conversation, name);
            remember();
            side.showConversations();
        }

        @Override
        public void remove(Conversation conversation) {
            boolean open = memory.conversations().open().filter(conversation::equals).isPresent();
            memory.conversations().remove(conversation);
            remember();
            if (open) {
                begin();
            } else {
                side.showConversations();
            }
        }

        private void leave() {
            office.tasks().cancel(ASKING);
            line.busy(false);
            exchanges.clear();
            hint();
        }
    }
}
