package attune.embedded;

import java.util.Arrays;
import java.util.Set;

/**
 * {@link EmbeddedKafka} as a process of its own. Arguments: {@code --folder=PATH}, {@code --port=NUMBER} (0 for any),
 * {@code --flush=true} to flush each message, {@code --topics=one,two} to make at the start, with
 * {@code --partitions=NUMBER} (12). Says {@code READY host:port}.
 */
public final class KafkaProcess {

    private static final int PARTITIONS = 12;

    private KafkaProcess() {}

    /** Runs until SIGTERM. */
    public static void main(String[] arguments) {
        ProcessRun.run(arguments, Set.of("folder", "port", "flush", "topics", "partitions"), KafkaProcess::start);
    }

    private static ProcessRun.Running start(ProcessArguments told) {
        EmbeddedKafka.Settings settings = EmbeddedKafka.Settings.in(told.folder()).onPort(told.port("port"));
        EmbeddedKafka kafka = EmbeddedKafka.start(told.isTrue("flush") ? settings.flushingEachMessage() : settings);
        int partitions = told.number("partitions", PARTITIONS);
        told.text("topics").ifPresent(names -> kafka.createTopics(Arrays.asList(names.split(",")), partitions));
        return new ProcessRun.Running(kafka.bootstrapServers(), kafka);
    }
}
