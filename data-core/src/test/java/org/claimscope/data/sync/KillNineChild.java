package org.claimscope.data.sync;

import java.nio.file.Files;
import java.nio.file.Path;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.testing.TwoDays;

/// The process that [KillNineTest] kills: makes or opens a workspace and syncs two days into it.
public final class KillNineChild {
    private KillNineChild() {}

    /// @param args workspace, data folder, passphrase file (or `-`)
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Credentials credentials = credentials(args[2]);
        System.out.println("ready");
        try (var workspace = open(folder, credentials)) {
            System.out.println("opened");
            TwoDays.sync(
                    workspace,
                    Path.of(args[1]),
                    (what, done, total) -> System.out.println("at " + what + " " + done));
        }
        System.out.println("done");
    }

    static Credentials credentials(String passphraseFile) throws Exception {
        return passphraseFile.equals("-")
                ? new Credentials.None()
                : new Credentials.Passphrase(
                        Files.readString(Path.of(passphraseFile)).toCharArray());
    }

    /// What a person does after a crash: opens the workspace, or makes it if it is not there.
    static Workspace open(Path folder, Credentials credentials) {
        return Files.exists(folder.resolve("vault.json"))
                ? Workspace.open(folder, credentials, TwoDays.CLOCK, "test", null)
                : Workspace.create(folder, credentials, TwoDays.CLOCK, "test");
    }
}
