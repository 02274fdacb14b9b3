package org.claimscope.app.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `version`: the program's version and what it runs on.
@Command(
        name = "version",
        mixinStandardHelpOptions = true,
        description = "The program's version and what it runs on.")
final class VersionCommand implements Callable<Integer>, CommandLine.IVersionProvider {
    static final String VERSION = "0.1.0";

    @ParentCommand @Nullable ClaimscopeCommand parent;

    @Override
    public Integer call() {
        Session session = Commands.session(parent);
        for (String line : getVersion()) {
            session.out().println(line);
        }
        return ClaimscopeCommand.DONE;
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "claimscope " + VERSION,
            "java "
                    + Runtime.version()
                    + ", "
                    + System.getProperty("os.name")
                    + " "
                    + System.getProperty("os.arch")
        };
    }
}
