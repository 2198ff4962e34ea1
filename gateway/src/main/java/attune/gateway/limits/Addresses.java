package attune.gateway.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.http.server.reactive.ServerHttpRequest;

/** From where a request comes, as far as that can be believed. */
final class Addresses {

    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{3,45}");
    private static final int NETWORK_BYTES = 8;

    private final Set<String> trustedProxies;

    Addresses(Set<String> trustedProxies) {
        this.trustedProxies = Set.copyOf(trustedProxies);
    }

    /** The address, of IPv6 only the network: a household has billions of addresses there. */
    String of(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        if (remote == null || remote.getAddress() == null) {
            return "unknown";
        }
        String direct = remote.getAddress().getHostAddress();
        return trustedProxies.contains(direct) ? forwarded(request, direct) : network(remote.getAddress());
    }

    /** What the proxy itself has seen is the last entry; those before it are anybody's claim. */
    private static String forwarded(ServerHttpRequest request, String direct) {
        List<String> values = request.getHeaders().getOrEmpty("X-Forwarded-For");
        if (values.isEmpty()) {
            return direct;
        }
        String last = values.getLast().substring(values.getLast().lastIndexOf(',') + 1).strip();
        return ADDRESS.matcher(last).matches() ? last : direct;
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                : address.getHostAddress();
    }
}
