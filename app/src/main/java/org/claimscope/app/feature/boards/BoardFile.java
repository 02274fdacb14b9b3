package org.claimscope.app.feature.boards;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimscope.app.present.Filters;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.model.Sensitivity;
import org.jspecify.annotations.Nullable;

/// A board as JSON: how shipped boards are written, how own ones are kept and how they are handed
/// on. It holds names of measures and dimensions, never figures.
final class BoardFile {
    private static final int VERSION = 1;
    private static final int MOST_PARTS = 60;
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
                    .build();

    private BoardFile() {}

    /// @param claimscopeBoard the version of the format
    private record Written(
            int claimscopeBoard,
            @Nullable String id,
            @Nullable String title,
            @Nullable String note,
            @Nullable List<WrittenPart> parts) {}

    private record WrittenPart(
            @Nullable String look,
            @Nullable String title,
            @Nullable List<String> measures,
            @Nullable List<String> by,
            @Nullable List<Filters.Cut> where,
            int top,
            int @Nullable [] spot) {}

    /// @throws ClaimscopeException DATA when it is no board of this version; the message names the
    ///   part
    static Board read(byte[] json) {
        try {
            return board(JSON.readValue(json, Written.class));
        } catch (IOException e) {
            // The parser's words may quote the file.
            throw new ClaimscopeException(ErrorKind.DATA, "The file is not a Claimscope board.");
        }
    }

    /// @throws ClaimscopeException DATA as of [#read]
    static List<Board> readAll(byte[] json) {
        try {
            return List.of(JSON.readValue(json, Written[].class)).stream()
                    .map(BoardFile::board)
                    .toList();
        } catch (IOException e) {
            throw new ClaimscopeException(ErrorKind.DATA, "The kept boards cannot be read.");
        }
    }

    static byte[] write(Board board) {
        return bytes(written(board));
    }

    static byte[] writeAll(List<Board> boards) {
        return bytes(boards.stream().map(BoardFile::written).toList());
    }

    /// To hand on: without conditions that name patients, claims or visits.
    static byte[] share(Board board) {
        List<Part> parts =
                board.parts().stream()
                        .map(p ->
                                new Part(
                                        p.look(),
                                        p.title(),
                                        p.measures(),
                                        p.by(),
                                        p.where().stream().filter(BoardFile::nobody).toList(),
                                        p.top(),
                                        p.spot()))
                        .toList();
        return write(new Board("", board.title(), board.note(), parts));
    }

    private static boolean nobody(Filters.Cut cut) {
        return Dimension.named(cut.dimension())
                .filter(d -> d.sensitivity() == Sensitivity.NONE)
                .isPresent();
    }

    private static byte[] bytes(Object written) {
        try {
            return JSON.writeValueAsBytes(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts always have a JSON", e);
        }
    }

    private static Written written(Board board) {
        return new Written(
                VERSION,
                board.id(),
                board.title(),
                board.note(),
                board.parts().stream()
                        .map(p ->
                                new WrittenPart(
                                        p.look().id(),
                                        p.title(),
                                        p.measures(),
                                        p.by(),
                                        p.where(),
                                        p.top(),
                                        new int[] {
                                            p.spot().column(),
                                            p.spot().row(),
                                            p.spot().width(),
                                            p.spot().height()
                                        }))
                        .toList());
    }

    private static Board board(Written w) {
        if (w.claimscopeBoard() != VERSION) {
            throw new ClaimscopeException(
                    ErrorKind.DATA,
                    "The file is a board of version %d; this program reads version %d."
                            .formatted(w.claimscopeBoard(), VERSION));
        }
        List<WrittenPart> parts = orNone(w.parts());
        if (parts.size() > MOST_PARTS) {
            throw new ClaimscopeException(
                    ErrorKind.DATA, "A board has at most " + MOST_PARTS + " parts.");
        }
        var read = new ArrayList<Part>();
        for (WrittenPart part : parts) {
            read.add(part(part, read.size() + 1));
        }
        return new Board(orEmpty(w.id()), orEmpty(w.title()), orEmpty(w.note()), read);
    }

    private static Part part(WrittenPart p, int number) {
        int[] s = p.spot();
        try {
            Look look = Look.valueOf(orEmpty(p.look()).toUpperCase(Locale.ROOT));
            if (s == null || s.length != 4) {
                throw new IllegalArgumentException("its spot is column, row, width, height");
            }
            return new Part(
                    look,
                    orEmpty(p.title()),
                    orNone(p.measures()),
                    orNone(p.by()),
                    orNone(p.where()),
                    Math.max(0, p.top()),
                    new Spot(s[0], s[1], s[2], s[3]));
        } catch (IllegalArgumentException e) {
            throw new ClaimscopeException(
                    ErrorKind.DATA, "Part " + number + " of the board: " + e.getMessage() + ".");
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
