package org.claimscope.app.export;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.claimscope.app.present.PageId;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// Pages that are handed on together as one PDF; the packs are listed in `packs.json`.
///
/// @param pages in the order they are read
public record Pack(String id, String title, List<PageId> pages) {
    public Pack {
        pages = List.copyOf(pages);
    }

    /// All packs, in the order of the list.
    public static List<Pack> all() {
        try (InputStream list =
                Objects.requireNonNull(Pack.class.getResourceAsStream("packs.json"))) {
            return new ObjectMapper()
                    .readValue(list, new TypeReference<List<Map<String, Object>>>() {}).stream()
                            .map(Pack::of)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pack of(Map<String, Object> entry) {
        return new Pack(
                String.valueOf(entry.get("id")),
                String.valueOf(entry.get("title")),
                ((List<?>) Objects.requireNonNull(entry.get("pages")))
                        .stream().map(page -> PageId.named(String.valueOf(page))).toList());
    }

    /// @throws ClaimscopeException USER, with the names there are, when there is no such pack
    public static Pack named(String id) {
        return all().stream()
                .filter(pack -> pack.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new ClaimscopeException(
                                ErrorKind.USER,
                                "There is no pack "
                                        + id
                                        + ". There are: "
                                        + all().stream()
                                                .map(Pack::id)
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }

    /// Such as `executive-pack-jun-2025`.
    public String fileName(List<PageContent> contents) {
        String period =
                contents.stream()
                        .map(PageContent::period)
                        .filter(words -> !words.isEmpty())
                        .findFirst()
                        .orElse("");
        return PageContent.slug(id + " pack " + period);
    }
}
