package org.claimscope.data.cache;

import java.nio.file.Path;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.testing.TwoDays;

/// Another process that wants the workspace, and says what came of it.
public final class LockChild {
    private LockChild() {}

    /// @param args workspace, `hold` or `try`
    public static void main(String[] args) throws Exception {
        try (var workspace =
                Workspace.open(
                        Path.of(args[0]), new Credentials.None(), TwoDays.CLOCK, "child", null)) {
            System.out.println("opened " + workspace.directory());
            System.out.println("ready");
            if (args[1].equals("hold")) {
                System.in.read();
            }
        } catch (ClaimscopeException e) {
            System.out.println(e.kind() + " " + e.getMessage());
        }
    }
}
