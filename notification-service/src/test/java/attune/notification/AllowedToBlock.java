package attune.notification;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** What may block a thread that must not, because it happens once and is short. */
public final class AllowedToBlock implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder
                // Jackson learns each type once, under a lock.
                .allowBlockingCallsInside("tools.jackson.databind.deser.DeserializerCache",
                        "_createAndCacheValueDeserializer")
                // The driver's pool keeps its books under short locks.
                .allowBlockingCallsInside("com.mongodb.internal.Locks", "withLock")
                .allowBlockingCallsInside("com.mongodb.internal.Locks", "checkedWithLock")
                .allowBlockingCallsInside("com.mongodb.internal.Locks", "lockInterruptibly")
                .allowBlockingCallsInside("com.mongodb.internal.connection.netty.NettyStream$OpenChannelFutureListener",
                        "lambda$operationComplete$0")
                .allowBlockingCallsInside("com.mongodb.internal.connection.netty.NettyStream$OpenChannelFutureListener",
                        "lambda$operationComplete$1")
                // Netty's allocator grows under a short lock.
                .allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate")
                // Who follows the log is told where it stands, under a short lock.
                .allowBlockingCallsInside("attune.eventlog.streams.LogStream", "lambda$followOne$0")
                .allowBlockingCallsInside("attune.eventlog.streams.LogStream", "leave");
    }
}
