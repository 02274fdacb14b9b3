package org.claimscope.data.source;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/// Takes HL7 v2 messages from the network (MLLP) and acknowledges each one when it is safe, never
/// before.
///
/// Each connection has a thread; its messages are handed on in their order, those that are here
/// already together. Nothing of a message is logged or told but its control id, to its sender.
///
/// ```java
/// try (var listener = MllpListener.start(MllpSettings.local(2575), Limits.USUAL, receiver, clock)) {
///     stop.await();
/// }
/// ```
public final class MllpListener implements AutoCloseable {
    /// So many answers may be outstanding on one connection.
    private static final int TOGETHER = 256;

    private static final long GRACE_SECONDS = 5;

    /// What a sender may use up.
    ///
    /// @param longestMessage in bytes; a scanned document inside an MDM is a few megabytes
    /// @param idle a connection that says nothing for so long is closed
    public record Limits(int longestMessage, int connections, Duration idle) {
        public static final Limits USUAL = new Limits(8 << 20, 64, Duration.ofMinutes(10));
    }

    private final MllpSettings settings;
    private final Limits limits;
    private final Receiver receiver;
    private final Clock clock;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong answers = new AtomicLong();
    private final String run;
    private volatile boolean closing;

    private MllpListener(
            MllpSettings settings,
            Limits limits,
            Receiver receiver,
            Clock clock,
            ServerSocket server) {
        this.settings = settings;
        this.limits = limits;
        this.receiver = receiver;
        this.clock = clock;
        this.server = server;
        this.run = Long.toString(clock.millis(), Character.MAX_RADIX) + "-";
    }

    /// @throws ClaimscopeException USER when the port is taken or the keystore cannot be used
    public static MllpListener start(
            MllpSettings settings, Limits limits, Receiver receiver, Clock clock) {
        ServerSocket server = bind(settings, sockets(settings));
        var listener = new MllpListener(settings, limits, receiver, clock, server);
        listener.threads.execute(listener::accept);
        return listener;
    }

    private static ServerSocket bind(MllpSettings settings, ServerSocketFactory sockets) {
        ServerSocket server = null;
        boolean bound = false;
        try {
            server = sockets.createServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(settings.address(), settings.port()));
            bound = true;
            return server;
        } catch (BindException e) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "Cannot listen at port "
                            + settings.port()
                            + ": it is taken, or not for you to use. Choose another in the feed's mllp.",
                    e);
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.SOURCE_DOWN,
                    "Cannot listen at port "
                            + settings.port()
                            + " ("
                            + e.getClass().getSimpleName()
                            + ").",
                    e);
        } finally {
            if (!bound) {
                close(server);
            }
        }
    }

    private static ServerSocketFactory sockets(MllpSettings settings) {
        Path keystore = settings.keystore();
        if (keystore == null) {
            return ServerSocketFactory.getDefault();
        }
        try (InputStream in = Files.newInputStream(keystore)) {
            char[] password =
                    Files.readString(Objects.requireNonNull(settings.passwordFile()))
                            .lines()
                            .findFirst()
                            .orElse("")
                            .toCharArray();
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password);
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context.getServerSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "The keystore "
                            + keystore
                            + " cannot be used ("
                            + e.getClass().getSimpleName()
                            + "). It is PKCS #12, with its password in the first line of password_file.",
                    e);
        }
    }

    /// Where it listens.
    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        if (server instanceof SSLServerSocket tls) {
            tls.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        }
        while (!closing) {
            try {
                admit(server.accept());
            } catch (IOException e) {
                // Closed, or out of file handles: then senders knock again.
                pause();
            }
        }
    }

    private void admit(Socket socket) {
        // Who may not connect learns nothing, not even what this is.
        if (closing
                || !settings.mayConnect(socket.getInetAddress())
                || connections.size() >= limits.connections()) {
            close(socket);
            return;
        }
        connections.add(socket);
        threads.execute(() -> {
            try (socket) {
                serve(socket);
            } catch (IOException e) {
                // The sender went away, or was silent for too long. What has no answer it sends
                // again.
                return;
            } finally {
                connections.remove(socket);
            }
        });
    }

    private void pause() {
        try {
            Thread.sleep(closing ? 0 : 50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket socket) throws IOException {
        socket.setSoTimeout(Math.toIntExact(limits.idle().toMillis()));
        socket.setTcpNoDelay(true);
        var frames = new MllpFrames(socket.getInputStream(), limits.longestMessage());
        var out = new BufferedOutputStream(socket.getOutputStream(), 1 << 14);
        boolean open = true;
        while (open && !closing) {
            var turn = new Turn();
            do {
                open = turn.take(frames.next());
            } while (open && turn.size() < TOGETHER && frames.hasWhole());
            turn.answer(out);
        }
    }

    /// The messages that are answered together.
    private final class Turn {
        private final List<MllpHeader> headers = new ArrayList<>();
        private final List<MllpAnswer> told = new ArrayList<>();
        private final List<Receiver.Message> messages = new ArrayList<>();

        int size() {
            return headers.size();
        }

        /// @return whether the connection goes on
        boolean take(MllpFrames.Frame frame) {
            switch (frame) {
                case MllpFrames.Frame.Closed() -> {
                    return false;
                }
                case MllpFrames.Frame.Misframed() -> {
                    add(MllpHeader.of(new byte[0]), MllpAnswer.MISFRAMED);
                    return false;
                }
                case MllpFrames.Frame.TooLong(byte[] beginning) ->
                        add(MllpHeader.of(beginning), MllpAnswer.TOO_LONG);
                case MllpFrames.Frame.Block(byte[] content) -> take(content);
            }
            return true;
        }

        private void take(byte[] content) {
            MllpHeader header = MllpHeader.of(content);
            if (!header.isHl7()) {
                add(header, MllpAnswer.NOT_HL7);
            } else if (header.controlId().isEmpty()) {
                add(header, MllpAnswer.NO_CONTROL_ID);
            } else {
                add(header, MllpAnswer.SAFE);
                messages.add(new Receiver.Message(header.controlId(), content));
            }
        }

        private void add(MllpHeader header, MllpAnswer answer) {
            headers.add(header);
            told.add(answer);
        }

        /// Answers when what is to be called safe is safe.
        void answer(OutputStream out) throws IOException {
            boolean safe = messages.isEmpty() || received();
            for (int i = 0; i < headers.size(); i++) {
                MllpAnswer answer = told.get(i);
                out.write(
                        (answer == MllpAnswer.SAFE && !safe ? MllpAnswer.NOT_STORED : answer)
                                .to(
                                        headers.get(i),
                                        clock.instant(),
                                        run + answers.incrementAndGet()));
            }
            out.flush();
        }

        private boolean received() {
            try {
                return receiver.receive(messages).size() == messages.size();
            } catch (ClaimscopeException e) {
                // The sender is told, and tries again; the store's own trouble shows where it is
                // used.
                return false;
            }
        }
    }

    /// Takes no more messages, and returns when those that were read are answered.
    @Override
    public void close() {
        closing = true;
        close(server);
        for (Socket socket : connections) {
            try {
                // A thread that waits for its sender sees the end; one that answers goes on.
                socket.shutdownInput();
            } catch (IOException | UnsupportedOperationException e) {
                close(socket);
            }
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                connections.forEach(MllpListener::close);
                threads.close();
            }
        } catch (InterruptedException e) {
            connections.forEach(MllpListener::close);
            Thread.currentThread().interrupt();
        }
    }

    private static void close(@Nullable AutoCloseable socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (Exception e) {
            // What cannot be closed is gone.
            return;
        }
    }
}
