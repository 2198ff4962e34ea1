package attune.bench.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes the commands that start Java programs with the very Java this one runs on. */
public final class Java {

    /** What every server of a comparison gets, ours and its peer alike. */
    public static final List<String> SERVER_FLAGS = List.of("-Xms512m", "-Xmx512m", "-XX:+UseCompactObjectHeaders");

    private Java() {}

    /** A main class of this module or of a module it depends on. */
    public static List<String> main(String className, List<String> flags, Object... arguments) {
        List<String> command = command(flags);
        command.addAll(List.of("-cp", absoluteClassPath(), className));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return command;
    }

    /** A jar that can be executed. */
    public static List<String> jar(Path jar, List<String> flags, Object... arguments) {
        List<String> command = command(flags);
        command.addAll(List.of("-jar", jar.toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return command;
    }

    /** The tools inside a jar that Spring Boot has packed. */
    public static List<String> tools(Path jar, Object... arguments) {
        return jar(jar, List.of("-Djarmode=tools"), arguments);
    }

    private static List<String> command(List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        return command;
    }

    // The children run in folders of their own, so relative entries would lead nowhere. The launcher has replaced
    // lib/* by the files already.
    private static String absoluteClassPath() {
        String separator = System.getProperty("path.separator");
        return Arrays.stream(System.getProperty("java.class.path").split(separator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((left, right) -> left + separator + right)
                .orElseThrow();
    }
}
