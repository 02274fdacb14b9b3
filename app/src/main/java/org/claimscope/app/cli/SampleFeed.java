package org.claimscope.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.sample.SampleHospital;
import org.claimscope.data.security.Credentials;

/// The sample hospital on this machine: its feed files, and the workspace they are synced into.
final class SampleFeed {
    /// Everybody's sample is the same hospital; only the months move.
    static final long SEED = 42;

    private final Session session;

    SampleFeed(Session session) {
        this.session = session;
    }

    /// Writes the feed files if they are not there: 24 months that end yesterday.
    Path ensureFiles() {
        Path feed = session.home().sampleFeed();
        try {
            if (!Files.exists(feed.resolve("transactions.csv"))) {
                Files.createDirectories(feed);
                LocalDate anchor =
                        LocalDate.ofInstant(session.clock().instant(), ZoneId.systemDefault())
                                .minusDays(1);
                session.err().println("Writing the sample hospital's feed files to " + feed + " …");
                new SampleHospital(SEED, anchor, SampleHospital.DEFAULT_ENCOUNTERS_PER_MONTH)
                        .writeTo(feed);
            }
            return feed;
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.RESOURCES,
                    "Cannot write the sample's files to "
                            + feed
                            + ". Check the disk, or set CLAIMSCOPE_HOME.",
                    e);
        }
    }

    void ensureWorkspace() {
        Path feed = ensureFiles();
        Path folder = session.home().sampleWorkspace();
        if (!Files.exists(folder.resolve("vault.json"))) {
            session.err()
                    .println("Making the workspace of the " + Session.SAMPLE_NOTE + ": " + folder);
            Workspace.create(folder, new Credentials.None(), session.clock(), session.user())
                    .close();
        }
        if (!Files.isDirectory(feed)) {
            throw new ClaimscopeException(ErrorKind.INTERNAL, "the sample's feed was not written");
        }
    }
}
