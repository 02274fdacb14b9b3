package org.claimscope.data.cache;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// One file or message batch that a sender handed over, kept with its bytes.
///
/// @param id counts up with every delivery; later wins
/// @param feed which feed brought it, such as `hos-a/patients`
/// @param entity what it is: the table of plain rows, else its format, such as `x12`
/// @param fileName as the sender named it, without folders
/// @param fileHash SHA-256 of the bytes, in hex: the same bytes again are no news
/// @param profile the mapping that was used
/// @param rawId names the archived bytes
/// @param untold the fields that its whole records say nothing about: no column of it fills them
/// @param undoneAt when the import was reversed, if it was
public record Delivery(
        long id,
        String feed,
        String source,
        String entity,
        String fileName,
        String fileHash,
        long fileBytes,
        String profile,
        String loadType,
        String rawId,
        long rawBytes,
        Set<String> untold,
        Instant receivedAt,
        Optional<Instant> undoneAt) {
    public Delivery {
        untold = Set.copyOf(untold);
    }
}
