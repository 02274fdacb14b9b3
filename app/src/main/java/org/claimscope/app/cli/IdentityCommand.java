package org.claimscope.app.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.identity.Candidate;
import org.claimscope.data.identity.Candidate.Agreement;
import org.claimscope.data.identity.Candidate.Mark;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `identity`: numbers that may be one patient. Pairs are called by a name that tells no number.
@Command(
        name = "identity",
        mixinStandardHelpOptions = true,
        description = "Numbers that may be one patient: what speaks for it, and what to do.")
final class IdentityCommand implements Callable<Integer> {
    @ParentCommand @Nullable ClaimscopeCommand parent;

    @Override
    public Integer call() {
        throw new ClaimscopeException(
                ErrorKind.USER, "Say which: identity list, merge, apart or reopen.");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "The pairs that nobody decided about, the likeliest first.")
    int list(
            @Option(names = "--limit", defaultValue = "1000") int limit,
            @Option(names = "--format", defaultValue = "table", paramLabel = "table|json|csv")
                    String format) {
        Session session = Commands.session(parent);
        try (var core = session.open()) {
            var table =
                    new TextTable(
                            List.of(
                                    "pair",
                                    "source",
                                    "bits",
                                    "certain",
                                    "same",
                                    "alike",
                                    "different"),
                            Set.of(2));
            for (Candidate c : core.identities().queue().stream().limit(limit).toList()) {
                if (format.equals("json")) {
                    var o = new LinkedHashMap<String, @Nullable Object>();
                    o.put("pair", c.code());
                    o.put("source", c.source());
                    o.put("bits", c.bits());
                    o.put("certain", c.certain());
                    for (Mark mark : Mark.values()) {
                        o.put(word(mark), word(c.agreement(mark)));
                    }
                    session.out().println(Json.line(o));
                }
                table.add(
                        List.of(
                                c.code(),
                                c.source(),
                                Integer.toString(c.bits()),
                                c.certain() ? "yes" : "",
                                marks(c, Agreement.SAME),
                                marks(c, Agreement.ALIKE),
                                marks(c, Agreement.DIFFERENT)));
            }
            if (format.equals("csv")) {
                table.printCsv(session.out());
            } else if (!format.equals("json")) {
                table.print(session.out());
            }
        }
        return ClaimscopeCommand.DONE;
    }

    private static String marks(Candidate c, Agreement agreement) {
        return Arrays.stream(Mark.values())
                .filter(mark -> c.agreement(mark) == agreement)
                .map(IdentityCommand::word)
                .collect(Collectors.joining(" "));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Command(
            name = "merge",
            mixinStandardHelpOptions = true,
            description =
                    "Makes a pair one patient: the number with more visits stays. 'delivery undo' takes it back.")
    int merge(
            @Parameters(paramLabel = "PAIR") String pair,
            @Option(names = "--reason", required = true) String reason,
            @Option(names = "--keep-other", description = "The other number stays.")
                    boolean keepOther) {
        Session session = Commands.session(parent);
        try (var core = session.open()) {
            Candidate c = core.identities().open(pair);
            RunEntry run =
                    core.identities().merge(c, keepOther ? c.goesKey() : c.keepsKey(), reason);
            session.out()
                    .println(
                            "pair "
                                    + c.code()
                                    + ": one patient, as delivery "
                                    + run.deliveryId().orElse(0L));
        }
        return ClaimscopeCommand.DONE;
    }

    @Command(
            name = "apart",
            mixinStandardHelpOptions = true,
            description = "Notes that a pair is two patients; it is not asked about again.")
    int apart(
            @Parameters(paramLabel = "PAIR") String pair,
            @Option(names = "--reason", required = true) String reason) {
        Session session = Commands.session(parent);
        try (var core = session.open()) {
            Candidate c = core.identities().open(pair);
            core.identities().apart(c, reason);
            session.out().println("pair " + c.code() + ": two patients");
        }
        return ClaimscopeCommand.DONE;
    }

    @Command(
            name = "reopen",
            mixinStandardHelpOptions = true,
            description = "Asks again about a pair that was found to be two patients.")
    int reopen(
            @Parameters(paramLabel = "PAIR") String pair,
            @Option(names = "--reason", required = true) String reason) {
        Session session = Commands.session(parent);
        try (var core = session.open()) {
            core.identities().reopen(pair, reason);
            session.out().println("pair " + pair + ": open again");
        }
        return ClaimscopeCommand.DONE;
    }
}
