package org.claimscope.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.testing.MllpSender;
import org.claimscope.data.testing.TwoDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// What a sender sees, over real sockets.
@Isolated("measures the memory of the whole JVM")
final class MllpListenerTest {
    private static final int LONGEST = 100_000;

    private static final MllpListener.Limits LIMITS =
            new MllpListener.Limits(LONGEST, 4, Duration.ofSeconds(30));

    @TempDir Path temp;

    /// Notes what it got.
    private static final class Notes implements Receiver {
        private final List<Message> got = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean full;

        @Override
        public List<Receipt> receive(List<Message> messages) {
            if (full) {
                throw new ClaimscopeException(ErrorKind.RESOURCES, "full");
            }
            got.addAll(messages);
            return Collections.nCopies(messages.size(), Receipt.STORED);
        }

        List<String> keys() {
            return got.stream().map(Message::key).toList();
        }
    }

    private final Notes notes = new Notes();

    private MllpListener listen(MllpListener.Limits limits) {
        return MllpListener.start(MllpSettings.local(0), limits, notes, TwoDays.CLOCK);
    }

    @Test
    void aMessageIsHandedOnAsItIsAndAnsweredInItsOwnWords() throws Exception {
        try (var listener = listen(LIMITS);
                var sender = new MllpSender(listener.port())) {
            String answer = sender.send(MllpSender.admission(7));
            assertTrue(
                    answer.startsWith("MSH|^~\\&|CS|CS|ADT|HOSP|20250301120000||ACK^A01|"), answer);
            assertTrue(answer.endsWith("|P|2.5\rMSA|AA|M7\r"), answer);
            assertEquals(
                    MllpSender.admission(7),
                    new String(notes.got.getFirst().content(), StandardCharsets.ISO_8859_1));
            String odd = sender.send("MSH#*~\\&#ADT#HOSP#CS#CS#2025##ADT*A08#M8#T#2.3\rPID#1\r");
            assertTrue(odd.startsWith("MSH#*~\\&#CS#CS#ADT#HOSP#"), odd);
            assertTrue(odd.contains("##ACK*A08#"), odd);
            assertTrue(odd.endsWith("#T#2.3\rMSA#AA#M8\r"), odd);
        }
    }

    @Test
    void nothingIsAnsweredBeforeTheReceiverSaysItIsSafe() throws Exception {
        var safe = new CountDownLatch(1);
        var here = new CountDownLatch(1);
        Receiver slow =
                messages -> {
                    here.countDown();
                    try {
                        safe.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return Collections.nCopies(messages.size(), Receiver.Receipt.STORED);
                };
        try (var listener = MllpListener.start(MllpSettings.local(0), LIMITS, slow, TwoDays.CLOCK);
                var sender = new MllpSender(listener.port())) {
            sender.write(MllpSender.admission(1));
            assertTrue(here.await(10, TimeUnit.SECONDS));
            Thread.sleep(200);
            assertFalse(sender.hasAnswer());
            safe.countDown();
            assertEquals("AA M1", MllpSender.told(sender.answer()));
        }
    }

    @Test
    void whatIsNoMessageIsRefusedAndTheConnectionGoesOn() throws Exception {
        try (var listener = listen(LIMITS);
                var sender = new MllpSender(listener.port())) {
            for (String garbage :
                    List.of("", "garbage", "MSH", "MSH,a,b", "PID|1||X\r", "{\"a\": 1}")) {
                String answer = sender.send(garbage);
                assertEquals("AE ", MllpSender.told(answer), garbage);
                assertTrue(answer.contains("\rERR|||100|E||||"), answer);
            }
            String answer = sender.send("MSH|^~\\&|A|B|C|D|2025||ADT^A01||P|2.5\rPID|1||SECRET\r");
            assertEquals("AE ", MllpSender.told(answer));
            assertTrue(answer.contains("MSH-10"), answer);
            assertFalse(answer.contains("SECRET"), answer);
            assertEquals("AA M2", MllpSender.told(sender.send(MllpSender.admission(2))));
            assertEquals(List.of("M2"), notes.keys());
        }
    }

    @Test
    void whatCannotBeStoredIsToldAndTakenLater() throws Exception {
        try (var listener = listen(LIMITS);
                var sender = new MllpSender(listener.port())) {
            notes.full = true;
            String answer = sender.send(MllpSender.admission(1));
            assertEquals("AE M1", MllpSender.told(answer));
            assertTrue(answer.contains("\rERR|||207|E"), answer);
            notes.full = false;
            assertEquals("AA M1", MllpSender.told(sender.send(MllpSender.admission(1))));
        }
    }

    @Test
    void aMessageThatIsTooLongIsRefusedByNameAndTheNextIsTaken() throws Exception {
        try (var listener = listen(LIMITS);
                var sender = new MllpSender(listener.port())) {
            String longest = MllpSender.admission(1);
            longest += "NTE|" + "x".repeat(LONGEST - longest.length() - 5) + "\r";
            assertEquals(LONGEST, longest.length());
            assertEquals("AA M1", MllpSender.told(sender.send(longest)));
            String answer = sender.send(MllpSender.admission(2) + "x".repeat(LONGEST));
            assertEquals("AE M2", MllpSender.told(answer));
            assertTrue(answer.contains("\rERR|||102|E"), answer);
            assertEquals("AA M3", MllpSender.told(sender.send(MllpSender.admission(3))));
            assertEquals(List.of("M1", "M3"), notes.keys());
        }
    }

    @Test
    void twoHundredMegabytesInOneMessageDoNotGrowTheMemory() throws Exception {
        try (var listener = listen(LIMITS);
                var sender = new MllpSender(listener.port())) {
            sender.raw(("\u000b" + MllpSender.admission(1)).getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = "y".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            System.gc();
            long before = used();
            long most = 0;
            for (int i = 0; i < 200; i++) {
                sender.raw(chunk);
                if (i % 50 == 49) {
                    System.gc();
                    most = Math.max(most, used() - before);
                }
            }
            sender.raw(new byte[] {0x1c, '\r'});
            assertEquals("AE M1", MllpSender.told(sender.answer()));
            assertTrue(most < 20 << 20, most + " bytes more");
        }
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void whatIsNoMllpIsToldSoAndHungUpOn() throws Exception {
        try (var listener = listen(LIMITS)) {
            for (String other :
                    List.of(
                            "GET / HTTP/1.1\r\n\r\n",
                            MllpSender.admission(1),
                            "\u000bMSH|^~\\&|\u000bMSH",
                            "\u000bMSH|^~\\&|\u001cMSH")) {
                try (var sender = new MllpSender(listener.port())) {
                    sender.raw(other.getBytes(StandardCharsets.ISO_8859_1));
                    assertEquals("AR ", MllpSender.told(sender.answer()));
                    assertThrows(IOException.class, sender::answer);
                }
            }
            assertEquals(List.of(), notes.keys());
        }
    }

    @Test
    void manyMessagesInOnePacketAndOneMessageInManyPacketsAreAllAnsweredInOrder() throws Exception {
        try (var listener = listen(LIMITS);
                var sender = new MllpSender(listener.port())) {
            var packet = new StringBuilder();
            for (int i = 0; i < 1_000; i++) {
                packet.append('\u000b').append(MllpSender.admission(i)).append("\u001c\r");
                packet.append(i % 7 == 0 ? "\r\n" : "");
            }
            var writing =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    sender.raw(
                                            packet.toString()
                                                    .getBytes(StandardCharsets.ISO_8859_1));
                                } catch (IOException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            for (int i = 0; i < 1_000; i++) {
                assertEquals("AA M" + i, MllpSender.told(sender.answer()));
            }
            writing.join();
            for (byte b : MllpSender.block(MllpSender.admission(1_000))) {
                sender.raw(new byte[] {b});
            }
            assertEquals("AA M1000", MllpSender.told(sender.answer()));
            assertEquals(1_001, notes.got.size());
        }
    }

    @Test
    void aSenderThatGoesAwayInTheMiddleHarmsNobody() throws Exception {
        try (var listener = listen(LIMITS)) {
            byte[] block = MllpSender.block(MllpSender.admission(1));
            for (int i = 0; i < 20; i++) {
                try (var sender = new MllpSender(listener.port())) {
                    sender.raw(java.util.Arrays.copyOf(block, 1 + i * (block.length - 2) / 20));
                }
            }
            // Their places are free again, though only four may connect at a time.
            await(listener);
            assertEquals(List.of("M2"), notes.keys());
        }
    }

    private static void await(MllpListener listener) throws Exception {
        for (int i = 0; i < 100; i++) {
            try (var sender = new MllpSender(listener.port())) {
                assertEquals("AA M2", MllpSender.told(sender.send(MllpSender.admission(2))));
                return;
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("nobody is let in");
    }

    @Test
    void oneConnectionMoreThanMayBeIsHungUpOn() throws Exception {
        try (var listener = listen(LIMITS)) {
            var senders = new ArrayList<MllpSender>();
            for (int i = 0; i < LIMITS.connections(); i++) {
                senders.add(new MllpSender(listener.port()));
                assertEquals(
                        "AA M" + i, MllpSender.told(senders.get(i).send(MllpSender.admission(i))));
            }
            try (var more = new MllpSender(listener.port())) {
                assertThrows(IOException.class, () -> more.send(MllpSender.admission(9)));
            }
            for (MllpSender sender : senders) {
                sender.close();
            }
        }
    }

    @Test
    void aSilentSenderIsHungUpOn() throws Exception {
        try (var listener = listen(new MllpListener.Limits(LONGEST, 4, Duration.ofMillis(200)));
                var sender = new MllpSender(listener.port())) {
            assertEquals("AA M1", MllpSender.told(sender.send(MllpSender.admission(1))));
            assertThrows(EOFException.class, sender::answer);
        }
    }

    @Test
    void closingAnswersWhatWasRead() throws Exception {
        var listener = listen(LIMITS);
        try (var sender = new MllpSender(listener.port())) {
            assertEquals("AA M1", MllpSender.told(sender.send(MllpSender.admission(1))));
            long start = System.nanoTime();
            listener.close();
            assertTrue(System.nanoTime() - start < 3_000_000_000L, "closing waits for a sender");
            assertThrows(IOException.class, () -> sender.send(MllpSender.admission(2)));
        }
        assertThrows(IOException.class, () -> new MllpSender(listener.port()));
    }

    @Test
    void anotherMachineTakesTlsAndAListOfAddresses() {
        Path keys = temp.resolve("keys.p12");
        for (String host : List.of("0.0.0.0", "::", "10.1.2.3")) {
            refused(() -> new MllpSettings(2575, host, null, null, List.of()), "keystore");
            refused(
                    () -> new MllpSettings(2575, host, null, null, List.of("10.0.0.1")),
                    "keystore");
            refused(() -> new MllpSettings(2575, host, keys, keys, List.of()), "allow");
        }
        refused(() -> new MllpSettings(2575, "hl7.example.org", null, null, List.of()), "number");
        refused(() -> new MllpSettings(2575, null, keys, null, List.of()), "password_file");
        refused(() -> new MllpSettings(70_000, null, null, null, List.of()), "port");
        refused(() -> new MllpSettings(1, null, null, null, List.of("10.0.0.0/40")), "network");
        refused(() -> new MllpSettings(1, null, null, null, List.of("somebody")), "number");
        var far = new MllpSettings(1, "0.0.0.0", keys, keys, List.of("10.1.0.0/16", "::1"));
        assertTrue(far.mayConnect(InetAddress.ofLiteral("10.1.255.3")));
        assertTrue(far.mayConnect(InetAddress.ofLiteral("::1")));
        assertFalse(far.mayConnect(InetAddress.ofLiteral("10.2.0.1")));
        assertFalse(far.mayConnect(InetAddress.ofLiteral("127.0.0.1")));
        refused(
                () -> MllpListener.start(far, LIMITS, notes, TwoDays.CLOCK),
                "keystore",
                "PKCS #12");
    }

    private static void refused(org.junit.jupiter.api.function.Executable what, String... words) {
        var e = assertThrows(ClaimscopeException.class, what);
        assertEquals(ErrorKind.USER, e.kind());
        for (String word : words) {
            assertTrue(String.valueOf(e.getMessage()).contains(word), e.getMessage());
        }
    }

    @Test
    void whoIsNotOnTheListIsHungUpOn() throws Exception {
        var settings = new MllpSettings(0, null, null, null, List.of("10.0.0.1"));
        try (var listener = MllpListener.start(settings, LIMITS, notes, TwoDays.CLOCK);
                var sender = new MllpSender(listener.port())) {
            assertThrows(IOException.class, () -> sender.send(MllpSender.admission(1)));
            assertEquals(List.of(), notes.keys());
        }
    }

    @Test
    void aTakenPortIsTheUsersError() {
        try (var listener = listen(LIMITS)) {
            refused(
                    () ->
                            MllpListener.start(
                                    MllpSettings.local(listener.port()),
                                    LIMITS,
                                    notes,
                                    TwoDays.CLOCK),
                    String.valueOf(listener.port()),
                    "taken");
        }
    }

    @Test
    void withAKeystoreItSpeaksTlsOnly() throws Exception {
        Path keys = temp.resolve("keys.p12");
        Path password = Files.writeString(temp.resolve("password"), "correct horse\n");
        var keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "hl7",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                keys.toString(),
                                "-storepass",
                                "correct horse")
                        .redirectErrorStream(true)
                        .start();
        assertEquals(0, keytool.waitFor());
        var settings = new MllpSettings(0, null, keys, password, List.of("127.0.0.1"));
        try (var listener = MllpListener.start(settings, LIMITS, notes, TwoDays.CLOCK)) {
            KeyStore trusted = KeyStore.getInstance(keys.toFile(), "correct horse".toCharArray());
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(null, trust.getTrustManagers(), null);
            try (var sender =
                    new MllpSender(
                            context.getSocketFactory()
                                    .createSocket(
                                            InetAddress.getLoopbackAddress(), listener.port()))) {
                assertEquals("AA M1", MllpSender.told(sender.send(MllpSender.admission(1))));
            }
            try (var plain = new MllpSender(listener.port())) {
                assertThrows(IOException.class, () -> plain.send(MllpSender.admission(2)));
            }
            assertEquals(List.of("M1"), notes.keys());
        }
    }

    /// HAPI's own client, as a sender that knows nothing of us.
    @Test
    void hapiIsAnswered() throws Exception {
        try (var listener = listen(LIMITS);
                var hapi = new DefaultHapiContext(ValidationContextFactory.noValidation())) {
            hapi.setModelClassFactory(new GenericModelClassFactory());
            var connection = hapi.newClient("127.0.0.1", listener.port(), false);
            for (int i = 0; i < 50; i++) {
                var message = hapi.getPipeParser().parse(MllpSender.admission(i));
                var answer = new Terser(connection.getInitiator().sendAndReceive(message));
                assertEquals("AA", answer.get("/MSA-1"));
                assertEquals("M" + i, answer.get("/MSA-2"));
                assertEquals("ACK", answer.get("/MSH-9-1"));
            }
            connection.close();
            assertEquals(50, notes.got.size());
        }
    }
}
