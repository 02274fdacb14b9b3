package org.claimscope.app.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.Workspace.Note;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.nlq.Connector;
import org.claimscope.nlq.Nlq;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.Member;
import org.claimscope.nlq.lexicon.TaughtWord;
import org.claimscope.nlq.lexicon.TaughtWord.Meaning;
import org.claimscope.nlq.lexicon.TaughtWords;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.jspecify.annotations.Nullable;

/// Questions over an open workspace: the parser, and the language model where `models.json`
/// connects one. The command line and the window ask through this, so that both send, check and
/// refuse alike.
public final class Questions implements AutoCloseable {
    private final Home home;
    private final DataCore core;
    private final boolean offline;
    private @Nullable ValueIndex values;
    private @Nullable Ready ready;

    /// @param unusable why a model that the settings name is not connected
    private record Ready(
            Nlq nlq,
            ValueIndex values,
            Optional<Connector> model,
            Wanted wanted,
            Optional<ClaimscopeException> unusable) {}

    /// What a connector was made for. Names and numbers that must not leave come from the data:
    /// when those moved, they are read again before anything is sent.
    private record Wanted(Optional<ModelSettings> settings, long version, TaughtWords taught) {}

    /// @param offline asks no model, whatever the settings say
    public Questions(Home home, DataCore core, boolean offline) {
        this.home = home;
        this.core = core;
        this.offline = offline;
    }

    /// What questions are asked of now: made again when the settings changed meanwhile. Without a
    /// usable model it works all the same; [#unusable] says why there is none.
    public Nlq nlq() {
        return ready().nlq();
    }

    /// Why the model that the settings name cannot be used.
    public Optional<ClaimscopeException> unusable() {
        return ready().unusable();
    }

    private synchronized Ready ready() {
        Optional<ModelSettings> settings = Optional.empty();
        Optional<ClaimscopeException> unusable = Optional.empty();
        try {
            settings = offline ? Optional.empty() : ModelSettings.of(home);
        } catch (ClaimscopeException e) {
            unusable = Optional.of(e);
        }
        TaughtWords taught = taught();
        var wanted =
                new Wanted(settings, settings.isPresent() ? core.workspace().version() : 0, taught);
        Ready now = ready;
        if (now != null && now.wanted().equals(wanted) && now.unusable().isEmpty()) {
            return now;
        }
        close();
        if (values == null) {
            values = ValueIndex.of(core.query());
        }
        Optional<Connector> model = Optional.empty();
        if (settings.isPresent()) {
            try {
                model = Optional.of(settings.get().connector(home, core, values));
            } catch (ClaimscopeException e) {
                unusable = Optional.of(e);
            }
        }
        Ready made =
                new Ready(
                        new Nlq(core.query(), values, taught, model),
                        values,
                        model,
                        wanted,
                        unusable);
        ready = made;
        return made;
    }

    /// The words that were taught in this workspace.
    public TaughtWords taught() {
        return core.workspace().kept(Note.TAUGHT).map(TaughtWords::of).orElse(TaughtWords.NONE);
    }

    /// Teaches a word for this workspace.
    ///
    /// @return why not; empty when it was taught
    public Optional<String> teach(TaughtWord word) {
        Optional<String> objection = nlq().interpreter().objection(word.phrase());
        if (objection.isEmpty()) {
            core.workspace().keep(Note.TAUGHT, taught().with(word).json());
        }
        return objection;
    }

    /// Takes a taught word away.
    public void unteach(String phrase) {
        core.workspace().keep(Note.TAUGHT, taught().without(phrase).json());
    }

    /// Everything that a word can be taught to mean: measures, dimensions, members.
    public List<Meaning> meanings() {
        Lexicon lexicon = nlq().interpreter().lexicon();
        ValueIndex members = ready().values();
        var all = new ArrayList<Meaning>();
        lexicon.measures().forEach(m -> all.add(new Meaning.OfMeasure(m.id())));
        for (Dimension d : Dimension.values()) {
            if (d.kind() != Dimension.Kind.NUMBER) {
                all.add(new Meaning.OfDimension(d.id()));
            }
        }
        members.dimensions()
                .forEach(d ->
                        members.members(d)
                                .forEach(v -> all.add(new Meaning.OfMember(new Member(d, v)))));
        return all;
    }

    /// Where questions go, in one sentence that is true at this moment.
    public String where() {
        try {
            return ModelSettings.of(home)
                    .map(ModelSettings::connection)
                    .map(c ->
                            c.local()
                                    ? "Answered on this machine. Words it does not know are asked, masked, of "
                                            + c.model()
                                            + ", which runs on this machine."
                                    : "Answered on this machine. Questions it does not understand leave, masked, for "
                                            + c.model()
                                            + " at "
                                            + c.host()
                                            + ".")
                    .orElse("Answered on this machine. No model is connected, nothing leaves.");
        } catch (ClaimscopeException e) {
            return "Answered on this machine, nothing leaves: the language model's settings cannot be used.";
        }
    }

    /// Hangs up. Asking again connects again.
    @Override
    public synchronized void close() {
        if (ready != null) {
            ready.model().ifPresent(Connector::close);
            ready = null;
        }
    }
}
