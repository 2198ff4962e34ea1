package attune.gateway.routes;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Passes requests on to the rooms. Streams, which keep their connection for hours, have connections of their own, so
 * that they cannot take those of the requests. Metrics know a request by its route, never by its path.
 */
final class RoomRouting extends NettyRoutingFilter {

    private static final List<HttpHeadersFilter> HEADERS = List.of(new RequestHeaders(), new AnswerHeaders());

    private final RoomClients clients;

    RoomRouting(RoomClients clients, ObjectProvider<List<HttpHeadersFilter>> none, HttpClientProperties properties) {
        super(clients.forRequests(), none, properties);
        this.clients = clients;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        if (route != null) {
            ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                    .ifPresent(observed -> observed.setPathPattern(route.getId()));
        }
        return super.filter(exchange, chain);
    }

    @Override
    public List<HttpHeadersFilter> getHeadersFilters() {
        return HEADERS;
    }

    @Override
    protected HttpClient getHttpClient(Route route, ServerWebExchange exchange) {
        return Boolean.TRUE.equals(route.getMetadata().get("stream")) ? clients.forStreams() : clients.forRequests();
    }
}
