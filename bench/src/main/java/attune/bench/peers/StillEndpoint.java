package attune.bench.peers;

import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** What stands behind the gateways when the gateway is in question: takes any body, does nothing, answers 200. */
public final class StillEndpoint {

    private StillEndpoint() {}

    /** Runs until it is killed. */
    public static void main(String[] arguments) {
        DisposableServer server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> request.receive()
                        .then()
                        .then(response.status(200).header("Content-Length", "0").send().then()))
                .bindNow();
        System.out.println("ready " + server.port());
        server.onDispose().block();
    }
}
