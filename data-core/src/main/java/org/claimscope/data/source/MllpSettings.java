package org.claimscope.data.source;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/// Where an HL7 feed listens, and for whom.
///
/// Without a host it hears this machine only. MLLP has neither encryption nor sign-in of its own,
/// so anything beyond takes TLS and a list of the addresses that may send.
///
/// @param port 0 for any that is free
/// @param host the address to listen at, as a number; null for this machine only
/// @param keystore PKCS #12 with the server's key and certificate; null for no TLS
/// @param passwordFile its first line is the keystore's password
/// @param allow addresses or networks (`10.1.2.3`, `10.1.0.0/16`) that may connect; empty for all
public record MllpSettings(
        int port,
        @Nullable String host,
        @Nullable Path keystore,
        @Nullable Path passwordFile,
        List<String> allow) {
    private static final int HIGHEST_PORT = 65_535;

    /// @throws ClaimscopeException USER when it is not safe or not possible to listen so
    public MllpSettings {
        allow = List.copyOf(allow);
        if (port < 0 || port > HIGHEST_PORT) {
            throw refuse("the port is a number from 1 to " + HIGHEST_PORT);
        }
        if ((keystore == null) != (passwordFile == null)) {
            throw refuse("keystore and password_file go together");
        }
        allow.forEach(Network::of);
        if (!address(host).isLoopbackAddress() && (keystore == null || allow.isEmpty())) {
            throw refuse(
                    "listening at an address that other machines reach takes keystore, password_file"
                            + " and an allow list; leave out host to hear this machine only");
        }
    }

    /// This machine only, without TLS.
    public static MllpSettings local(int port) {
        return new MllpSettings(port, null, null, null, List.of());
    }

    InetAddress address() {
        return address(host);
    }

    boolean mayConnect(InetAddress from) {
        if (allow.isEmpty()) {
            return true;
        }
        return allow.stream().map(Network::of).anyMatch(n -> n.holds(from));
    }

    private static InetAddress address(@Nullable String host) {
        return host == null || host.equals("localhost")
                ? InetAddress.getLoopbackAddress()
                : literal(host);
    }

    /// Names are not looked up: who answers for a name can change.
    private static InetAddress literal(String address) {
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            throw refuse(address + " is no address; give it as a number, such as 10.1.2.3");
        }
    }

    static ClaimscopeException refuse(String reason) {
        return new ClaimscopeException(ErrorKind.USER, "mllp: " + reason + ".");
    }

    /// Addresses that begin with the same bits.
    private record Network(List<Byte> bytes, int bits) {
        static Network of(String text) {
            int slash = text.indexOf('/');
            byte[] address = literal(slash < 0 ? text : text.substring(0, slash)).getAddress();
            int all = address.length * 8;
            int bits = all;
            if (slash >= 0) {
                try {
                    bits = Integer.parseInt(text.substring(slash + 1));
                } catch (NumberFormatException e) {
                    bits = -1;
                }
            }
            if (bits < 0 || bits > all) {
                throw refuse(text + " is no network; write it as 10.1.0.0/16");
            }
            var bytes = new ArrayList<Byte>();
            for (byte b : address) {
                bytes.add(b);
            }
            return new Network(List.copyOf(bytes), bits);
        }

        boolean holds(InetAddress other) {
            byte[] address = other.getAddress();
            if (address.length != bytes.size()) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int differ = address[bit / 8] ^ bytes.get(bit / 8);
                if ((differ >> (7 - bit % 8) & 1) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
