package org.claimscope.nlq.guard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Writes the smallest llama model that llama.cpp loads: one layer, random weights, a vocabulary of
/// bytes and pairs of letters. It knows nothing; it shows that the plumbing holds.
public final class TinyGguf {
    private static final int WIDTH = 32;
    private static final int INNER = 64;
    private static final int ALIGNED = 32;
    private static final int U32 = 4;
    private static final int I32 = 5;
    private static final int F32 = 6;
    private static final int STRING = 8;
    private static final int ARRAY = 9;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> types = new ArrayList<>();

    private TinyGguf() {
        token("<unk>", 2);
        token("<s>", 3);
        token("</s>", 3);
        for (int b = 0; b < 256; b++) {
            token("<0x%02X>".formatted(b), 6);
        }
        token("▁", 1);
        for (char a = 'a'; a <= 'z'; a++) {
            token("▁" + a, 1);
            token(String.valueOf(a), 1);
            for (char b = 'a'; b <= 'z'; b++) {
                token("" + a + b, 1);
            }
        }
    }

    /// @return the file
    public static Path write(Path file) throws IOException {
        return Files.write(file, new TinyGguf().bytes());
    }

    private void token(String text, int type) {
        tokens.add(text);
        types.add(type);
    }

    private byte[] bytes() {
        Map<String, long[]> tensors = new LinkedHashMap<>();
        int vocabulary = tokens.size();
        tensors.put("token_embd.weight", new long[] {WIDTH, vocabulary});
        tensors.put("output_norm.weight", new long[] {WIDTH});
        tensors.put("output.weight", new long[] {WIDTH, vocabulary});
        tensors.put("blk.0.attn_norm.weight", new long[] {WIDTH});
        for (String square : List.of("attn_q", "attn_k", "attn_v", "attn_output")) {
            tensors.put("blk.0." + square + ".weight", new long[] {WIDTH, WIDTH});
        }
        tensors.put("blk.0.ffn_norm.weight", new long[] {WIDTH});
        tensors.put("blk.0.ffn_gate.weight", new long[] {WIDTH, INNER});
        tensors.put("blk.0.ffn_up.weight", new long[] {WIDTH, INNER});
        tensors.put("blk.0.ffn_down.weight", new long[] {INNER, WIDTH});
        out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        i32(3);
        i64(tensors.size());
        i64(16);
        string("general.architecture", "llama");
        string("general.name", "tiny");
        number("llama.context_length", 16384);
        number("llama.embedding_length", WIDTH);
        number("llama.block_count", 1);
        number("llama.feed_forward_length", INNER);
        number("llama.attention.head_count", 2);
        number("llama.rope.dimension_count", WIDTH / 2);
        name("llama.attention.layer_norm_rms_epsilon", F32);
        f32(1e-5f);
        string("tokenizer.ggml.model", "llama");
        name("tokenizer.ggml.tokens", ARRAY);
        i32(STRING);
        i64(vocabulary);
        tokens.forEach(this::text);
        name("tokenizer.ggml.scores", ARRAY);
        i32(F32);
        i64(vocabulary);
        for (int t = 0; t < vocabulary; t++) {
            f32(-t);
        }
        name("tokenizer.ggml.token_type", ARRAY);
        i32(I32);
        i64(vocabulary);
        types.forEach(this::i32);
        number("tokenizer.ggml.bos_token_id", 1);
        number("tokenizer.ggml.eos_token_id", 2);
        number("tokenizer.ggml.unknown_token_id", 0);
        long offset = 0;
        for (Map.Entry<String, long[]> tensor : tensors.entrySet()) {
            text(tensor.getKey());
            i32(tensor.getValue().length);
            for (long size : tensor.getValue()) {
                i64(size);
            }
            i32(0);
            i64(offset);
            offset += (4 * count(tensor.getValue()) + ALIGNED - 1) / ALIGNED * ALIGNED;
        }
        pad();
        var random = new Random(4711);
        tensors.forEach((tensor, sizes) -> {
            boolean norm = tensor.contains("norm");
            // Never the end: a row of zeros loses against random ones.
            int silent = tensor.equals("output.weight") ? 3 * WIDTH : 0;
            for (long i = 0; i < count(sizes); i++) {
                f32(norm ? 1 : i < silent ? 0 : (float) random.nextGaussian() * 0.5f);
            }
            pad();
        });
        return out.toByteArray();
    }

    private static long count(long[] sizes) {
        long all = 1;
        for (long size : sizes) {
            all *= size;
        }
        return all;
    }

    private void pad() {
        while (out.size() % ALIGNED != 0) {
            out.write(0);
        }
    }

    private void name(String key, int type) {
        text(key);
        i32(type);
    }

    private void string(String key, String value) {
        name(key, STRING);
        text(value);
    }

    private void number(String key, int value) {
        name(key, U32);
        i32(value);
    }

    private void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        i64(bytes.length);
        out.writeBytes(bytes);
    }

    private void f32(float value) {
        i32(Float.floatToRawIntBits(value));
    }

    private void i32(int value) {
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    }

    private void i64(long value) {
        out.writeBytes(
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
    }
}
