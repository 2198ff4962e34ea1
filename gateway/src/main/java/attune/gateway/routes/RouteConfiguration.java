package attune.gateway.routes;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import reactor.netty.http.client.HttpClient;

/** Puts our routing in the place of the built-in one; the routes themselves are in {@code gateway.yml}. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    @Bean
    RoomClients roomClients(RoomSettings settings) {
        return new RoomClients(settings);
    }

    @Bean
    HttpClient roomHttpClient(RoomClients clients) {
        return clients.forRequests();
    }

    @Bean
    RoomRouting roomRouting(RoomClients clients, ObjectProvider<List<HttpHeadersFilter>> filters,
            HttpClientProperties properties) {
        return new RoomRouting(clients, filters, properties);
    }

    @Bean
    NettyWriteResponseFilter roomAnswers(GatewayProperties properties,
            ObjectProvider<List<HttpHeadersFilter>> filters) {
        return new NettyWriteResponseFilter(properties.getStreamingMediaTypes(), filters);
    }

    @Bean
    StreamedBodyLimit streamedBodyLimit(@Value("${attune.http.body-limit}") DataSize largest) {
        return new StreamedBodyLimit(largest.toBytes());
    }
}
