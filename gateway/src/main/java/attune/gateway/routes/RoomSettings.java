package attune.gateway.routes;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the rooms are and how the gateway speaks to them.
 *
 * @param at the address of each room by its name
 * @param connect how long making a connection may take
 * @param answer how long an answer may take to begin; streams excepted
 * @param connections how many connections to a room at most, for requests
 * @param streams how many connections to a room at most, for streams
 * @param waiting how many requests wait for a connection at most; more are refused at once
 * @param acquire how long a request waits for a connection
 */
@ConfigurationProperties("attune.gateway.rooms")
public record RoomSettings(Map<String, URI> at, @DefaultValue("1s") Duration connect,
        @DefaultValue("5s") Duration answer, @DefaultValue("256") int connections,
        @DefaultValue("20000") int streams, @DefaultValue("1024") int waiting, @DefaultValue("1s") Duration acquire) {

    public RoomSettings {
        at = Map.copyOf(at);
        at.forEach((room, address) -> {
            if (address.getHost() == null) {
                throw new IllegalArgumentException(
                        "attune.gateway.rooms.at." + room + " must be an http(s) address with a host");
            }
        });
    }
}
