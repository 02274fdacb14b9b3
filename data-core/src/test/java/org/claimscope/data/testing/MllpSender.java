package org.claimscope.data.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// The other side of an MLLP connection, written from the standard and not from our listener.
public final class MllpSender implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    public MllpSender(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    public MllpSender(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /// Sends a message and waits for its answer.
    public String send(String message) throws IOException {
        write(message);
        return answer();
    }

    public void write(String message) throws IOException {
        raw(block(message));
    }

    public static byte[] block(String message) {
        return ("\u000b" + message + "\u001c\r").getBytes(StandardCharsets.ISO_8859_1);
    }

    public void raw(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /// The next answer, without its block.
    public String answer() throws IOException {
        int start = in.read();
        if (start < 0) {
            throw new EOFException("closed");
        }
        if (start != 0x0b) {
            throw new IOException("no block: " + start);
        }
        var answer = new ByteArrayOutputStream();
        for (int b = in.read(); b != 0x1c; b = in.read()) {
            if (b < 0) {
                throw new EOFException("closed within an answer");
            }
            answer.write(b);
        }
        if (in.read() != '\r') {
            throw new IOException("the block does not end");
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    /// Whether an answer can be read without waiting.
    public boolean hasAnswer() throws IOException {
        return in.available() > 0;
    }

    /// MSA-1 and MSA-2 of an answer, such as `AA C1`.
    public static String told(String answer) {
        for (String segment : answer.split("\r", -1)) {
            if (segment.startsWith("MSA")) {
                String[] fields = segment.split("\\|", -1);
                return fields[1] + " " + fields[2];
            }
        }
        return "no MSA";
    }

    /// An admission of a patient of its own.
    ///
    /// @param number names the message, the patient and the visit
    public static String admission(int number) {
        return "MSH|^~\\&|ADT|HOSP|CS|CS|20250301101530||ADT^A01|M"
                + number
                + "|P|2.5\rEVN|A01|20250301101500\rPID|1||P"
                + number
                + "^^^HOSP^MR||Doe^Jane||19800229|F|||1 Main St^^Lima^OH^45801\rPV1|1|I|ICU^101^1^NORTH"
                + "|||E1|A1^Ng^Ann||||||||||||V"
                + number
                + "|MCR||||||||||||||||||||||||20250301093000\r";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
