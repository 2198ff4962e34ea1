package attune.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Which port each door has, 1 to 65535, all different and all on the loopback address. */
final class Ports {

    /** Where everything listens. */
    static final String HOST = "127.0.0.1";

    private static final int HIGHEST = 65_535;
    private static final int LOWEST_FREE = 10_000;
    private static final int HIGHEST_FREE = 32_000;
    private static final int ATTEMPTS = 50;

    private final Map<Door, Integer> ports;

    private Ports(Map<Door, Integer> ports) {
        this.ports = new EnumMap<>(ports);
    }

    /**
     * Reads the ports from the environment; a door that is not named there has its usual port, or a free one if
     * {@code ATTUNE_PORTS} is {@code free}.
     *
     * @throws StartException if a port is no port, is given twice, or belongs to another program
     */
    static Ports from(Map<String, String> environment) {
        boolean free = "free".equals(environment.get("ATTUNE_PORTS"));
        Map<Door, Integer> wanted = new EnumMap<>(Door.class);
        for (Door door : Door.values()) {
            String said = environment.getOrDefault(door.variable(), "");
            wanted.put(door, said.isBlank() ? free ? 0 : door.usualPort() : parse(door, said.strip()));
        }
        requireDifferent(wanted);
        return taken(wanted);
    }

    private static int parse(Door door, String said) {
        int port = said.matches("\\d{1,5}") ? Integer.parseInt(said) : -1;
        if (port < 0 || port > HIGHEST) {
            throw new StartException("%s is \"%s\", which is no port: choose a number from 1 to 65535, or 0 for any."
                    .formatted(door.variable(), said));
        }
        return port;
    }

    private static void requireDifferent(Map<Door, Integer> wanted) {
        Map<Integer, Door> seen = new HashMap<>();
        wanted.forEach((door, port) -> {
            Door other = port == 0 ? null : seen.put(port, door);
            if (other != null) {
                throw new StartException(
                        "Port %d is wanted for %s (%s) and for %s (%s): choose another for one of them."
                                .formatted(port, other.what(), other.variable(), door.what(), door.variable()));
            }
        });
    }

    /** Takes all ports at once and lets them go again, so that a clash is found before anything heavy has started. */
    private static Ports taken(Map<Door, Integer> wanted) {
        Map<Door, Integer> ports = new EnumMap<>(Door.class);
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            wanted.forEach((door, port) -> {
                ServerSocket socket = take(door, port);
                sockets.add(socket);
                ports.put(door, socket.getLocalPort());
            });
            return new Ports(ports);
        } finally {
            sockets.forEach(Ports::release);
        }
    }

    private static ServerSocket take(Door door, int port) {
        return port == 0 ? takeAny(door) : takeThis(door, port);
    }

    /** Below those that the system gives to outgoing connections: one of these may take it before it is listened on. */
    private static ServerSocket takeAny(Door door) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return takeThis(door, ThreadLocalRandom.current().nextInt(LOWEST_FREE, HIGHEST_FREE));
            } catch (StartException _) {
                // somebody listens on that one
            }
        }
        return takeThis(door, 0);
    }

    @SuppressWarnings("resource") // released by the caller
    private static ServerSocket takeThis(Door door, int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
            return socket;
        } catch (IOException e) {
            throw new StartException(
                    "Port %d, wanted for %s, is in use by another program: stop that program or choose another port, such as %s=%d ./attune up."
                            .formatted(port, door.what(), door.variable(), port + 1_000 > HIGHEST ? 0 : port + 1_000),
                    e);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // nothing listened on it
        }
    }

    /** The port of a door. */
    int of(Door door) {
        return ports.getOrDefault(door, door.usualPort());
    }

    /** A door's address for people. */
    String url(Door door) {
        return "http://localhost:" + of(door);
    }

    /** A door's address for programs, which need not look up a name. */
    String loopbackUrl(Door door) {
        return "http://" + HOST + ":" + of(door);
    }
}
