package attune.eventlog;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

import attune.eventlog.folds.Folds;

/**
 * For operators, at {@code /actuator/folds}: how far each fold has come on this instance, and by a POST to {@code
 * /actuator/folds/{name}} its rebuild.
 */
@Endpoint(id = "folds")
public class FoldsEndpoint {

    private final Folds folds;
    private final int partitions;

    FoldsEndpoint(Folds folds, int partitions) {
        this.folds = folds;
        this.partitions = partitions;
    }

    /** The positions of all folds: the offset of the next event by partition. */
    @ReadOperation
    public Map<String, Map<Integer, Long>> positions() {
        return folds.names().stream().collect(Collectors.toMap(name -> name, this::positions));
    }

    private Map<Integer, Long> positions(String name) {
        return folds.positions(name, partitions).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().next()));
    }

    /** Drops what a fold has made and makes it again from its log, in the partitions of this instance. */
    @WriteOperation
    public Map<String, List<String>> rebuild(@Selector String name) {
        return folds.rebuild(name) ? Map.of("rebuilding", List.of(name)) : Map.of("unknown", List.of(name));
    }
}
