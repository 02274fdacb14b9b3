package org.claimscope.data.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The remittances of one delivery, as a clearinghouse hands them over: one file, with an
/// interchange of each payer that has something to say.
///
/// In the history an interchange has a payment for each of the payer's days; in a live delivery
/// that of its day.
final class RemittanceFiles {
    private final LocalDate made;
    private final String mark;
    private final Map<Payer, RemittanceFile> byPayer = new EnumMap<>(Payer.class);

    /// @param mark is in every trace number of the delivery; empty for the history
    RemittanceFiles(LocalDate made, String mark) {
        this.made = made;
        this.mark = mark;
    }

    /// @param suffix empty for the history
    static String name(String suffix) {
        return "remittances" + suffix + ".835";
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
        List<byte[]> interchanges =
                byPayer.values().stream()
                        .filter(f -> !f.isEmpty())
                        .map(RemittanceFile::bytes)
                        .toList();
        if (!interchanges.isEmpty()) {
            files.whole(name(suffix), interchanges);
        }
    }

    private RemittanceFile of(Payer payer) {
        return byPayer.computeIfAbsent(payer, p -> new RemittanceFile(p, made, mark));
    }
}
