package org.claimscope.nlq.provider;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// A service on this machine that does what a test says and keeps every byte it is sent.
public final class Loopback implements AutoCloseable {
    /// What to do with one request.
    public interface Turn {
        void answer(Request request, OutputStream out, Loopback server)
                throws IOException, InterruptedException;
    }

    /// @param head request line and headers
    /// @param body as it came
    public record Request(String head, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final ServerSocket socket;
    private final Deque<Turn> turns = new ArrayDeque<>();
    private final List<Request> requests = new ArrayList<>();
    private final Turn otherwise;
    private volatile boolean closing;
    private int received;

    /// @param otherwise when no turn is left
    public Loopback(Turn otherwise) {
        this.otherwise = otherwise;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public synchronized Loopback then(Turn... more) {
        turns.addAll(List.of(more));
        return this;
    }

    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    /// How many bytes came in all.
    public synchronized int received() {
        return received;
    }

    /// Forgets what came so far.
    public synchronized void forget() {
        requests.clear();
    }

    /// A reply with a body.
    public static Turn reply(int status, String body, String... headers) {
        return (request, out, server) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            head(out, status, bytes.length, headers);
            out.write(bytes);
        };
    }

    public static void head(OutputStream out, int status, long length, String... headers)
            throws IOException {
        var head =
                new StringBuilder("HTTP/1.1 ")
                        .append(status)
                        .append(" Word\r\nContent-Type: application/json\r\nContent-Length: ")
                        .append(length)
                        .append("\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /// Begins a body and lets the rest wait for ever.
    public static Turn slow() {
        return (request, out, server) -> {
            head(out, 200, 1000);
            while (!server.closing) {
                out.write(' ');
                out.flush();
                Thread.sleep(100);
            }
        };
    }

    /// Hangs up in the middle of a body.
    public static Turn dropped() {
        return (request, out, server) -> {
            head(out, 200, 1000);
            out.write("{\"choices\":".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        };
    }

    private void accept() {
        while (!closing) {
            try {
                Socket one = socket.accept();
                Thread.ofVirtual().start(() -> serve(one));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket one) {
        try (one) {
            Request request = read(one.getInputStream());
            Turn turn;
            synchronized (this) {
                requests.add(request);
                turn = turns.isEmpty() ? otherwise : turns.poll();
            }
            turn.answer(request, one.getOutputStream(), this);
            one.getOutputStream().flush();
            one.shutdownOutput();
        } catch (IOException e) {
            // The other side hung up: some tests do.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Request read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        int end = 0;
        while (end < 4) {
            int b = in.read();
            if (b < 0) {
                break;
            }
            count(1);
            head.write(b);
            end = b == (end % 2 == 0 ? '\r' : '\n') ? end + 1 : b == '\r' ? 1 : 0;
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        int length =
                text.lines()
                        .filter(l -> l.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                        .map(l -> Integer.parseInt(l.substring(15).strip()))
                        .findFirst()
                        .orElse(0);
        byte[] body = in.readNBytes(length);
        count(body.length);
        return new Request(text, body);
    }

    private synchronized void count(int bytes) {
        received += bytes;
    }

    /// The same reply text for every request, as a provider wraps it.
    public static Turn always(Function<String, String> envelope, String text) {
        return reply(200, envelope.apply(text));
    }

    @Override
    public void close() {
        closing = true;
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
