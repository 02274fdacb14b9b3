package org.claimscope.app.session;

import java.time.Clock;
import java.util.Optional;
import org.claimscope.data.DataCore;
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

/// Tries the settings of a language model before anybody relies on them: sends the fixed question,
/// or shows what a question would send. `model test`, `model preview` and the settings page are
/// this.
public final class ModelTrial implements AutoCloseable {
    private final Home home;
    private final DataCore core;
    private @Nullable ValueIndex values;
    private @Nullable ModelSettings made;
    private @Nullable Connector connector;

    public ModelTrial(Home home, DataCore core) {
        this.home = home;
        this.core = core;
    }

    /// What a question would send.
    public sealed interface Preview {
        /// Nothing: too little would be left of it.
        record Nothing(Trouble why) implements Preview {}

        /// @param closed why it would be stopped at the door
        record Request(Connection to, Outgoing out, Optional<Door.Reason> closed)
                implements Preview {}
    }

    /// Sends one fixed question without anybody's data.
    public Said test(ModelSettings settings, Cancellation until) {
        return connector(settings).test(core.query().today(), until);
    }

    /// What became of the fixed question, in words.
    public static String words(Said said) {
        return switch (said) {
            case Said.Reply reply -> "the model replies";
            case Said.Nothing(Trouble trouble) -> trouble.words();
        };
    }

    /// The very bytes that a question would send; sends nothing.
    public Preview preview(ModelSettings settings, String question) {
        Connector with = connector(settings);
        return with.preview(Question.of(question, core.query().today()))
                .<Preview>map(
                        out -> new Preview.Request(with.connection(), out, with.closedFor(out)))
                .orElseGet(() -> new Preview.Nothing(Trouble.NOTHING_TO_ASK));
    }

    /// Which model it is, where it runs, and what that allows.
    public static String where(Connection c, Clock clock) {
        return c.provider()
                + " "
                + c.model()
                + (c.inProcess() ? "" : " at " + c.host())
                + (c.local()
                        ? ", on this machine."
                        : c.mayFollowUp(clock)
                                ? ", remote, with an agreement."
                                : ", remote, without a valid agreement: the catalog and the masked question only.");
    }

    private synchronized Connector connector(ModelSettings settings) {
        if (connector == null || !settings.equals(made)) {
            close();
            if (values == null) {
                values = ValueIndex.of(core.query());
            }
            connector = settings.connector(home, core, values);
            made = settings;
        }
        return connector;
    }

    @Override
    public synchronized void close() {
        if (connector != null) {
            connector.close();
            connector = null;
        }
    }
}
