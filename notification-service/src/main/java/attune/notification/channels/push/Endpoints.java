package attune.notification.channels.push;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Where we may send at the wish of people. They give us these addresses, so that one could name a machine of ours: only https
 * on public addresses is let through, when they say it and again before each request.
 */
public final class Endpoints {

    private static final int LONGEST = 2_000;

    private final boolean insideToo;

    /** @param insideToo whether addresses of this machine and of private networks will do too */
    public Endpoints(boolean insideToo) {
        this.insideToo = insideToo;
    }

    /** The address if it has a form that may be used; nothing is looked up. */
    public Optional<URI> read(String text) {
        try {
            URI uri = new URI(text);
            boolean secure = "https".equals(uri.getScheme()) || (insideToo && "http".equals(uri.getScheme()));
            boolean plain = uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null;
            boolean port = insideToo || uri.getPort() == -1 || uri.getPort() == 443;
            return secure && plain && port && text.length() <= LONGEST ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /** Whether all addresses of its host are public ones. Asks the name service, so it may take a while. */
    public boolean isOutside(URI uri) {
        if (insideToo) {
            return true;
        }
        try {
            for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
                if (!isPublic(address)) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        boolean thisNetwork = bytes.length == 4 && (bytes[0] == 0 || (bytes[0] & 0xf0) == 0xf0);
        boolean embedsOther = bytes.length == 16 && ((bytes[0] == 0 && bytes[1] == 0x64) || (bytes[0] == 0x20
                && bytes[1] == 0x02));
        return !(address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress() || uniqueLocal || shared || thisNetwork
                || embedsOther);
    }
}
