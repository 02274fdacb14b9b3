package org.claimscope.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `audit`: the log of every look at the data.
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "The tamper-evident log of every look at the data.")
final class AuditCommand implements Callable<Integer> {
    @ParentCommand @Nullable ClaimscopeCommand parent;

    @Override
    public Integer call() {
        throw new ClaimscopeException(ErrorKind.USER, "Say which: audit verify.");
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Checks the whole chain and names the first entry that does not fit.")
    int verify() {
        Session session = Commands.session(parent);
        try (var core = session.open()) {
            List<Long> breaks = core.workspace().auditBreaks();
            if (breaks.isEmpty()) {
                session.out().println("the chain holds");
                return ClaimscopeCommand.DONE;
            }
            session.out().println("entry " + breaks.getFirst() + " does not fit");
            return ClaimscopeCommand.FAILED;
        }
    }
}
