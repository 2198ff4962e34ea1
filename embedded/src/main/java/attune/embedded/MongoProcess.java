package attune.embedded;

import java.util.Set;

/**
 * {@link EmbeddedMongo} as a process of its own. Arguments: {@code --folder=PATH}, {@code --port=NUMBER} (0 for any).
 * Says {@code READY mongodb://host:port/}; a database name goes behind it.
 */
public final class MongoProcess {

    private MongoProcess() {}

    /** Runs until SIGTERM. */
    public static void main(String[] arguments) {
        ProcessRun.run(arguments, Set.of("folder", "port"), told -> {
            EmbeddedMongo mongo = EmbeddedMongo
                    .start(EmbeddedMongo.Settings.in(told.folder()).onPort(told.port("port")));
            return new ProcessRun.Running(mongo.connectionString(""), mongo);
        });
    }
}
