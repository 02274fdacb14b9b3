package org.claimscope.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.claimscope.app.Desktop;
import org.claimscope.app.session.SampleFeed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `train`: goes once through what people do, so that the launcher's AOT cache knows the classes.
/// Needs an empty `CLAIMSCOPE_HOME`.
@Command(name = "train", hidden = true, description = "Records what a start needs.")
final class TrainCommand implements Callable<Integer> {
    private static final int FEW_ENCOUNTERS = 60;

    @ParentCommand @Nullable ClaimscopeCommand parent;

    @Override
    public Integer call() {
        Session session = Commands.session(parent);
        new SampleFeed(
                        session.home(),
                        session.clock(),
                        session.user(),
                        session.err()::println,
                        FEW_ENCOUNTERS)
                .ensureFiles();
        Desktop.rehearse(session.home(), session.clock(), session.user());
        String feed = session.home().sampleFeed().toString();
        int worst = 0;
        for (List<String> args :
                List.of(
                        List.<String>of(),
                        List.of("version"),
                        List.of("inspect", feed + "/patients.csv", "--format", "json"),
                        List.of("query", "charges,denial_rate", "--by", "payer,month"),
                        List.of("query", "days_in_ar", "--by", "facility", "--format", "json"),
                        List.of("report", "charge-by-provider-department"),
                        List.of("quarantine", "list"))) {
            worst =
                    Math.max(
                            worst,
                            ClaimscopeCommand.run(
                                    session.clock(),
                                    session.out(),
                                    session.err(),
                                    args.toArray(String[]::new)));
        }
        return worst;
    }
}
