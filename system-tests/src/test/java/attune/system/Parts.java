package attune.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import attune.embedded.IdentityProcess;
import attune.embedded.KafkaProcess;
import attune.embedded.MailProcess;
import attune.embedded.MongoProcess;
import attune.events.Log;

/**
 * What a system is made of, each as a process that does not run yet: what the services run on, with its data in a folder
 * of its name, and the services from their built jars.
 */
final class Parts {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    /** The containers do without it: it only makes a start on a small machine quicker, and the code slower. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";
    private static final String TOPICS = Arrays.stream(Log.values()).map(Log::topic).collect(Collectors.joining(","));

    private Parts() {}

    /** A broker that makes our logs, because the services ask for three copies and there is one broker. */
    static ChildProcess broker(Path folder, int port) {
        return embedded(House.BROKER, KafkaProcess.class, folder, port, "--partitions=12", "--topics=" + TOPICS);
    }

    static ChildProcess database(Path folder, int port) {
        return embedded(House.DATABASE, MongoProcess.class, folder, port);
    }

    static ChildProcess signIn(Path folder, int port) {
        return embedded(House.SIGN_IN, IdentityProcess.class, folder, port);
    }

    static ChildProcess mail(Path folder, int port, int pagePort) {
        return embedded(House.MAIL, MailProcess.class, folder, port, "--page-port=" + pagePort);
    }

    private static ChildProcess embedded(String name, Class<?> main, Path folder, int port, String... more) {
        List<String> command = new ArrayList<>(List.of(JAVA, QUICK_START, "-XX:+UseSerialGC", "-Xmx320m",
                "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), main.getName(),
                "--folder=" + folder.resolve(name), "--port=" + port));
        command.addAll(List.of(more));
        return new ChildProcess(name, command, Map.of(), folder);
    }

    /**
     * One of our services.
     *
     * @param name of the process
     * @param module what it is built from
     */
    static ChildProcess service(String name, String module, Path folder, Map<String, String> environment) {
        Path jar = House.PROJECT.resolve(module).resolve("target").resolve(module + "-0.1.0-exec.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: run mvn verify from the project folder");
        }
        return new ChildProcess(name, List.of(JAVA, QUICK_START, "-jar", jar.toString()), environment, folder);
    }
}
