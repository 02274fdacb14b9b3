package org.claimscope.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.claimscope.data.DataCore;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.model.Entity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `doctor`: is everything as it should be, and if not, what to do.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Checks program, machine and workspace, and says what to do.")
final class DoctorCommand implements Callable<Integer> {
    private static final long LOW_DISK_MB = 1024;

    @ParentCommand @Nullable ClaimscopeCommand parent;

    private final List<Check> checks = new ArrayList<>();

    private record Check(String what, boolean good, String found) {}

    @Override
    public Integer call() throws IOException {
        Session session = Commands.session(parent);
        checks.add(
                new Check(
                        "Java",
                        Runtime.version().feature() >= 25,
                        Runtime.version()
                                + (Runtime.version().feature() >= 25 ? "" : "; needs 25")));
        List<String> missing = Fonts.missing();
        checks.add(
                new Check(
                        "Fonts",
                        missing.isEmpty(),
                        missing.isEmpty()
                                ? "pages can be drawn"
                                : "install: " + String.join(" ", missing)));
        disk(session);
        workspace(session);
        var table = new TextTable(List.of("check", "", "found"), Set.of());
        for (Check c : checks) {
            table.add(List.of(c.what(), c.good() ? "ok" : "look", c.found()));
        }
        table.print(session.out());
        return checks.stream().allMatch(Check::good)
                ? ClaimscopeCommand.DONE
                : ClaimscopeCommand.FAILED;
    }

    private void disk(Session session) throws IOException {
        Path folder = session.folder().toAbsolutePath();
        while (!Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        long free = Files.getFileStore(folder).getUsableSpace() / 1024 / 1024;
        checks.add(
                new Check(
                        "Disk",
                        free > LOW_DISK_MB,
                        free + " MB free" + (free > LOW_DISK_MB ? "" : "; a sync may not fit")));
    }

    private void workspace(Session session) {
        try (DataCore core = session.open()) {
            checks.add(new Check("Workspace", true, session.folder().toString()));
            long bad = core.workspace().badBlocks();
            checks.add(
                    new Check(
                            "Control store",
                            bad == 0,
                            bad == 0
                                    ? "all blocks authentic"
                                    : bad + " damaged blocks; restore a backup"));
            List<Long> breaks = core.workspace().auditBreaks();
            checks.add(
                    new Check(
                            "Audit log",
                            breaks.isEmpty(),
                            breaks.isEmpty()
                                    ? "the chain holds"
                                    : "entry " + breaks.getFirst() + " does not fit"));
            core.workspace().ensureLoaded(Set.of(Entity.values()));
            checks.add(new Check("Segments", true, "all read and authentic"));
            int open = core.workspace().quarantine().open();
            checks.add(
                    new Check(
                            "Quarantine",
                            true,
                            open == 0 ? "empty" : open + " records wait; see: quarantine list"));
        } catch (ClaimscopeException e) {
            checks.add(new Check("Workspace", false, String.valueOf(e.getMessage())));
        }
    }
}
