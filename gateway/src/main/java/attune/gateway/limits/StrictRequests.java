package attune.gateway.limits;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose client takes too long over the head of a request or over all of it, however steadily it
 * drips, and refuses bodies in transfer encodings other than plain chunks. One a connection, behind the codec: bytes
 * that have come without a head having come out are half a head. Over the rest of a request only the time counts in
 * which the gateway was waiting for the client, since it does not read while it is busy itself.
 */
final class StrictRequests extends ChannelDuplexHandler {

    private final LimitSettings settings;
    private boolean withinRequest;
    private boolean justComplete;
    private boolean refusing;
    private boolean waiting;
    private long patienceNanos;
    private long waitingSince;
    private @Nullable Future<?> deadline;

    StrictRequests(LimitSettings settings) {
        this.settings = settings;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        closeIn(settings.head().toNanos(), context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            refusing = refusing || !isPlain(request);
            if (refusing) {
                refuse(context);
            } else {
                withinRequest = true;
                patienceNanos = settings.whole().toNanos();
                waiting = false;
                forgetDeadline();
            }
        }
        waited();
        if (refusing) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof LastHttpContent) {
            withinRequest = false;
            forgetDeadline();
            justComplete = true;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void read(ChannelHandlerContext context) {
        if (withinRequest && !waiting) {
            waiting = true;
            waitingSince = System.nanoTime();
            closeIn(patienceNanos, context);
        }
        context.read();
    }

    private void waited() {
        if (waiting) {
            waiting = false;
            patienceNanos -= System.nanoTime() - waitingSince;
            forgetDeadline();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (!withinRequest && !justComplete && deadline == null) {
            closeIn(settings.head().toNanos(), context);
        }
        justComplete = false;
        context.fireChannelReadComplete();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        forgetDeadline();
    }

    private static boolean isPlain(HttpRequest request) {
        List<String> encodings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return encodings.isEmpty() || (encodings.size() == 1
                && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(encodings.getFirst().strip())
                && !request.headers().contains(HttpHeaderNames.CONTENT_LENGTH));
    }

    private static void refuse(ChannelHandlerContext context) {
        DefaultFullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
                HttpResponseStatus.BAD_REQUEST);
        answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0).set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        var _ = context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }

    private void closeIn(long nanos, ChannelHandlerContext context) {
        forgetDeadline();
        deadline = context.executor().schedule(() -> {
            var _ = context.close();
        }, nanos, TimeUnit.NANOSECONDS);
    }

    private void forgetDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
