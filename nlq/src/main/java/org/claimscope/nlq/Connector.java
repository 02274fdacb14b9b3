package org.claimscope.nlq;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.claimscope.data.audit.AuditLog;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.guard.Door;
import org.claimscope.nlq.guard.Gateway;
import org.claimscope.nlq.guard.KeyedSet;
import org.claimscope.nlq.guard.Masker;
import org.claimscope.nlq.guard.Outgoing;
import org.claimscope.nlq.guard.Said;
import org.claimscope.nlq.guard.Spending;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.model.ModelReader;
import org.claimscope.nlq.model.Prompt;
import org.claimscope.nlq.parse.Reading;
import org.claimscope.nlq.provider.ApiKey;
import org.claimscope.nlq.provider.Connection;
import org.claimscope.nlq.provider.Provider;
import org.claimscope.nlq.provider.Providers;
import org.claimscope.nlq.question.Question;
import org.jspecify.annotations.Nullable;

/// A connected language model. Nothing of it is made before the first question that needs it; where
/// no model is connected there is no connector, and no class that could open a connection is made.
public final class Connector implements AutoCloseable {
    private static final int SHORTEST_PART = 5;

    private final Catalog catalog;
    private final ValueIndex values;
    private final Interpreter interpreter;
    private final Connection connection;
    private final ApiKey key;
    private final Consumer<Consumer<String>> identifiers;
    private final Spending spending;
    private final AuditLog audit;
    private final Clock clock;
    private @Nullable Gateway gateway;
    private @Nullable ModelReader reader;
    private @Nullable Prompt prompt;

    /// @param interpreter over the same catalog and members
    /// @param identifiers calls back with every name and number of a person or record that must not
    ///   leave; asked for once, kept as keyed hashes
    public Connector(
            Catalog catalog,
            ValueIndex values,
            Interpreter interpreter,
            Connection connection,
            ApiKey key,
            Consumer<Consumer<String>> identifiers,
            Spending spending,
            AuditLog audit,
            Clock clock) {
        this.catalog = catalog;
        this.values = values;
        this.interpreter = interpreter;
        this.connection = connection;
        this.key = key;
        this.identifiers = identifiers;
        this.spending = spending;
        this.audit = audit;
        this.clock = clock;
    }

    public Connection connection() {
        return connection;
    }

    /// Reads a question that the parser did not; asks the model only where that helps.
    public ModelReader.Result read(Question question, Reading parsed, Cancellation until) {
        return ModelReader.helps(question, parsed)
                ? reader().read(question, parsed, until)
                : new ModelReader.Result.Unread(Optional.empty());
    }

    /// What would be sent for a question, whether the parser needs help with it or not; empty when
    /// nothing would be.
    public Optional<Outgoing> preview(Question question) {
        return reader().preview(question);
    }

    /// Why a request would stay here.
    public Optional<Door.Reason> closedFor(Outgoing out) {
        reader();
        return made(gateway).closedFor(out);
    }

    /// Sends a fixed question without anybody's data.
    public Said test(LocalDate today, Cancellation until) {
        reader();
        return made(gateway).ask(made(prompt).test(today), until);
    }

    private static <T> T made(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the connector is closed");
        }
        return part;
    }

    private synchronized ModelReader reader() {
        if (reader == null) {
            Provider provider =
                    Providers.named(connection.provider())
                            .orElseThrow(() ->
                                    new ClaimscopeException(
                                            ErrorKind.USER,
                                            "There is no such provider: "
                                                    + connection.provider()
                                                    + ". There are: "
                                                    + Providers.all().stream()
                                                            .map(Provider::id)
                                                            .collect(Collectors.joining(", "))
                                                    + "."));
            // Without taught words: what people here call things is hidden like a name.
            var lexicon = new Lexicon(catalog);
            var records = new KeyedSet(identifiers);
            var masker = new Masker(lexicon, values, records::has);
            prompt = new Prompt(catalog, lexicon);
            gateway =
                    new Gateway(
                            connection,
                            provider,
                            key,
                            new Door(known(masker), Year.now(clock)),
                            prompt.empty(),
                            spending,
                            audit,
                            clock);
            reader = new ModelReader(prompt, masker, values, gateway, clock, this::label);
        }
        return reader;
    }

    /// Names and numbers of records, members, and the telling words of members. A single word that
    /// every question may hold cannot be told from the question and is left to masking.
    private KeyedSet known(Masker masker) {
        return new KeyedSet(into -> {
            identifiers.accept(entry -> {
                if (!masker.ordinary(entry.toLowerCase(Locale.ROOT))) {
                    into.accept(entry);
                }
            });
            for (String dimension : values.dimensions()) {
                for (String member : values.members(dimension)) {
                    List<String> parts =
                            List.of(member.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
                    if (!parts.stream().allMatch(p -> p.isEmpty() || masker.ordinary(p))) {
                        into.accept(member);
                    }
                    parts.stream()
                            .filter(p ->
                                    p.length() >= SHORTEST_PART
                                            && p.chars().anyMatch(Character::isLetter)
                                            && !masker.ordinary(p))
                            .forEach(into);
                }
            }
        });
    }

    private String label(QuestionForm form) {
        return interpreter.chips(form).stream()
                .map(c -> c.label().equals("Measure") ? c.value() : c.label() + ": " + c.value())
                .collect(Collectors.joining(" · "));
    }

    @Override
    public synchronized void close() {
        if (gateway != null) {
            gateway.close();
            gateway = null;
            reader = null;
        }
    }
}
