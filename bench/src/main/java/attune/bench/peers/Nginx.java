package attune.bench.peers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import attune.bench.process.ChildProcess;
import attune.bench.process.Workspace;

/** nginx as a plain proxy with a configuration of our own: what a gateway costs when it does nothing but pass on. */
public final class Nginx {

    private Nginx() {}

    /** The program, if it is installed: on the path, or where administrators' programs are. */
    public static Optional<Path> program() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "") + ":/usr/sbin:/usr/local/sbin";
        return Pattern.compile(":")
                .splitAsStream(path)
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A running nginx and its port. */
    public record Running(ChildProcess process, int port) {}

    /**
     * Starts it in front of a port of the loopback address.
     *
     * @param program see {@link #program()}
     * @param folder where it keeps its configuration and its temporary files
     */
    public static Running start(Path program, int behind, Path folder) throws IOException {
        int port = Workspace.freePort();
        Path configuration = Files.writeString(folder.resolve("nginx.conf"),
                configuration(folder, port, behind));
        ChildProcess process = ChildProcess.start("nginx",
                List.of(program.toString(), "-p", folder.toString(), "-c", configuration.toString()), Map.of(),
                folder);
        process.awaitOk(URI.create("http://127.0.0.1:" + port + "/"), Duration.ofSeconds(10));
        return new Running(process, port);
    }

    private static String configuration(Path folder, int port, int behind) {
        return """
                daemon off;
                worker_processes auto;
                error_log stderr warn;
                pid %1$s/nginx.pid;
                events { worker_connections 4096; }
                http {
                  access_log off;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  keepalive_requests 1000000000;
                  upstream behind { server 127.0.0.1:%3$d; keepalive 256; keepalive_requests 1000000000; }
                  server {
                    listen 127.0.0.1:%2$d;
                    location / {
                      proxy_pass http://behind;
                      proxy_http_version 1.1;
                      proxy_set_header Connection "";
                    }
                  }
                }
                """.formatted(folder, port, behind);
    }
}
