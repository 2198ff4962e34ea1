package attune.http.json;

import java.time.Clock;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON mapper of a room's HTTP side, and how bodies are read with it. */
@AutoConfiguration(beforeName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
class JsonConfiguration {

    @Bean
    @ConditionalOnMissingBean
    @SuppressWarnings("TimeZoneUsage") // the one place where time enters
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JsonMapper httpJson(List<JacksonModule> modules) {
        return StrictJson.mapper(modules);
    }

    @Bean
    BodyLimit bodyLimit(@Value("${attune.http.body-limit}") DataSize largest) {
        return new BodyLimit(largest.toBytes());
    }

    /** After Boot's own, so that ours is the one that stays. */
    @Bean
    @Order(100)
    CodecCustomizer strictBodies(JsonMapper json, @Value("${attune.http.body-limit}") DataSize largest) {
        return codecs -> {
            codecs.defaultCodecs().maxInMemorySize((int) largest.toBytes());
            codecs.defaultCodecs().jacksonJsonDecoder(new StrictJsonDecoder(json));
        };
    }
}
