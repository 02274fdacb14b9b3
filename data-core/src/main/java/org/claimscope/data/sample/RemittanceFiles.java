package org.claimscope.data.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The remittances of one delivery: a file for each payer that has something to say.
///
/// The history has one file for a payer, with a payment for each of its days; a live delivery has
/// that of its day.
final class RemittanceFiles {
    private static final String EXTENSION = ".835";

    private final LocalDate made;
    private final String mark;
    private final Map<Payer, RemittanceFile> byPayer = new EnumMap<>(Payer.class);

    /// @param mark is in every trace number of the delivery; empty for the history
    RemittanceFiles(LocalDate made, String mark) {
        this.made = made;
        this.mark = mark;
    }

    /// The name of the history's file of a payer.
    static String name(Payer payer, String suffix) {
        return "remittances-" + payer.id.toLowerCase(Locale.ROOT) + suffix + EXTENSION;
    }

    void add(Answer answer) {
        of(answer.account().encounter().payer()).add(answer);
    }

    /// Plants what goes wrong with real remittances; fewer where the story has too few payments.
    ///
    /// @param by the end of the month in which somebody would look for it
    List<Truth> plantFaults(LocalDate by) {
        return Stream.of(
                        of(Payer.HERON).plantUnknownClaim("U9000001", by),
                        of(Payer.CURLEW).plantUnknownClaim("U9000002", by),
                        of(Payer.MEDICAID).plantUnknownClaim("U9000003", by),
                        of(Payer.TERN).plantShortPayment(by),
                        of(Payer.PLOVER).plantBrokenClaim(by))
                .flatMap(Optional::stream)
                .toList();
    }

    void writeTo(FeedFiles files, String suffix) throws IOException {
        for (var file : byPayer.entrySet()) {
            if (!file.getValue().isEmpty()) {
                files.whole(name(file.getKey(), suffix), file.getValue().bytes());
            }
        }
    }

    private RemittanceFile of(Payer payer) {
        return byPayer.computeIfAbsent(payer, p -> new RemittanceFile(p, made, mark));
    }
}
