package attune.eventlog;

import java.util.List;
import java.util.function.Consumer;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;

import attune.eventlog.folds.Folds;
import attune.eventlog.streams.LogStream;
import attune.events.EventCodec;
import attune.events.Log;

/** A service with one fold, as small as can be. Its own log is the coaching log; the tests write its journal. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(EventLogConfiguration.class)
class TallyService {

    @Bean
    Consumer<Message<List<byte[]>>> tally(Folds folds) {
        return folds.consume(new TallyFold());
    }

    @Bean
    LogStream logStream(KafkaClients kafka, EventLogProperties properties, EventCodec codec) {
        return new LogStream(List.of(Log.JOURNAL, Log.COACHING), properties.partitions(), properties.remembered(),
                kafka::consumer, codec);
    }

    static ConfigurableApplicationContext start(String kafka, String mongo, Class<?>... more) {
        return new SpringApplicationBuilder(TallyService.class)
                .sources(more)
                .web(WebApplicationType.NONE)
                .run(arguments(kafka, mongo));
    }

    static String[] arguments(String kafka, String mongo) {
        return new String[]{"--spring.application.name=tally-service", "--attune.eventlog.own-log=coaching",
                "--spring.kafka.bootstrap-servers=" + kafka, "--spring.mongodb.uri=" + mongo,
                "--attune.eventlog.partitions=4", "--spring.cloud.function.definition=tally",
                "--spring.cloud.stream.bindings.tally-in-0.destination=attune.journal",
                "--spring.cloud.stream.bindings.tally-in-0.group=attune.tally", "--logging.level.root=ERROR",
                "--logging.level.attune=INFO", "--spring.main.banner-mode=off"};
    }
}
