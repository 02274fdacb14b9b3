package org.claimscope.app;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.claimscope.app.cli.ClaimscopeCommand;

/// Starts Claimscope. Results go to stdout, everything else to stderr.
public final class Main {
    /// Held, because a logger that nobody holds forgets its level. JavaFX warns at every start that
    /// it is on the class path, which is where it belongs here (ADR-0001).
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Main() {}

    public static void main(String[] args) {
        JAVAFX.setLevel(Level.SEVERE);
        System.exit(ClaimscopeCommand.run(args));
    }
}
