package org.claimscope.app.cli;

import org.jspecify.annotations.Nullable;

/// How a command gets at the options before it.
final class Commands {
    private Commands() {}

    /// picocli fills in parents before it calls a command.
    static Session session(@Nullable ClaimscopeCommand parent) {
        if (parent == null) {
            throw new IllegalStateException("commands run under claimscope");
        }
        return parent.session();
    }
}
