package attune.bench.load;

import java.nio.ByteBuffer;

/** Makes the requests of a run, each with ids of its own, so that no server can answer one from the memory of another. */
@FunctionalInterface
public interface Requests {

    /**
     * The bytes of one complete HTTP/1.1 request with keep-alive, at most 16 KiB. Called by several threads at once.
     *
     * @param index counts the requests of the run from 0
     */
    ByteBuffer request(long index);
}
