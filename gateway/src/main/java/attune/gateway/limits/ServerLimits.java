package attune.gateway.limits;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

/** Puts {@link StrictRequests} on every connection. */
@Configuration(proxyBeanMethods = false)
class ServerLimits {

    @Bean
    NettyServerCustomizer strictRequests(LimitSettings settings) {
        return server -> server.doOnChannelInit((_, channel, _) -> channel.pipeline()
                .addAfter(NettyPipeline.HttpCodec, "strictRequests", new StrictRequests(settings)));
    }
}
