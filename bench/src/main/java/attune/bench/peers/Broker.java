package attune.bench.peers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import attune.embedded.EmbeddedKafka;

/** The Kafka broker of a run, in a process of its own. */
public final class Broker {

    private Broker() {}

    /**
     * Runs until it is asked to end.
     *
     * @param arguments folder for its data, number of partitions, then the topics
     */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> topics = List.of(arguments).subList(2, arguments.length);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.in(Path.of(arguments[0])))) {
            kafka.createTopics(topics, Integer.parseInt(arguments[1]));
            Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
            System.out.println("ready " + kafka.bootstrapServers());
            new CountDownLatch(1).await();
        }
    }
}
