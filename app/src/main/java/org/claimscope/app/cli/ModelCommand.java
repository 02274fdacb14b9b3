package org.claimscope.app.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.claimscope.app.session.ModelSettings;
import org.claimscope.data.DataCore;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.nlq.Connector;
import org.claimscope.nlq.guard.Door;
import org.claimscope.nlq.guard.Outgoing;
import org.claimscope.nlq.guard.Said;
import org.claimscope.nlq.guard.Trouble;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.provider.Connection;
import org.claimscope.nlq.question.Question;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `model`: the language model that helps with questions, if one is connected.
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = "The language model that helps with questions, if models.json names one.")
final class ModelCommand implements Callable<Integer> {
    @ParentCommand @Nullable ClaimscopeCommand parent;

    @Override
    public Integer call() {
        throw new ClaimscopeException(ErrorKind.USER, "Say which: model test or model preview.");
    }

    private interface Work {
        int with(Connector connector, LocalDate today);
    }

    private int connected(Session session, Work work) {
        try (DataCore core = session.open()) {
            Optional<Connector> found =
                    ModelSettings.connector(
                            session.home(), core, ValueIndex.of(core.query()), session.clock());
            if (found.isEmpty()) {
                throw new ClaimscopeException(
                        ErrorKind.USER,
                        "No language model is connected: "
                                + ModelSettings.file(session.home())
                                + " is missing or not enabled. Nothing leaves this machine.");
            }
            try (Connector connector = found.get()) {
                return work.with(connector, core.query().today());
            }
        }
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = "Sends one fixed question without anybody's data.")
    int test() {
        Session session = Commands.session(parent);
        return connected(
                session,
                (connector, today) -> {
                    told(session, connector.connection());
                    return switch (connector.test(today, Cancellation.NONE)) {
                        case Said.Reply reply -> {
                            session.out().println("the model replies");
                            yield ClaimscopeCommand.DONE;
                        }
                        case Said.Nothing(Trouble trouble) -> {
                            session.out().println(trouble.words());
                            yield ClaimscopeCommand.FAILED;
                        }
                    };
                });
    }

    private static void told(Session session, Connection c) {
        session.err()
                .println(
                        c.provider()
                                + " "
                                + c.model()
                                + " at "
                                + c.host()
                                + (c.local()
                                        ? ", on this machine."
                                        : c.mayFollowUp(session.clock())
                                                ? ", remote, with an agreement."
                                                : ", remote, without a valid agreement: the catalog and the masked question only."));
    }

    @Command(
            name = "preview",
            mixinStandardHelpOptions = true,
            description =
                    "Prints exactly the bytes that would be sent for a question; sends nothing.")
    int preview(
            @Parameters(paramLabel = "QUESTION", description = "In quotation marks.")
                    String question) {
        Session session = Commands.session(parent);
        return connected(
                session,
                (connector, today) -> {
                    Optional<Outgoing> out = connector.preview(Question.of(question, today));
                    if (out.isEmpty()) {
                        session.err().println(Trouble.NOTHING_TO_ASK.words());
                        return ClaimscopeCommand.DONE;
                    }
                    told(session, connector.connection());
                    session.err().println(out.get().method() + " " + out.get().uri());
                    connector
                            .closedFor(out.get())
                            .map(Door.Reason::name)
                            .ifPresent(why ->
                                    session.err().println("This would not be sent: " + why + "."));
                    session.out().println(out.get().text());
                    return ClaimscopeCommand.DONE;
                });
    }
}
