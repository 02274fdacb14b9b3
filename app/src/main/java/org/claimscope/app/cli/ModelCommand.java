package org.claimscope.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.claimscope.app.session.ModelSettings;
import org.claimscope.app.session.ModelTrial;
import org.claimscope.data.DataCore;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.nlq.guard.Door;
import org.claimscope.nlq.guard.Outgoing;
import org.claimscope.nlq.guard.Said;
import org.claimscope.nlq.guard.Trouble;
import org.claimscope.nlq.provider.Connection;
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
        int with(ModelTrial trial, ModelSettings settings);
    }

    private static int connected(Session session, Work work) {
        try (DataCore core = session.open();
                var trial = new ModelTrial(session.home(), core)) {
            ModelSettings settings =
                    ModelSettings.of(session.home())
                            .orElseThrow(() ->
                                    new ClaimscopeException(
                                            ErrorKind.USER,
                                            "No language model is connected: "
                                                    + ModelSettings.file(session.home())
                                                    + " is missing or not enabled. Nothing leaves this machine."));
            return work.with(trial, settings);
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
                (trial, settings) -> {
                    session.err().println(ModelTrial.where(settings.connection(), session.clock()));
                    Said said = trial.test(settings, Cancellation.NONE);
                    session.out().println(ModelTrial.words(said));
                    return switch (said) {
                        case Said.Reply reply -> ClaimscopeCommand.DONE;
                        case Said.Nothing nothing -> ClaimscopeCommand.FAILED;
                    };
                });
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
                (trial, settings) -> {
                    switch (trial.preview(settings, question)) {
                        case ModelTrial.Preview.Nothing(Trouble why) ->
                                session.err().println(why.words());
                        case ModelTrial.Preview.Request(
                                        Connection to,
                                        Outgoing out,
                                        Optional<Door.Reason> closed) -> {
                            session.err().println(ModelTrial.where(to, session.clock()));
                            session.err().println(out.method() + " " + out.uri());
                            closed.map(Door.Reason::name)
                                    .ifPresent(why ->
                                            session.err()
                                                    .println(
                                                            "This would not be sent: "
                                                                    + why
                                                                    + "."));
                            session.out().println(out.text());
                        }
                    }
                    return ClaimscopeCommand.DONE;
                });
    }
}
