package org.claimscope.app;

import org.claimscope.app.cli.ClaimscopeCommand;

/// Starts Claimscope. Results go to stdout, everything else to stderr.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(ClaimscopeCommand.run(args));
    }
}
