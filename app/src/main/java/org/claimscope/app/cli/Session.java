package org.claimscope.app.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.claimscope.app.session.Home;
import org.claimscope.app.session.SampleFeed;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.security.Credentials;
import org.jspecify.annotations.Nullable;

/// What every command needs: the workspace that is meant, the way in, and where to write.
record Session(
        Clock clock,
        @Nullable Path named,
        @Nullable Path passphraseFile,
        PrintWriter out,
        PrintWriter err) {
    SampleFeed sampleFeed() {
        return new SampleFeed(home(), clock, user(), err::println);
    }

    Home home() {
        return Home.ofUser();
    }

    /// The workspace's folder.
    Path folder() {
        return named == null ? home().sampleWorkspace() : named;
    }

    boolean sample() {
        return named == null;
    }

    /// Opens the workspace; the sample's is made first if it is missing.
    DataCore open() {
        return open(null);
    }

    /// @param knownAt shows the data as they were known at an instant; null for now
    DataCore open(@Nullable Instant knownAt) {
        if (sample()) {
            DataCore now = sampleFeed().open();
            if (knownAt == null) {
                return now;
            }
            now.close();
        }
        return DataCore.open(folder(), credentials(), clock, user(), knownAt);
    }

    String user() {
        return System.getProperty("user.name", "owner");
    }

    /// The passphrase of the workspace, or none if it needs none.
    Credentials credentials() {
        return Workspace.needsPassphrase(folder())
                ? passphrase("Passphrase of " + folder() + ": ")
                : new Credentials.None();
    }

    /// A passphrase for a new workspace, asked for twice.
    Credentials newPassphrase() {
        if (passphraseFile != null) {
            return fromFile(passphraseFile);
        }
        char[] first = ask("New passphrase: ");
        char[] second = ask("Again: ");
        if (!Arrays.equals(first, second)) {
            throw new ClaimscopeException(ErrorKind.USER, "The two passphrases differ.");
        }
        return new Credentials.Passphrase(first);
    }

    private Credentials passphrase(String prompt) {
        return passphraseFile != null
                ? fromFile(passphraseFile)
                : new Credentials.Passphrase(ask(prompt));
    }

    private static char[] ask(String prompt) {
        Console console = Objects.requireNonNull(System.console());
        char[] typed = console.isTerminal() ? console.readPassword("%s", prompt) : null;
        if (typed == null || typed.length == 0) {
            throw new ClaimscopeException(
                    ErrorKind.DENIED,
                    "A passphrase is needed. Give it with --passphrase-file FILE, or start from a terminal to be asked.");
        }
        return typed;
    }

    private static Credentials fromFile(Path file) {
        try {
            String line =
                    Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse("");
            if (line.isEmpty()) {
                throw new ClaimscopeException(
                        ErrorKind.DENIED, "The passphrase file " + file + " is empty.");
            }
            return new Credentials.Passphrase(line.toCharArray());
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.DENIED, "Cannot read the passphrase file " + file + ".", e);
        }
    }
}
