package org.claimscope.app.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.claimscope.app.present.PageId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `pages`: the pages that `snapshot` draws.
@Command(
        name = "pages",
        mixinStandardHelpOptions = true,
        description = "The ids of the pages, one a line.")
final class PagesCommand implements Callable<Integer> {
    @ParentCommand @Nullable ClaimscopeCommand parent;

    @Override
    public Integer call() {
        Session session = Commands.session(parent);
        for (PageId page : PageId.values()) {
            session.out().println(page.name().toLowerCase(Locale.ROOT));
        }
        return ClaimscopeCommand.DONE;
    }
}
