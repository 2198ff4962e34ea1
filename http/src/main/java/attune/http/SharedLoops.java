package attune.http;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * The event loops of the process belong to all rooms in it. As Spring has it, the first room that closes would take
 * them from the others, which may still have requests to answer. They are daemons and end with the process.
 */
@AutoConfiguration(beforeName = "org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration")
class SharedLoops {

    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        return new ReactorResourceFactory() {
            @Override
            public void stop() {
                // left to the process
            }

            @Override
            public void destroy() {
                // left to the process
            }
        };
    }
}
