package org.claimscope.data.sync;

import java.util.List;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.source.FolderRules;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.source.sftp.SftpFolder;
import org.claimscope.data.source.sftp.SftpSettings;

/// Delivers the files of a folder on an SSH server, by the same rules as those of a folder here.
final class SftpFeed {
    private final Workspace workspace;
    private final SftpSettings settings;

    SftpFeed(Workspace workspace, SftpSettings settings) {
        this.workspace = workspace;
        this.settings = settings;
    }

    List<RunEntry> run(Run run, Feed feed, String pattern, FolderRules rules) {
        try (SftpFolder there = run.keepTrying(() -> SftpFolder.open(settings))) {
            return FolderFeed.elsewhere(new FolderSource(there.folder()), workspace)
                    .run(run, feed, pattern, rules);
        } catch (ClaimscopeException e) {
            if (e.kind() == ErrorKind.RESOURCES || e.kind() == ErrorKind.INTERNAL) {
                throw e;
            }
            return List.of(run.noted(feed, RunEntry.Status.FAILED, String.valueOf(e.getMessage())));
        }
    }
}
