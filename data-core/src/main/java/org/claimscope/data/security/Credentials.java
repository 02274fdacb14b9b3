package org.claimscope.data.security;

import java.util.Arrays;

/// What a person offers to open a workspace.
public sealed interface Credentials {
    /// Nothing: enough for the sample workspace, whose data are synthetic.
    record None() implements Credentials {}

    /// A passphrase, held as characters so that it can be wiped. Never from an argument or the
    /// environment.
    final class Passphrase implements Credentials, AutoCloseable {
        private final char[] characters;

        public Passphrase(char[] characters) {
            this.characters = characters.clone();
        }

        char[] characters() {
            return characters;
        }

        @Override
        public void close() {
            Arrays.fill(characters, '\0');
        }

        @Override
        public String toString() {
            return "passphrase •••";
        }
    }
}
