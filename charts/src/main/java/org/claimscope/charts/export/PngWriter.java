package org.claimscope.charts.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import org.jspecify.annotations.Nullable;

/// A picture as PNG bytes: 8 bits each of red, green, blue and opacity. Own writer, because the
/// desktop module starts a second window system for it.
public final class PngWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final byte BITS = 8;
    private static final byte RGBA = 6;

    private PngWriter() {}

    /// @throws IllegalArgumentException if the image has no pixels to read
    public static byte[] encode(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        @Nullable PixelReader pixels = image.getPixelReader();
        if (pixels == null || width < 1 || height < 1) {
            throw new IllegalArgumentException("no pixels to write");
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        byte[] header =
                ByteBuffer.allocate(13).putInt(width).putInt(height).put(BITS).put(RGBA).array();
        chunk(png, "IHDR", header);
        chunk(png, "IDAT", deflate(rows(pixels, width, height)));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /// Each row begins with its filter: 1, each byte less the pixel to its left, which makes flat
    /// surfaces shrink to nothing.
    private static byte[] rows(PixelReader pixels, int width, int height) {
        byte[] rows = new byte[Math.multiplyExact(height, 1 + 4 * width)];
        int at = 0;
        for (int y = 0; y < height; y++) {
            rows[at++] = 1;
            int left = 0;
            for (int x = 0; x < width; x++) {
                int argb = pixels.getArgb(x, y);
                rows[at++] = (byte) ((argb >> 16) - (left >> 16));
                rows[at++] = (byte) ((argb >> 8) - (left >> 8));
                rows[at++] = (byte) (argb - left);
                rows[at++] = (byte) ((argb >> 24) - (left >> 24));
                left = argb;
            }
        }
        return rows;
    }

    private static byte[] deflate(byte[] raw) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(raw);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }

    private static void chunk(ByteArrayOutputStream png, String name, byte[] data) {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(type);
        check.update(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(type);
        png.writeBytes(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
