package org.claimscope.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.claimscope.app.session.SampleFeed;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.WorkspaceBackup;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `workspace`: makes, lists, saves and restores workspaces.
@Command(
        name = "workspace",
        mixinStandardHelpOptions = true,
        description = "Makes, lists, saves and restores workspaces.")
final class WorkspaceCommand implements Callable<Integer> {
    @ParentCommand @Nullable ClaimscopeCommand parent;

    @Override
    public Integer call() {
        throw new ClaimscopeException(
                ErrorKind.USER, "Say which: workspace create, list, lock, backup or restore.");
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Makes an encrypted workspace in a folder.")
    int create(@Parameters(paramLabel = "DIR", arity = "0..1") @Nullable Path directory) {
        Session session = Commands.session(parent);
        Path folder = directory != null ? directory : session.named();
        if (folder == null) {
            throw new ClaimscopeException(ErrorKind.USER, "Say where: workspace create DIR.");
        }
        DataCore.create(folder, session.newPassphrase(), session.clock(), session.user()).close();
        session.out().println(folder);
        session.err()
                .println(
                        "Made. Keep the passphrase: without it nobody, we neither, can read the data.");
        return ClaimscopeCommand.DONE;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "The sample's workspace, and the one that --workspace names.")
    int list() throws IOException {
        Session session = Commands.session(parent);
        Path sample = session.home().sampleWorkspace();
        if (Files.exists(sample.resolve("vault.json"))) {
            session.out().println(sample + "\t" + SampleFeed.NOTE);
        }
        Path named = session.named();
        if (named != null && Files.isDirectory(named)) {
            try (var below = Files.walk(named, 2)) {
                below.filter(f -> f.endsWith("vault.json"))
                        .map(Path::getParent)
                        .sorted()
                        .forEach(w -> session.out().println(w + "\tencrypted"));
            }
        }
        return ClaimscopeCommand.DONE;
    }

    @Command(
            name = "lock",
            mixinStandardHelpOptions = true,
            description = "Closes the workspace. Commands hold keys only while they run.")
    int lock() {
        Session session = Commands.session(parent);
        // Opening proves that nobody else has it open; closing wipes the keys.
        session.open().close();
        session.err().println("Locked: no process has this workspace open, and no key is kept.");
        return ClaimscopeCommand.DONE;
    }

    @Command(
            name = "backup",
            mixinStandardHelpOptions = true,
            description = "Copies the workspace, encrypted as it is, into one file.")
    int backup(@Parameters(paramLabel = "FILE") Path file) {
        Session session = Commands.session(parent);
        int files = WorkspaceBackup.write(session.folder(), file);
        session.err().println(files + " files in " + file);
        return ClaimscopeCommand.DONE;
    }

    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = "Makes the workspace that --workspace names from a backup.")
    int restore(@Parameters(paramLabel = "FILE") Path file) {
        Session session = Commands.session(parent);
        Path folder = session.named();
        if (folder == null) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "Say where to restore to with --workspace DIR.");
        }
        int files = WorkspaceBackup.restore(file, folder);
        session.err().println(files + " files restored to " + folder);
        return ClaimscopeCommand.DONE;
    }
}
