package attune.bench.load;

import org.jspecify.annotations.Nullable;

/** Says what a connection does once it is free. */
@FunctionalInterface
interface Feed {

    /** The next request for a connection that is free now, or null when it is to rest. Never blocks. */
    @Nullable
    Shot next(Connection free);
}
