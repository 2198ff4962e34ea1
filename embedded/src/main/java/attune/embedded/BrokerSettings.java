package attune.embedded;

import java.util.Properties;

/**
 * The broker's own configuration. Two things are wanted: what is acknowledged is kept for good, and a small machine
 * has room for everything else. RATIONALE.md explains the figures.
 */
final class BrokerSettings {

    static final String NODE = "1";

    private BrokerSettings() {}

    static Properties of(DataFolder folder, int port, int controllerPort, boolean flushEachMessage) {
        Properties settings = new Properties();
        oneNode(settings, folder, port, controllerPort);
        systemOfRecord(settings, flushEachMessage);
        quickGroups(settings);
        smallMachine(settings);
        return settings;
    }

    private static void oneNode(Properties settings, DataFolder folder, int port, int controllerPort) {
        String listener = "PLAINTEXT://%s:%d".formatted(Loopback.HOST, port);
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE);
        settings.put("listeners", "%s,CONTROLLER://%s:%d".formatted(listener, Loopback.HOST, controllerPort));
        settings.put("advertised.listeners", listener);
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", "%s@%s:%d".formatted(NODE, Loopback.HOST, controllerPort));
        settings.put("log.dirs", folder.resolve("log").toString());
        settings.put("default.replication.factor", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "5");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
    }

    private static void systemOfRecord(Properties settings, boolean flushEachMessage) {
        settings.put("auto.create.topics.enable", "false");
        settings.put("log.retention.ms", "-1");
        settings.put("log.retention.bytes", "-1");
        settings.put("unclean.leader.election.enable", "false");
        if (flushEachMessage) {
            settings.put("log.flush.interval.messages", "1");
        }
    }

    private static void quickGroups(Properties settings) {
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.consumer.min.heartbeat.interval.ms", "500");
        settings.put("group.consumer.heartbeat.interval.ms", "1000");
        settings.put("group.consumer.min.session.timeout.ms", "6000");
        settings.put("group.consumer.session.timeout.ms", "6000");
    }

    private static void smallMachine(Properties settings) {
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "3");
        settings.put("num.replica.fetchers", "1");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("group.coordinator.threads", "1");
        settings.put("share.coordinator.threads", "1");
        settings.put("log.cleaner.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(2 * 1024 * 1024));
        settings.put("log.cleaner.io.buffer.size", Integer.toString(128 * 1024));
        settings.put("log.segment.bytes", Integer.toString(64 * 1024 * 1024));
        settings.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
        settings.put("metadata.max.idle.interval.ms", "5000");
        settings.put("metric.reporters", "");
    }
}
