package org.claimscope.data.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.security.Vault;
import org.claimscope.data.testing.TwoDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store of a version that had no inbox, and did not say how far a database was read.
final class EarlierStoreTest {
    @TempDir Path temp;

    @Test
    void aStoreWithoutTheLaterTablesAndColumnsOpensAndGetsThem() {
        Path folder = temp.resolve("w");
        Workspace.create(folder, new Credentials.None(), TwoDays.CLOCK, "test").close();
        try (var vault = Vault.open(new VaultFiles(folder), new Credentials.None());
                var control = ControlStore.open(folder, vault)) {
            control.durably(sql -> {
                sql.execute("drop table inbox");
                sql.execute("drop table received");
                sql.execute("drop table intake");
                sql.execute("alter table checkpoint drop column read_to");
                return sql.execute("drop table feed_position");
            });
        }
        for (int i = 0; i < 2; i++) {
            try (var workspace =
                    Workspace.open(folder, new Credentials.None(), TwoDays.CLOCK, "test", null)) {
                var arrival = new Inbox.Arrival("a/b", "K", new byte[] {1}, "HL7", "");
                assertEquals(List.of(i == 0), workspace.inbox().store(List.of(arrival), List.of()));
                assertEquals(1, workspace.inbox().waiting());
                assertEquals(Optional.empty(), workspace.journal().readTo("a/b", "changed"));
            }
        }
    }
}
